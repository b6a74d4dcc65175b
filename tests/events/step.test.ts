/** The table that folds read is the machine: whatever may come, both go to the same place, or stay. */
import { transition } from 'xstate'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { beginning, birth, stateOf, statusOf } from '#events/decide.ts'
import { requestMachine } from '#events/machine.ts'
import { step, type Standing } from '#events/step.ts'

import { deedNames, deeds, type DeedName } from './deeds.ts'
import { situations, type Situation } from './situations.ts'

test.each(Object.keys(situations) as Situation[])('%s', (situation) => {
  const before = situations[situation]
  for (const name of deedNames) {
    const [after] = transition(requestMachine, before, deeds[name])
    const stepped = step({ status: statusOf(before), request: stateOf(before) }, deeds[name])
    const expected = after === before ? null : { status: statusOf(after), request: stateOf(after) }
    expect(stepped, name).toEqual(expected)
  }
})

test('walks of any facts lead through the same states', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deedNames), { maxLength: 40 }), (names) => {
      for (const status of walk(names)) met.add(status)
    }),
    { numRuns: 300 },
  )
  expect(met.size).toBeGreaterThan(3)
})

/** Facts that are not allowed are passed over. @returns the statuses that were met */
function walk(names: readonly DeedName[]): string[] {
  let snapshot = beginning
  let standing: Standing = birth
  return ['BookRequested' as DeedName, ...names].map((name) => {
    const [after] = transition(requestMachine, snapshot, deeds[name])
    const next = step(standing, deeds[name])
    expect(next === null).toBe(after === snapshot)
    snapshot = after
    standing = next ?? standing
    expect(standing).toEqual({ status: statusOf(snapshot), request: stateOf(snapshot) })
    return standing.status
  })
}
