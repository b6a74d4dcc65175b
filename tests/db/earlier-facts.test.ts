/** Facts of the first shapes, stored as they were then: they read, fold, project, prove and rebuild like today's. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { canonicalJson } from '#db/canonical-json.ts'
import { appendText } from '#db/log.ts'
import { project } from '#db/project.ts'
import { rebuildView } from '#db/rebuild.ts'
import { seal, type RequestKey } from '#db/sealing.ts'
import { fold, statusOf } from '#events/decide.ts'
import { earlier } from '#events/earlier.ts'
import { factSchemas, factTypes, raise, streamOf, type Fact, type FactType } from '#events/facts.ts'

import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

const hash = 'a'.repeat(64)
const ids = { writing: randomUUID(), attempt: randomUUID() }
const script = { accueil: 'Bonjour.', portrait: 'Un.', elan: 'Deux.', annee: 'Trois.', cloture: 'Au revoir.' }
const lifePath = {
  ...{ value: 11, base: 2, path: [2009, 11], master: true, debt: null, method: 'vertical', engineVersion: '1' },
}
const call = {
  ...{ idempotencyKey: ids.attempt, title: ids.attempt, avatarId: 'look', voiceId: 'voice', engine: 'avatar_iv' },
  ...{ resolution: '1080p', aspectRatio: '16:9', locale: 'fr-FR', bodyHash: hash },
}

/** As the desk wrote them before: type, what stood open, what was sealed. */
const asWritten: [FactType, object, object?][] = [
  [
    'BookRequested',
    { consents: { ai: true, start: true, sensitive: true, textVersion: '1' } },
    {
      ...{ firstNames: 'Ada', lastName: 'Lovelace', birthDate: '1987-04-18', email: 'ada@exemple.fr' },
      ...{ question: 'Que faire cette année ?', numbers: { lifePath } },
    },
  ],
  ['ScriptRequested', { writingId: ids.writing }, { instructions: null }],
  [
    'ScriptAttempted',
    { writingId: ids.writing, n: 1, model: 'gpt', promptVersion: '1', promptHash: hash, previous: null },
  ],
  [
    'ScriptGenerated',
    {
      ...{ writingId: ids.writing, n: 1, textHash: hash, words: 7, model: 'gpt', responseId: null, supportId: null },
      ...{ usage: null, costMicroUsd: 9_000 },
    },
    { script },
  ],
  ['ScriptRequested', { writingId: ids.writing }, { instructions: 'Plus court' }],
  [
    'ScriptFailed',
    { writingId: ids.writing, n: 0, code: 'stopped', mayHaveCost: false, costMicroUsd: null, supportId: null },
    { partial: null },
  ],
  ['ScriptEdited', { textHash: hash, words: 7 }, { script }],
  ['ScriptApproved', { textHash: hash, fourEyes: false }],
  ['VideoRequested', { attempt: ids.attempt, textHash: hash, acceptsDoublePayment: false, estimatedMicroUsd: 5, call }],
]

let house: TestDatabase
const requestId = randomUUID()
const stream = streamOf(requestId)

beforeAll(async () => {
  house = await createTestDatabase()
  await store(house.archive.newKey(stream))
})
afterAll(() => house.drop())

/** Through the only way into the log, as it was used then: the bodies are in the old shapes, and so are their versions. */
async function store(key: RequestKey): Promise<void> {
  const facts = asWritten.map(([type, data, secret]) => {
    const id = randomUUID()
    const sealed = secret && { sealed: seal(key.clear, secret, `${stream}/${id}`) }
    return { id, type, body: canonicalJson({ data, ...sealed }) }
  })
  await house.archive.database.pool.query(appendText, [
    ...[stream, 0, randomUUID(), 'test', facts.map(({ id }) => id), facts.map(({ type }) => type), facts.map(() => 1)],
    ...[facts.map(({ body }) => body), '1', 'admin', 'lea', null, null, '2026-11-23T10:00:00.000Z', key.wrapped],
    ...[null, '[]'],
  ])
}

const read = async (): Promise<Fact[]> => (await house.archive.readStream(stream)).facts

test('every fact that had another shape is here as it was', () => {
  const changed = factTypes.filter((type) => factSchemas[type].schemaVersion > 1)
  expect(changed.filter((type) => !asWritten.some(([written]) => written === type))).toEqual([])
  expect(changed.map((type) => [type, earlier[type]?.length])).toEqual(
    changed.map((type) => [type, factSchemas[type].schemaVersion - 1]),
  )
})

describe('facts of the first shapes', () => {
  test('read in the shape of today, with nothing that nobody recorded', async () => {
    const facts = await read()
    expect(facts.map(({ type, schemaVersion }) => [type, schemaVersion])).toEqual(asWritten.map(([type]) => [type, 1]))
    for (const { type, data } of facts) expect(factSchemas[type].data.parse(data)).toEqual(data)
    expect(facts[0]?.data).toMatchObject({
      ...{ theme: null, memories: [{ kind: 'question', text: 'Que faire cette année ?', consent: true }] },
      numbers: { lifePath, sheet: null },
      consents: { ai: true, start: true, textVersion: '1' },
    })
    expect(facts[3]?.data).toMatchObject({ script, promptVersion: null, promptHash: null, moderation: null })
    expect(facts[7]?.data).toMatchObject({ blocking: [], overridden: false, linterVersion: null, fourEyes: 'off' })
    expect(facts[8]?.data).toMatchObject({ call: { ...call, pauses: true } })
  })

  test('fold under the law of today, project and prove', async () => {
    const facts = await read()
    expect(statusOf(fold(facts))).toBe('filming')
    expect(project(facts)).toMatchObject({ theme: null, memories: [{ kind: 'question' }], script, life_path: 11 })
    const { links, headHolds } = await house.archive.proveStream(stream)
    expect([links.every(({ proven }) => proven), headHolds]).toEqual([true, true])
  })

  test('are rebuilt into the view', async () => {
    await rebuildView(house.archive)
    const { rows } = await house.archive.database.pool.query(
      'select status, memories from book_requests where id = $1',
      [requestId],
    )
    expect(rows).toEqual([{ status: 'filming', memories: [{ kind: 'question', text: 'Que faire cette année ?' }] }])
  })

  test('once erased, read with nothing personal and fold to the same', async () => {
    const before = statusOf(fold(await read()))
    await house.archive.database.pool.query(
      'update request_keys set wrapped_key = null, destroyed_at = now() where stream = $1',
      [stream],
    )
    const facts = await read()
    expect(facts[0]?.data).toMatchObject({ firstNames: null, theme: null, memories: null, numbers: null })
    expect(JSON.stringify(facts)).not.toMatch(/Ada|Bonjour|année/)
    expect(statusOf(fold(facts))).toBe(before)
  })
})

test('a version that there never was is not read', () => {
  expect(() => raise('ScriptEdited', 3, {})).toThrow('unknown version 3 of ScriptEdited')
  expect(() => raise('VideoReady', 0, {})).toThrow('unknown version 0')
})
