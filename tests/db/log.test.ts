import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { appendOf, booked, edited, newStory, tell } from '../setup/history.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let house: TestDatabase
beforeAll(async () => {
  house = await createTestDatabase()
})
afterAll(() => house.drop())

const approval = {
  ...{ fourEyes: 'off' as const, linterVersion: null, blocking: [], overridden: false, overrideReason: null },
}
const count = async (sql: string, values: unknown[] = []) =>
  Number((await house.archive.database.pool.query<{ n: string }>(sql, values)).rows[0]?.n)

describe('append', () => {
  test('a request reads back as it was told', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked('Zoé', 'L’Hermitte-Cœur')])
    await tell(house.archive, story, [edited('Bonjour Zoé.'), edited('Bonsoir Zoé.')])
    const { facts } = await house.archive.readStream(story.stream)
    expect(facts).toEqual(story.facts)
  })

  test('of fifty pairs of creations at once exactly fifty succeed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const story = newStory(house.archive)
        return Promise.all([1, 2].map(() => house.archive.append(appendOf(story, [booked()]))))
      }),
    )
    const tags = answers.map((pair) => pair.map(({ tag }) => tag).sort())
    expect(tags).toEqual(Array.from({ length: 50 }, () => ['appended', 'conflict']))
  })

  test('a conflict names what came between', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    const late = appendOf(story, [edited('deux')])
    await tell(house.archive, story, [edited('un')])
    const answer = await house.archive.append(late)
    expect(answer).toMatchObject({
      tag: 'conflict',
      conflict: { expected: 1, actual: 2, type: 'ScriptEdited', actorKind: 'admin' },
    })
  })

  test('the same command eight times at once is one fact', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    const command = { id: randomUUID(), verb: 'editScript' }
    const append = appendOf(story, [edited('une fois')], { command })
    const answers = await Promise.all(Array.from({ length: 8 }, () => house.archive.append(append)))
    expect(answers.map(({ tag }) => tag).sort()).toEqual(['appended', ...Array.from({ length: 7 }, () => 'repeated')])
    expect(await count('select count(*) n from events where command_id = $1', [command.id])).toBe(1)
  })

  test('what fails half-way leaves nothing: no fact, no command, no row, no job', async () => {
    const story = newStory(house.archive)
    const append = appendOf(story, [booked()])
    const jobs = [
      { task: 'write', key: `write:${story.requestId}`, payload: { requestId: story.requestId }, runAt: 'no instant' },
    ]
    await expect(house.archive.append({ ...append, jobs })).rejects.toThrow(/timestamp/)
    const left = await Promise.all([
      count('select count(*) n from events where stream = $1', [story.stream]),
      count('select count(*) n from streams where stream = $1', [story.stream]),
      count('select count(*) n from commands where stream = $1', [story.stream]),
      count('select count(*) n from request_keys where stream = $1', [story.stream]),
      count('select count(*) n from book_requests where id = $1', [story.requestId]),
      count('select count(*) n from graphile_worker.jobs where key = $1', [`write:${story.requestId}`]),
    ])
    expect(left).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('data of another shape is not stored', async () => {
    const story = newStory(house.archive)
    const append = appendOf(story, [booked()])
    const broken = { type: 'ScriptApproved', data: { ...approval, textHash: 'short' } } as const
    await expect(house.archive.append({ ...append, facts: [{ id: randomUUID(), deed: broken }] })).rejects.toThrow(
      /textHash/,
    )
  })

  test('eight writers on their own streams lose nothing and leave no gap', async () => {
    const stories = Array.from({ length: 8 }, () => newStory(house.archive))
    await Promise.all(
      stories.map(async (story) => {
        await tell(house.archive, story, [booked()])
        for (let n = 0; n < 20; n += 1) await tell(house.archive, story, [edited(`texte ${n}`)])
      }),
    )
    for (const { stream } of stories) {
      const { links, headHolds } = await house.archive.proveStream(stream)
      expect(links.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
      expect(links.every(({ proven }) => proven)).toBe(true)
      expect(headHolds).toBe(true)
    }
  })
})

describe('the log stays as it is', () => {
  test.each([
    ['update', "update events set type = 'Other'"],
    ['delete', 'delete from events'],
    ['truncate', 'truncate events'],
  ])('%s is refused, also to a session that silences ordinary triggers', async (_, statement) => {
    await tell(house.archive, newStory(house.archive), [booked()])
    const client = await house.archive.database.pool.connect()
    try {
      await expect(client.query(statement)).rejects.toMatchObject({ code: 'BR004' })
      await client.query("set session_replication_role = 'replica'")
      await expect(client.query(statement)).rejects.toMatchObject({ code: 'BR004' })
    } finally {
      await client.query('reset session_replication_role')
      client.release()
    }
  })

  test.each([
    ['an actor', "update events set actor_id = 'somebody' where stream = $1 and version = 2", 2],
    ['a body', "update events set body = replace(body, 'false', 'true') where stream = $1 and version = 3", 3],
    [
      'an instant',
      "update events set recorded_at = recorded_at - interval '1 day' where stream = $1 and version = 2",
      2,
    ],
    ['a missing fact', 'delete from events where stream = $1 and version = 2', 3],
  ])('an owner who silences the triggers and changes %s is found out', async (_, statement, brokenAt) => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    await tell(house.archive, story, [edited('un')])
    const data = { textHash: (edited('un') as { data: { textHash: string } }).data.textHash }
    await tell(house.archive, story, [{ type: 'ScriptApproved', data: { ...approval, ...data } }])
    const { pool } = house.archive.database
    await pool.query('alter table events disable trigger all')
    await pool.query(statement, [story.stream])
    await pool.query('alter table events enable always trigger events_stay, enable always trigger events_stay_whole')
    const { links } = await house.archive.proveStream(story.stream)
    expect(links.find(({ proven }) => !proven)?.version).toBe(brokenAt)
  })

  test('a tail that was cut is found by the head of the stream', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    await tell(house.archive, story, [edited('un')])
    const { pool } = house.archive.database
    await pool.query('alter table events disable trigger all')
    await pool.query('delete from events where stream = $1 and version = 2', [story.stream])
    await pool.query('alter table events enable always trigger events_stay, enable always trigger events_stay_whole')
    const { links, headHolds } = await house.archive.proveStream(story.stream)
    expect(links.every(({ proven }) => proven)).toBe(true)
    expect(headHolds).toBe(false)
  })
})

