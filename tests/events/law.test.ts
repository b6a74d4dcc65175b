/** Every situation × every fact, against the table of the design: what may happen does, with its effects; nothing else. */
import { transition } from 'xstate'
import { describe, expect, test } from 'vitest'

import { allows, decide, statusOf } from '#events/decide.ts'
import { factTypes, type FactType } from '#events/facts.ts'
import { effects, requestMachine } from '#events/machine.ts'
import { refusalCodes } from '#events/refusal.ts'
import { statuses, type Status } from '#events/request.ts'

import { deedNames, deeds, type DeedName } from './deeds.ts'
import { plausible } from './refusals.ts'
import { situations, type Situation } from './situations.ts'
import { table } from './table.ts'

const cases = (Object.keys(situations) as Situation[]).map((situation) => ({ situation, ...table[situation] }))
const deedsOf = (type: FactType) => deedNames.filter((name) => deeds[name].type === type)

test('every status has its situation, every fact its deed', () => {
  expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(['none', ...statuses]))
  expect(factTypes.filter((type) => deedsOf(type).length === 0)).toEqual([])
  expect(Object.keys(table).sort()).toEqual(Object.keys(situations).sort())
})

describe.each(cases)('$situation', ({ situation, status, may }) => {
  test(`is ${status}`, () => {
    expect(statusOf(situations[situation])).toBe(status)
  })

  test.each(factTypes)('%s', (type) => {
    const names = deedsOf(type)
    const seen = Object.fromEntries(names.map((name) => [name, verdictOn(situation, name)]))
    const expected = Object.fromEntries(names.map((name) => [name, may[name] ?? 'refused']))
    expect(seen).toEqual(expected)
  })
})

/** « next status (effects) », or `refused`: then the code is a fitting one, and the snapshot is left as it was. */
function verdictOn(situation: Situation, name: DeedName): string {
  const before = situations[situation]
  const decision = decide(before, [deeds[name]])
  expect(allows(before, deeds[name]), name).toBe(decision.ok)
  if (decision.ok) {
    const status = statusOf(decision.after)
    return decision.effects.length === 0 ? status : `${status} (${decision.effects.join(', ')})`
  }
  const [after, actions] = transition(requestMachine, before, deeds[name])
  expect(after, name).toBe(before)
  expect(actions, name).toEqual([])
  expect(codesFor(situation, name), name).toContain(decision.refused.code)
  expect(decision.refused, name).toMatchObject({ status: table[situation].status, fact: deeds[name].type })
  return 'refused'
}

function codesFor(situation: Situation, name: DeedName): readonly string[] {
  const { type, data } = deeds[name]
  const { status } = table[situation]
  if (status === 'none') return ['request_unknown']
  const { films } = situations[situation].context
  const byHand = 'how' in data && ['attached', 'declared'].includes(data.how)
  // What a person states about a film is asked for only while one is waited for.
  if (byHand && Object.values(films).every(({ outcome }) => outcome === 'failed' || outcome === 'ready'))
    return ['no_video_awaited']
  const aboutFilm = 'attempt' in data && type !== 'VideoRequested'
  if (aboutFilm && !(data.attempt in films)) return ['attempt_unknown']
  return plausible[type][status as Status]
}

test('every effect that the law names is met above', () => {
  const met = cases.flatMap(({ may }) => Object.values(may).map((words) => /\((\w+)\)/.exec(words)?.[1]))
  expect(new Set(met.filter((effect) => effect !== undefined))).toEqual(new Set(effects))
})

test('every reason to refuse is met above', () => {
  const met = cases.flatMap(({ situation }) => deedNames.map((name) => decide(situations[situation], [deeds[name]])))
  const codes = met.flatMap((decision) => (decision.ok ? [] : [decision.refused.code]))
  expect(new Set(codes)).toEqual(new Set(refusalCodes))
})
