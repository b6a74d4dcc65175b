/** The one way from a fact wished for to a fact decided: `can()` is asked first, always. */
import { initialTransition, transition, type SnapshotFrom } from 'xstate'

import type { LawEvent } from './facts.ts'
import { effects, requestMachine, type Effect } from './machine.ts'
import { explainRefusal, type RefusalCode } from './refusal.ts'
import type { RequestState, Status } from './request.ts'
import { step, type Standing } from './step.ts'

export type Snapshot = SnapshotFrom<typeof requestMachine>

export type Decision =
  | { ok: true; after: Snapshot; effects: Effect[] }
  | { ok: false; refused: { code: RefusalCode; status: Status | 'none'; fact: LawEvent['type'] } }

const [unborn] = initialTransition(requestMachine)

/** The state before the first fact. */
export const beginning: Snapshot = unborn
export const birth: Standing = { status: 'none', request: unborn.context }

export const statusOf = (snapshot: Snapshot) => snapshot.value as Status | 'none'
export const stateOf = (snapshot: Snapshot): RequestState => snapshot.context

/** May all of these happen, one after the other? The effects are those that the last state still waits for. */
export function decide(before: Snapshot, wished: readonly LawEvent[]): Decision {
  let after = before
  const due: Effect[] = []
  for (const event of wished) {
    if (!after.can(event)) {
      return { ok: false, refused: { code: explainRefusal(after, event), status: statusOf(after), fact: event.type } }
    }
    const [next, actions] = transition(requestMachine, after, event)
    after = next
    due.push(...effects.filter((effect) => actions.some((action) => action.type === effect)))
  }
  return { ok: true, after, effects: due }
}

/** What is true after a history. A stored fact that the law does not allow is a broken log, and says so. */
export function fold(history: readonly LawEvent[], from: Snapshot = beginning): Snapshot {
  if (history.length === 0) return from
  let standing: Standing = { status: statusOf(from), request: stateOf(from) }
  history.forEach((event, index) => (standing = follow(standing, event, index)))
  return requestMachine.resolveState({ value: standing.status, context: standing.request })
}

/** One step of a fold. @throws where the law does not allow the fact */
export function follow(standing: Standing, event: LawEvent, index: number): Standing {
  const next = step(standing, event)
  if (next) return next
  throw new Error(`illegal history: ${event.type} at step ${index + 1} in status ${standing.status}`)
}

/** For buttons: would this be allowed? `getNextTransitions` ignores guards, `can` does not. */
export const allows = (snapshot: Snapshot, event: LawEvent) => snapshot.can(event)
