/**
 * The effect `film`: the one paid call to HeyGen. The same attempt is always the same key and the same bytes, so that
 * a retry within 24 hours finds the first video. What may have been accepted is looked for by its title, and left to a
 * person when it is not found: the machine never calls again with a new key.
 */
import { bodyHash, type CreateOutcome, type VideoCall } from '#app/lib/heygen.ts'
import { currentFilm } from '#events/request.ts'
import { stateOf, statusOf } from '#events/decide.ts'
import type { Fact } from '#events/facts.ts'
import { withoutPauses } from '#events/lint/pause-tag.ts'
import { scriptText } from '#events/script.ts'

import { currentScript, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import { backoff, comeAgain, heygen, nightShift, readCurrent, tell, type Errand } from './night.ts'
import { submitFound } from './report-video.ts'

/** HeyGen keeps a key for 24 h; an hour of margin. */
const keyLivesMs = 23 * 3_600_000
const maxBusyTries = 12
const maxUnknownTries = 3
/** A run that starts later than this after the order cannot be sure to be the first one. */
const surelyFirstMs = 60_000

type Order = Extract<Fact, { type: 'VideoRequested' }>
type Case = { context: DeskContext; errand: Errand; order: Order }

export async function filmVideo(context: DeskContext, errand: Errand): Promise<void> {
  const current = await readCurrent(context, errand.requestId)
  const order = current && orderToFilm(current)
  if (!order) return
  const age = context.clock() - Date.parse(order.recordedAt)
  if (age > keyLivesMs) return lookForIt({ context, errand, order }, 'key_expired')
  // What is known of earlier runs is in the errand; a run that knows of none and comes late may not be the first.
  const maybePaidBefore = errand.mayHaveCost || (errand.previousCode === null && age > surelyFirstMs)
  const at = { context, errand: { ...errand, mayHaveCost: maybePaidBefore }, order }
  const text = textToFilm(current, order)
  if (text === null) return maybePaidBefore ? lookForIt(at, 'text_changed') : failed(at, 'text_changed', null)

  await context.at('before the call')
  if (!context.mayCall()) return comeAgain(context, 'film', errand, context.settings.pace.retry)
  const outcome = await context.telephones.heygen.createVideo(callOf(order), text)
  await context.at('after the answer')
  await conclude(at, outcome)
}

/** The approved text, if it still makes the very bytes that were ordered. */
function textToFilm({ facts }: Current, order: Order): string | null {
  const script = currentScript(facts)
  const text = script && textToSpeak(scriptText(script), order.data.call)
  return text !== null && bodyHash(callOf(order), text) === order.data.call.bodyHash ? text : null
}

/** A voice that knows no pauses would read their tags out. */
export const textToSpeak = (text: string, { pauses }: { pauses: boolean }) => (pauses ? text : withoutPauses(text))

/** The call as it was ordered: not one field comes from today's settings. */
function callOf({ data: { attempt, call } }: Order): VideoCall {
  const { idempotencyKey, title, avatarId, voiceId, engine, resolution, aspectRatio, locale } = call
  return { idempotencyKey, title, callbackId: attempt, avatarId, voiceId, engine, resolution, aspectRatio, locale }
}

function orderToFilm({ facts, snapshot }: Current): Order | null {
  const state = stateOf(snapshot)
  if (statusOf(snapshot) !== 'filming' || currentFilm(state)?.heygenVideoId !== null) return null
  const order = facts.find((fact) => fact.type === 'VideoRequested' && fact.data.attempt === state.attempt)
  return order?.type === 'VideoRequested' ? order : null
}

async function conclude(at: Case, outcome: CreateOutcome): Promise<void> {
  const { context, errand, order } = at
  switch (outcome.tag) {
    case 'accepted':
      return submitted(at, outcome.videoId, outcome.supportId)
    case 'refused':
      // A no to a repeated call says nothing of the first one.
      if (errand.mayHaveCost) return lookForIt(at, outcome.code)
      return failed(at, outcome.code, outcome.supportId)
    case 'busy':
      return tryAgain(at, outcome, maxBusyTries)
    case 'unknown':
      context.log.warn(
        { requestId: errand.requestId, attempt: order.data.attempt, code: outcome.code },
        'outcome unknown',
      )
      return tryAgain(at, outcome, maxUnknownTries)
  }
}

async function tryAgain(
  at: Case,
  outcome: Extract<CreateOutcome, { tag: 'busy' | 'unknown' }>,
  most: number,
): Promise<void> {
  const { context, errand } = at
  const mayHaveCost = errand.mayHaveCost || outcome.mayHaveCost
  const next = { ...errand, tries: errand.tries + 1, mayHaveCost, previousCode: outcome.code }
  if (errand.tries < most) {
    const wished = outcome.tag === 'busy' ? outcome.retryAfterMs : null
    return comeAgain(context, 'film', next, backoff(context.settings.pace.retry, errand.tries - 1, wished))
  }
  if (mayHaveCost) return lookForIt(at, outcome.code)
  return failed(at, outcome.code, outcome.supportId)
}

/** By its title, which is the attempt. Not found, or nobody to ask: a person must look. */
async function lookForIt(at: Case, code: string): Promise<void> {
  const { context, errand, order } = at
  const { attempt } = order.data
  const found = await context.telephones.heygen.findVideosByTitle(attempt)
  if (found.tag === 'ok' && found.items.length > 0) {
    return submitFound(context, { requestId: errand.requestId, attempt, actor: heygen }, found.items)
  }
  const data = { attempt, heygenVideoId: null, code, mayHaveCost: true }
  await tell(context, { requestId: errand.requestId, verb: 'doubtVideo', actor: nightShift }, () => [
    { type: 'VideoUncertain', data },
  ])
}

async function submitted({ context, errand, order }: Case, id: string, supportId: string | null) {
  const data = { attempt: order.data.attempt, heygenVideoId: id, how: 'answered' as const, supportId }
  await tell(context, { requestId: errand.requestId, verb: 'submitVideo', actor: heygen }, () => [
    { type: 'VideoSubmitted', data },
  ])
}

async function failed({ context, errand, order }: Case, code: string, supportId: string | null) {
  const told = { code, mayHaveCost: false, how: 'refused' as const, supportId, comment: null }
  const data = { attempt: order.data.attempt, heygenVideoId: null, ...told }
  await tell(context, { requestId: errand.requestId, verb: 'failVideo', actor: heygen }, () => [
    { type: 'VideoFailed', data },
  ])
}
