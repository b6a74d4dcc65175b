/**
 * The effect `write`: OpenAI writes the script. There is no idempotency at OpenAI, so every attempt is a fact before
 * the call, and an attempt without an answer counts as one that may have cost money.
 */
import { outputTokens, type ScriptOrder, type ScriptOutcome } from '#app/lib/openai.ts'
import { stateOf, statusOf } from '#events/decide.ts'
import { streamOf, type FactData } from '#events/facts.ts'
import { maxScriptAttempts } from '#events/guards.ts'

import type { Current } from './act.ts'
import type { DeskContext } from './context.ts'
import { keepScript, type Failure } from './keep-script.ts'
import { backoff, comeAgain, nightShift, openai, readCurrent, tell, type Errand } from './night.ts'
import { orderFor, wordsIn } from './writing-order.ts'
import { openFeed, tableOf, type Attempt } from './writing-progress.ts'

type Previous = FactData<'ScriptAttempted'>['previous']

export async function writeScript(context: DeskContext, errand: Errand, signal: AbortSignal): Promise<void> {
  const { requestId } = errand
  const current = await readCurrent(context, requestId)
  const writing = current && stateOf(current.snapshot).writing
  if (!writing || statusOf(current.snapshot) !== 'writing') return
  // The memory of a writing that was stopped says nothing of the one asked for since.
  if (errand.writingId !== undefined && errand.writingId !== writing.id) return
  if (!context.mayCall()) return comeAgain(context, 'write', errand, context.settings.pace.retry)
  const previous = howTheLastEnded(writing.n, errand)
  if (writing.n >= maxScriptAttempts) return giveUp(context, requestId, writing, previous, null)
  const order = orderFor(current)
  if (!order) return giveUp(context, requestId, writing, unsent('erased', previous), null)
  if (!(await mayBeSent(context, errand, { writing, previous, order }))) return

  const attempt = { id: writing.id, n: writing.n + 1 }
  const begun = await begin(context, current, { attempt, previous })
  if (!begun) return
  await context.at('before the call')
  if (!context.mayCall()) throw new Error('this worker has lost its presence: no paid call')
  const outcome = await call(context, { requestId, attempt, order, signal, wide: isWide(errand) })
  await context.at('after the answer')
  const failure =
    outcome.tag === 'ok' ? await keepScript(context, current, { attempt, order, outcome, signal }) : outcome
  if (failure) await afterFailure(context, { requestId, attempt, tries: errand.tries }, failure)
}

const isWide = ({ previousCode }: Errand) => previousCode === 'max_output_tokens'

/** Nothing was sent this time; what the attempt before has cost is told with it. */
const unsent = (code: string, previous: Previous): Previous => ({
  code,
  mayHaveCost: previous?.mayHaveCost ?? false,
  costMicroUsd: previous?.costMicroUsd ?? null,
})

type ToSend = { writing: Attempt; previous: Previous; order: ScriptOrder }

/**
 * Moderation before the call: what speaks of distress goes to a person, never to a machine (`script-writing.md` §8.1).
 * A moderation that does not answer is no consent.
 */
async function mayBeSent(context: DeskContext, errand: Errand, { writing, previous, order }: ToSend): Promise<boolean> {
  const { requestId, tries } = errand
  const refuse = (code: string) => giveUp(context, requestId, writing, unsent(code, previous), null)
  const said = await context.telephones.openai.moderate(wordsIn(order))
  if (said.tag === 'clean') return true
  if (said.tag === 'flagged') {
    const distress = said.categories.some((category) => category.startsWith('self-harm'))
    await refuse(distress ? 'input_distress' : 'input_flagged')
  } else if (said.retry === 'never' || tries >= maxModerationTries) {
    await refuse('moderation_unavailable')
  } else {
    const wait = backoff(context.settings.pace.retry, tries, said.retryAfterMs)
    await comeAgain(context, 'write', { ...errand, tries: tries + 1, writingId: writing.id }, wait)
  }
  return false
}

const maxModerationTries = 5

type Begun = { attempt: Attempt; previous: Previous }

