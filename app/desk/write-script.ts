/**
 * The effect `write`: OpenAI writes the script. There is no idempotency at OpenAI, so every attempt is a fact before
 * the call, and an attempt without an answer counts as one that may have cost money.
 */
import type { ScriptOutcome } from '#app/lib/openai.ts'
import { stateOf, statusOf } from '#events/decide.ts'
import type { FactData } from '#events/facts.ts'
import { maxScriptAttempts } from '#events/guards.ts'
import { measureText, scriptText } from '#events/script.ts'

import type { Current } from './act.ts'
import type { DeskContext } from './context.ts'
import { backoff, comeAgain, nightShift, openai, readCurrent, tell, type Errand } from './night.ts'
import { textHash } from './text-hash.ts'

type Failure = Exclude<ScriptOutcome, { tag: 'ok' }>
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
  if (!order)
    return giveUp(context, requestId, writing, { code: 'erased', mayHaveCost: false, costMicroUsd: null }, null)

  const { model, promptVersion, promptHash } = context.telephones.openai
  const attempt = { id: writing.id, n: writing.n + 1 }
  const data = { writingId: attempt.id, n: attempt.n, model, promptVersion, promptHash: promptHash(order), previous }
  const begun = await tell(context, { requestId, verb: 'attemptScript', actor: nightShift }, () => [
    { type: 'ScriptAttempted', data },
  ])
  if (begun.tag !== 'done') return

  await context.at('before the call')
  if (!context.mayCall()) throw new Error('this worker has lost its presence: no paid call')
  const wide = errand.previousCode === 'max_output_tokens' ? { maxOutputTokens: 16_000 } : {}
  const outcome = await context.telephones.openai.writeScript(order, { signal, ...wide })
  await context.at('after the answer')
  if (outcome.tag === 'ok') return keep(context, requestId, attempt, outcome)
  await afterFailure(context, { requestId, attempt, tries: errand.tries }, outcome)
}

/** Only first name, numbers and the person's words leave the house. */
function orderFor({ facts }: Current) {
  const request = facts.find((fact) => fact.type === 'BookRequested')
  const wish = facts.findLast((fact) => fact.type === 'ScriptRequested')
  if (request?.type !== 'BookRequested' || wish?.type !== 'ScriptRequested') return null
  const { firstNames, numbers, question } = request.data as {
    [K in keyof typeof request.data]: (typeof request.data)[K] | null
  }
  if (firstNames === null || numbers === null) return null
  const { value, master } = numbers.lifePath
  return {
    firstName: firstNames.trim().split(/\s+/)[0] ?? '',
    lifePath: { value, master },
    words: question,
    instructions: wish.data.instructions,
  }
}

/** An attempt that left no word of its end was cut off in the call: nobody knows what it cost. */
function howTheLastEnded(n: number, { previousCode, mayHaveCost, costMicroUsd = null }: Errand): Previous {
  if (n === 0) return null
  if (previousCode === null) return { code: 'worker_lost', mayHaveCost: true, costMicroUsd: null }
  return { code: previousCode, mayHaveCost, costMicroUsd }
}

type Attempt = { id: string; n: number }

async function keep(
  context: DeskContext,
  requestId: string,
  attempt: Attempt,
  outcome: Extract<ScriptOutcome, { tag: 'ok' }>,
) {
  const { script, model, responseId, supportId, usage, costMicroUsd } = outcome
  const text = scriptText(script)
  const written = { script, textHash: textHash(text), words: measureText(text).words }
  const data = { writingId: attempt.id, n: attempt.n, ...written, model, responseId, supportId, usage, costMicroUsd }
  await tell(context, { requestId, verb: 'keepScript', actor: openai }, () => [{ type: 'ScriptGenerated', data }])
}

async function afterFailure(
  context: DeskContext,
  { requestId, attempt, tries }: { requestId: string; attempt: Attempt; tries: number },
  failure: Failure,
): Promise<void> {
  const { code, mayHaveCost, retry, retryAfterMs, costMicroUsd } = failure
  // An outcome nobody knows is tried again here, unlike a film: a script costs about a cent.
  const again = retry !== 'never' || failure.tag === 'unknown'
  if (!again || attempt.n >= maxScriptAttempts) {
    return giveUp(context, requestId, attempt, { code, mayHaveCost, costMicroUsd }, failure.supportId)
  }
  // Stopped meanwhile, and perhaps asked for anew: that writing has a job of its own.
  const current = await readCurrent(context, requestId)
  if (!current || stateOf(current.snapshot).writing?.id !== attempt.id) return
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
  { id, n }: Attempt,
  previous: Previous,
  supportId: string | null,
): Promise<void> {
  const { code, mayHaveCost, costMicroUsd } = previous ?? {
    code: 'attempts_spent',
    mayHaveCost: true,
    costMicroUsd: null,
  }
  const data = { writingId: id, n, code, mayHaveCost, costMicroUsd, supportId, partial: null }
  await tell(context, { requestId, verb: 'failScript', actor: openai }, () => [{ type: 'ScriptFailed', data }])
}