test('a proof is of one moment: facts, links and head agree while others write', async () => {
  const story = newStory(house.archive)
  await tell(house.archive, story, [booked()])
  let going = true
  const writer = (async () => {
    while (going) await tell(house.archive, story, [edited(`texte ${story.facts.length}`)])
  })()
  for (let n = 0; n < 100; n += 1) {
    const { facts, links, headHolds } = await house.archive.proveStream(story.stream)
    expect([links.map(({ version }) => version), headHolds]).toEqual([facts.map(({ version }) => version), true])
  }
  going = false
  await writer
  expect((await house.archive.proveStream(story.stream)).facts).toEqual(story.facts)
})

describe('personal fields', () => {
  test('are not in the log in clear, and open with their key only', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked('Personne', 'Introuvable')])
    await tell(house.archive, story, [edited('Un secret bien gardé.')])
    const { rows } = await house.archive.database.pool.query<{ body: string }>(
      'select body from events where stream = $1',
      [story.stream],
    )
    for (const { body } of rows) expect(body).not.toMatch(/Personne|Introuvable|exemple\.fr|1985|secret/)
  })

  test('read as null once the key is destroyed, and the chain still holds', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    await tell(house.archive, story, [edited('texte')])
    await house.archive.database.pool.query('update request_keys set wrapped_key = null where stream = $1', [
      story.stream,
    ])
    const { facts, erased } = await house.archive.readStream(story.stream)
    expect(erased).toBe(true)
    expect(facts[0]?.data).toMatchObject({ firstNames: null, lastName: null, birthDate: null, email: null })
    expect(facts[1]?.data).toMatchObject({ script: null, words: 1 })
    expect((await house.archive.proveStream(story.stream)).links.every(({ proven }) => proven)).toBe(true)
  })

  test('are left out of what still happens after that', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    const { pool } = house.archive.database
    await pool.query('update request_keys set wrapped_key = null where stream = $1', [story.stream])
    const append = { ...appendOf(story, [edited('Un secret bien gardé.')]), key: null }
    expect(await house.archive.append(append)).toMatchObject({ tag: 'appended', version: 2 })
    const { rows } = await pool.query<{ body: string }>('select body from events where stream = $1 and version = 2', [
      story.stream,
    ])
    expect(Object.keys(JSON.parse(rows[0]?.body ?? ''))).toEqual(['data'])
    expect((await house.archive.readStream(story.stream)).facts[1]?.data).toMatchObject({ script: null })
    expect((await house.archive.proveStream(story.stream)).headHolds).toBe(true)
  })
})