/** The intent, before the paid call; false where nobody waits for it any more. */
async function begin(context: DeskContext, { requestId }: Current, { attempt, previous }: Begun) {
  const { model, promptVersion, promptHash } = context.telephones.openai
  const { partial } = await tableOf(context, requestId, { ...attempt, n: attempt.n - 1 })
  const prompt = { model, promptVersion, promptHash }
  const data = { writingId: attempt.id, n: attempt.n, ...prompt, previous, partial: previous && partial }
  const told = await tell(context, { requestId, verb: 'attemptScript', actor: nightShift }, () => [
    { type: 'ScriptAttempted', data },
  ])
  return told.tag === 'done'
}

type Call = { requestId: string; attempt: Attempt; order: ScriptOrder; signal: AbortSignal; wide: boolean }

async function call(context: DeskContext, { requestId, attempt, order, signal, wide }: Call): Promise<ScriptOutcome> {
  const feed = await openFeed(context, requestId, attempt)
  const room = wide ? { maxOutputTokens: outputTokens.wide } : {}
  const hangUp = AbortSignal.any([signal, feed.stopped])
  const outcome = await context.telephones.openai
    .writeScript(order, { signal: hangUp, onText: feed.take, ...room })
    .finally(() => feed.end())
  // Hung up by us, because this house is closing: a person who stops it is another matter, and told by a fact of theirs.
  return outcome.tag !== 'ok' && outcome.code === 'stopped' ? { ...outcome, code: 'interrupted' } : outcome
}

/** An attempt that left no word of its end was cut off in the call: nobody knows what it cost. */
function howTheLastEnded(n: number, { previousCode, mayHaveCost, costMicroUsd = null }: Errand): Previous {
  if (n === 0) return null
  if (previousCode === null) return { code: 'worker_lost', mayHaveCost: true, costMicroUsd: null }
  return { code: previousCode, mayHaveCost, costMicroUsd }
}

async function afterFailure(
  context: DeskContext,
  { requestId, attempt, tries }: { requestId: string; attempt: Attempt; tries: number },
  failure: Failure,
): Promise<void> {
  // Stopped meanwhile, asked for anew, or taken up by another worker: that writing has a job of its own.
  const current = await readCurrent(context, requestId)
  if (!current || !isUnderWay(current, attempt)) return
  const { code, mayHaveCost, retry, retryAfterMs, costMicroUsd } = failure
  await context.archive.billProgress(
    streamOf(requestId),
    { writingId: attempt.id, n: attempt.n },
    { mayHaveCost, costMicroUsd },
  )
  // An outcome nobody knows is tried again here, unlike a film: a script costs about a cent.
  const again = retry !== 'never' || failure.tag === 'unknown'
  if (!again || attempt.n >= maxScriptAttempts) {
    return giveUp(context, requestId, attempt, { code, mayHaveCost, costMicroUsd }, failure.supportId)
  }
  const wait = retry === 'now' ? 0 : backoff(context.settings.pace.retry, attempt.n - 1, retryAfterMs)
  await comeAgain(
    context,
    'write',
    { requestId, tries: tries + 1, mayHaveCost, previousCode: code, writingId: attempt.id, costMicroUsd },
    wait,
  )
}

async function giveUp(
  context: DeskContext,
  requestId: string,
  attempt: Attempt,
  previous: Previous,
  supportId: string | null,
): Promise<void> {
  const end = previous ?? { code: 'attempts_spent', mayHaveCost: true, costMicroUsd: null }
  const { partial } = await tableOf(context, requestId, attempt)
  const data = { writingId: attempt.id, n: attempt.n, ...end, supportId, partial }
  const told = await tell(context, { requestId, verb: 'failScript', actor: openai }, (current) =>
    isUnderWay(current, attempt) ? [{ type: 'ScriptFailed', data }] : [],
  )
  if (told.tag === 'done') await context.archive.dropProgress(streamOf(requestId), attempt.id)
}

/** This very attempt, and no later one of the same writing: another worker may have taken it over. */
function isUnderWay({ snapshot }: Current, { id, n }: Attempt): boolean {
  const { writing } = stateOf(snapshot)
  return writing?.id === id && writing.n === n
}
