/** What a person does about a film: order it, attach one that was found by hand, state that none was made. */
import { bodyHash } from '#app/lib/heygen.ts'
import { stateOf, statusOf } from '#events/decide.ts'
import { requestIdOf, type Deed } from '#events/facts.ts'
import { isOpen, type RequestState } from '#events/request.ts'
import { maxScriptCharacters, scriptText } from '#events/script.ts'

import { act, currentScript, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk } from './desk.ts'
import { textToSpeak } from './film-video.ts'
import { quoteFor } from './quote.ts'

export function createVideoVerbs(
  context: DeskContext,
): Pick<Desk, 'generateVideo' | 'attachVideo' | 'declareVideoFailed'> {
  return {
    generateVideo: (command, { requestId, acceptsDoublePayment, seen }) =>
      act(context, {
        verb: 'generateVideo',
        requestId,
        command,
        seen,
        wish: (current) => orderFilm(context, current, acceptsDoublePayment),
      }),

    attachVideo: (command, { requestId, attempt, heygenVideoId, seen }) =>
      act(context, {
        verb: 'attachVideo',
        requestId,
        command,
        seen,
        wish: (current) => attach(context, current, attempt, heygenVideoId.trim()),
      }),

    declareVideoFailed: (command, { requestId, attempt, comment, seen }) =>
      act(context, {
        verb: 'declareVideoFailed',
        requestId,
        command,
        seen,
        wish: ({ snapshot }) => {
          const chosen = openAttempt(stateOf(snapshot), attempt)
          if (chosen === null) return { tag: 'refused', code: 'no_video_awaited', status: statusOf(snapshot) }
          const told = { code: 'declared', mayHaveCost: true, how: 'declared' as const, supportId: null, comment }
          return [{ type: 'VideoFailed', data: { attempt: chosen, heygenVideoId: null, ...told } }]
        },
      }),
  }
}

/** The intent, with everything that makes the paid call: whoever makes it later makes this one and no other. */
function orderFilm(context: DeskContext, { facts, snapshot }: Current, acceptsDoublePayment: boolean): Deed[] | Answer {
  const script = currentScript(facts)
  const { approval } = stateOf(snapshot)
  if (!script || !approval) return { tag: 'refused', code: 'script_not_approved', status: statusOf(snapshot) }
  const text = scriptText(script)
  if (text.length > maxScriptCharacters) {
    return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_too_long' }] }
  }
  const attempt = context.ids()
  const { microUsd, engine, avatarId, voiceId, pauses } = quoteFor(text, context.settings.presenter())
  if (avatarId === null || voiceId === null) return { tag: 'unavailable', code: 'no_presenter' }
  const call = {
    idempotencyKey: attempt,
    title: attempt,
    avatarId,
    voiceId,
    engine,
    resolution: '1080p' as const,
    aspectRatio: '16:9' as const,
    locale: 'fr-FR',
  }
  const hash = bodyHash({ ...call, callbackId: attempt }, textToSpeak(text, { pauses }))
  if (hash === null) return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_not_filmable' }] }
  const order = { attempt, textHash: approval.textHash, acceptsDoublePayment, estimatedMicroUsd: microUsd }
  return [{ type: 'VideoRequested', data: { ...order, call: { ...call, pauses, bodyHash: hash } } }]
}

async function attach(
  context: DeskContext,
  current: Current,
  wanted: string | undefined,
  videoId: string,
): Promise<Deed[] | Answer> {
  const attempt = openAttempt(stateOf(current.snapshot), wanted)
  if (attempt === null) return { tag: 'refused', code: 'no_video_awaited', status: statusOf(current.snapshot) }
  const problem = (code: string): Answer => ({ tag: 'invalid', problems: [{ field: 'heygenVideoId', code }] })
  if (!/^[\w-]{1,128}$/.test(videoId)) return problem('video_id_malformed')
  const owner = await context.archive.findByVideo(videoId)
  if (owner && requestIdOf(owner.stream) !== current.requestId) return problem('video_of_another')
  const reading = await context.telephones.heygen.readVideo(videoId)
  if (reading.tag === 'missing') return problem('video_not_found')
  if (reading.tag === 'unavailable') return { tag: 'unavailable', code: reading.code }
  // A title of ours names the attempt it was made for.
  if (reading.title !== null && reading.title !== attempt && (await context.archive.findByAttempt(reading.title))) {
    return problem('video_of_another')
  }
  return [{ type: 'VideoSubmitted', data: { attempt, heygenVideoId: videoId, how: 'attached', supportId: null } }]
}

/** The attempt meant: the one named, else the current one, else the one left open. Null when none of them is open. */
function openAttempt({ films, attempt }: RequestState, wanted: string | undefined): string | null {
  const candidates = wanted === undefined ? [attempt, ...Object.keys(films)] : [wanted]
  return candidates.find((id) => id !== null && films[id] !== undefined && isOpen(films[id])) ?? null
}
