/**
 * The law's table, read once out of the machine: its own guards and assignments without XState's machinery around them,
 * for folding long histories. What may happen is still asked of the machine (`decide`); a test holds both against each
 * other, and a machine with more in it than this file understands is refused at once.
 */
import type { LawEvent } from './facts.ts'
import { effects, requestMachine } from './machine.ts'
import type { RequestState, Status } from './request.ts'

export type Standing = { status: Status | 'none'; request: RequestState }

type Args = { context: RequestState; event: LawEvent }
type Guard = (args: Args) => boolean
type Assignment = (args: Args) => Partial<RequestState>
type Way = { guard: Guard; assignments: Assignment[]; target: Standing['status'] }
type Ways = Partial<Record<LawEvent['type'], Way[]>>

/** Where a fact leads; null where the law does not allow it. */
export function step({ status, request }: Standing, event: LawEvent): Standing | null {
  const args = { context: request, event }
  const way = table[status][event.type]?.find(({ guard }) => guard(args))
  if (!way) return null
  let after = request
  for (const assign of way.assignments) after = { ...after, ...assign({ context: after, event }) }
  return { status: way.target, request: after }
}

const table = Object.fromEntries(
  Object.entries(requestMachine.states).map(([status, node]) => [status, waysFrom(status as Standing['status'], node)]),
) as Record<Standing['status'], Ways>

type StateNode = (typeof requestMachine.states)[Standing['status']]
type Transition = NonNullable<ReturnType<StateNode['transitions']['get']>>[number]

function waysFrom(status: Standing['status'], node: StateNode): Ways {
  const { type, entry, exit, always, invoke } = node
  if (type !== 'atomic' || entry.length + exit.length + invoke.length > 0 || always)
    throw new Error(`${status}: not a plain state`)
  return Object.fromEntries(
    [...node.transitions].map(([fact, candidates]) => {
      if (fact.includes('*')) throw new Error(`${status}: ${fact} is not a fact`)
      return [fact, candidates.map((candidate) => way(status, candidate))]
    }),
  )
}

function way(status: Standing['status'], { guard, actions, target }: Transition): Way {
  if (guard !== undefined && typeof guard !== 'function') throw new Error(`${status}: a guard that is not a function`)
  return {
    guard: (guard as Guard | undefined) ?? (() => true),
    assignments: actions.filter((action) => !isEffect(action)).map(assignmentOf),
    target: (target?.[0]?.key as Standing['status'] | undefined) ?? status,
  }
}

function isEffect(action: unknown): boolean {
  return effects.some((effect) => effect === action)
}

/** XState keeps the function given to `assign` on the action that it makes of it. */
function assignmentOf(action: unknown): Assignment {
  const assignment = typeof action === 'function' && 'assignment' in action ? action.assignment : undefined
  if (typeof assignment !== 'function') throw new Error('an action that is neither an effect nor an assignment')
  return assignment as Assignment
}
