/** The shapes of the facts: closed, plain in the log, and with no personal field where a guard must read. */
import { describe, expect, test } from 'vitest'

import { factSchemas, factTypes, requestIdOf, streamOf, type FactType } from '#events/facts.ts'
import { earlier } from '#events/earlier.ts'
import { decide, fold } from '#events/decide.ts'

import { deedNames, deeds } from './deeds.ts'
import { fact } from './sample-facts.ts'
import { histories } from './situations.ts'

const namesOfTheDesign = [
  ...['BookRequested', 'ScriptRequested', 'ScriptAttempted', 'ScriptGenerated', 'ScriptFailed', 'ScriptEdited'],
  ...['ScriptApproved', 'ApprovalWithdrawn', 'RequestDeclined', 'RequestReopened', 'VideoRequested'],
  ...['VideoSubmitted', 'VideoReady', 'VideoFailed', 'VideoUncertain', 'VideoArchived', 'ArchiveFailed'],
  ...['VideoDelivered', 'VideoRejected', 'CorrectionRequested'],
]

/** What a guard may read of a fact (`design.md` §8: never sealed, so that an erased history still replays). */
const readByGuards = [
  ...['textHash', 'attempt', 'writingId', 'n', 'how', 'fourEyes', 'acceptsDoublePayment', 'heygenVideoId'],
  ...[
    'code',
    'mayHaveCost',
    'estimatedMicroUsd',
    'costMicroUsd',
    'call',
    'deliveryId',
    'usage',
    'sections',
    'blocking',
    'overridden',
  ],
]

/** What a person said of themselves, or what was said of them (`law.md` §1). */
const ofAPerson = [
  ...['firstNames', 'lastName', 'birthDate', 'email', 'theme', 'memories', 'numbers'],
  ...['script', 'partial', 'instructions', 'reason', 'comment', 'comments', 'overrideReason'],
]

test('there are the facts of the design, under their names', () => {
  expect([...factTypes].sort()).toEqual([...namesOfTheDesign].sort())
})

describe.each(factTypes)('%s', (type) => {
  const { data: schema, personal, schemaVersion } = factSchemas[type]
  const { data } = fact(type)
  const fields = Object.keys(schema.shape)

  test('takes its sample as it is', () => {
    expect(schema.parse(data)).toEqual(data)
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(schemaVersion).toBe((earlier[type] ?? []).length + 1)
  })

  test('refuses a field it does not know, at any depth', () => {
    const strangers = withAStranger(data)
    expect(strangers.length).toBeGreaterThan(0)
    expect(strangers.filter((stranger) => schema.safeParse(stranger).success)).toEqual([])
  })

  test('refuses to be without one of its fields', () => {
    const without = fields.map((field) => Object.fromEntries(Object.entries(data).filter(([key]) => key !== field)))
    expect(without.filter((lacking) => schema.safeParse(lacking).success)).toEqual([])
  })

  test('seals fields that it has, all those of a person, and none that a guard reads', () => {
    expect(personal.filter((field) => !fields.includes(field))).toEqual([])
    expect([...personal].sort()).toEqual(fields.filter((field) => ofAPerson.includes(field)).sort())
    expect(personal.filter((field: string) => readByGuards.includes(field))).toEqual([])
  })
})

test.each(Object.entries(histories))('%s: erased, the history still replays to the same state', (_name, history) => {
  const erased = history.map((one) => ({ ...one, data: withoutPersonal(one.type, one.data) }) as typeof one)
  expect(fold(erased)).toEqual(fold(history))
  const verdicts = (before: ReturnType<typeof fold>) => deedNames.map((name) => decide(before, [deeds[name]]))
  expect(verdicts(fold(erased))).toEqual(verdicts(fold(history)))
})

describe('values', () => {
  const call = 'call' in deeds['VideoRequested one'].data ? deeds['VideoRequested one'].data.call : {}

  test.each([
    ['an attempt that is no uuid', 'VideoReady', { attempt: '..' }],
    ['a hash that is too short', 'ScriptApproved', { textHash: 'abc' }],
    ['a hash in capitals', 'ScriptApproved', { textHash: 'A'.repeat(64) }],
    ['an attempt number 0', 'ScriptAttempted', { n: 0 }],
    ['half a word', 'ScriptEdited', { words: 1.5 }],
    ['a negative cost', 'ScriptGenerated', { costMicroUsd: -1 }],
    ['a day that does not exist', 'BookRequested', { birthDate: '1990-02-30' }],
    ['an unknown way of submitting', 'VideoSubmitted', { how: 'guessed' }],
    ['an unknown engine', 'VideoRequested', { call: { ...call, engine: 'avatar_ix' } }],
  ] as const)('%s is refused', (_what, type, differs) => {
    expect(factSchemas[type].data.safeParse({ ...fact(type).data, ...differs }).success).toBe(false)
  })

  test('a consent that was not given is no request', () => {
    const consents = { ai: false, start: true, textVersion: '1' }
    const { data } = fact('BookRequested')
    expect(factSchemas.BookRequested.data.safeParse({ ...data, consents }).success).toBe(false)
  })
})

test('the stream of a request is named for it', () => {
  const id = '0b7e6c1a-2a52-4c39-9d0c-5f3f1a2b3c4d'
  expect(streamOf(id)).toBe(`book_request-${id}`)
  expect(requestIdOf(streamOf(id))).toBe(id)
})

/** The value with one field too many, once in each of its objects. */
function withAStranger(value: object): object[] {
  const inside = Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? withAStranger(part).map((stranger) => ({ ...value, [key]: stranger }))
      : [],
  )
  return [{ ...value, inconnu: 1 }, ...inside]
}

function withoutPersonal(type: FactType, data: object): object {
  const sealed: readonly string[] = factSchemas[type].personal
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, sealed.includes(key) ? null : value]))
}
