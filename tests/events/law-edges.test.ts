/** The table leaves nothing of the machine out: every transition is taken, every guard is seen to say yes and no. */
import { expect, test } from 'vitest'

import { requestMachine } from '#events/machine.ts'

import { deedNames, deeds } from './deeds.ts'
import { situations } from './situations.ts'
import { table } from './table.ts'

type Status = keyof typeof requestMachine.states

const everyTry = Object.entries(situations).flatMap(([situation, snapshot]) =>
  deedNames.map((name) => ({ situation, snapshot, name, event: deeds[name] })),
)

/** `status fact #n`: the n-th transition written for this fact in this status. */
function edge(status: string, type: string, n: number) {
  return `${status} ${type} #${n}`
}

function edgesOf(status: string): string[] {
  const on: object = requestMachine.config.states?.[status as Status]?.on ?? {}
  return Object.entries(on).flatMap(([type, written]) =>
    [written].flat().map((_transition, n) => edge(status, type, n)),
  )
}

function candidates(status: string, type: string) {
  return requestMachine.states[status as Status]?.transitions.get(type as never) ?? []
}

/** Which transition the machine takes; -1 for none. */
function taken({ snapshot, event }: (typeof everyTry)[number]): number {
  const [chosen] = requestMachine.getTransitionData(snapshot, event) ?? []
  return chosen === undefined ? -1 : candidates(String(snapshot.value), event.type).indexOf(chosen as never)
}

test('the rows of the table take every transition of the machine, and no other exists', () => {
  const written = Object.keys(requestMachine.states).flatMap(edgesOf)
  const rows = everyTry.filter(({ situation, name }) => name in table[situation as keyof typeof table].may)
  const covered = rows.map((row) => edge(String(row.snapshot.value), row.event.type, taken(row)))
  expect([...new Set(covered)].sort()).toEqual(written.sort())
})

test('every guard is asked, and says yes to one and no to another', () => {
  const guarded = Object.keys(requestMachine.states).flatMap((status) =>
    edgesOf(status).filter((name) => {
      const [, type, n] = name.split(' ') as [string, string, string]
      return candidates(status, type)[Number(n.slice(1))]?.guard !== undefined
    }),
  )
  const yes = new Set<string>()
  const no = new Set<string>()
  for (const one of everyTry) {
    const status = String(one.snapshot.value)
    const chosen = taken(one)
    candidates(status, one.event.type).forEach((_transition, n) => {
      if (n === chosen) yes.add(edge(status, one.event.type, n))
      else if (chosen === -1 || n < chosen) no.add(edge(status, one.event.type, n))
    })
  }
  expect(guarded.length).toBeGreaterThan(40)
  expect(guarded.filter((name) => !yes.has(name))).toEqual([])
  expect(guarded.filter((name) => !no.has(name))).toEqual([])
})

test('no state is final, none has effects on entry or exit, none acts by itself', () => {
  const asides = Object.values(requestMachine.states).flatMap((state) => [
    ...state.entry,
    ...state.exit,
    ...state.invoke,
    ...(state.always ?? []),
    ...state.after,
  ])
  expect(asides).toEqual([])
  expect(Object.values(requestMachine.states).map(({ type }) => type)).not.toContain('final')
})
