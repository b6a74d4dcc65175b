/** What the verbs of the night shift share: who acts, how they append, when they come again. */
import { fold } from '#events/decide.ts'
import { streamOf, type Actor, type Deed } from '#events/facts.ts'
import type { Effect } from '#events/machine.ts'

import { act, jobFor, type Current } from './act.ts'
import { instant, type DeskContext } from './context.ts'
import type { Answer } from './desk.ts'

export const nightShift: Actor = { kind: 'system', id: 'night-shift' }
export const openai: Actor = { kind: 'vendor', id: 'openai' }
export const heygen: Actor = { kind: 'vendor', id: 'heygen' }

/** What a job knows of itself. `tries` counts the runs of this effect, those of killed workers included. */
export type Errand = {
  requestId: string
  tries: number
  mayHaveCost: boolean
  previousCode: string | null
  /** The writing this memory is about; a script stopped and asked for anew is another one. */
  writingId?: string | undefined
  /** What the last answer cost, where it was billed and of no use. */
  costMicroUsd?: number | null | undefined
}

/** Null for a request that is not there. */
export async function readCurrent({ archive }: DeskContext, requestId: string): Promise<Current | null> {
  const { facts } = await archive.readStream(streamOf(requestId))
  return facts.length === 0 ? null : { requestId, facts, snapshot: fold(facts) }
}

/** Appends what an outside party or the night shift did. A refusal is « sans effet »: said in the log, never a retry. */
export async function tell(
  context: DeskContext,
  { requestId, verb, actor }: { requestId: string; verb: string; actor: Actor },
  wish: (current: Current) => Deed[],
): Promise<Answer> {
  const command = { commandId: context.ids(), actor }
  const answer = await act(context, { verb, requestId, command, wish })
  if (answer.tag !== 'done')
    context.log.info({ requestId, verb, answer: answer.tag, code: 'code' in answer ? answer.code : null }, 'sans effet')
  return answer
}

/** Comes again after a while, with what is known so far. Replaces the waiting job of the same effect and request. */
export async function comeAgain(context: DeskContext, effect: Effect, errand: Errand, delayMs: number): Promise<void> {
  const job = jobFor(effect, errand.requestId, instant(context.clock() + delayMs))
  const memory = {
    tries: String(errand.tries),
    mayHaveCost: String(errand.mayHaveCost),
    previousCode: errand.previousCode ?? '',
    writingId: errand.writingId ?? '',
    costMicroUsd: String(errand.costMicroUsd ?? ''),
  }
  await context.archive.scheduleJob({ ...job, payload: { ...job.payload, ...memory } })
}

/** Doubles with each try, an hour at most; the vendor's own wish comes first. */
export function backoff(first: number, tries: number, wished: number | null): number {
  return wished ?? Math.min(first * 2 ** Math.min(tries, 20), 3_600_000)
}
