import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { rebuildView } from '#db/rebuild.ts'

import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { booked, edited, newStory, tell, type Story } from '../setup/history.ts'

let house: TestDatabase
let stories: Story[]
beforeAll(async () => {
  house = await createTestDatabase()
  stories = Array.from({ length: 40 }, () => newStory(house.archive))
  for (const story of stories) {
    await tell(house.archive, story, [booked()])
    await tell(house.archive, story, [edited('un'), edited('deux')])
  }
})
afterAll(() => house.drop())

const fact = () => ({ id: randomUUID(), commandId: randomUUID(), at: new Date().toISOString() })
const query = (text: string, values: unknown[] = []) => house.archive.database.pool.query(text, values)

test('a view that says what the log says does not differ, and the rebuild is on record', async () => {
  const rebuilt = await rebuildView(house.archive, { fact: fact() })
  expect(rebuilt).toMatchObject({ facts: 120, requests: 40, differences: [] })
  expect(rebuilt.hashAfter).toBe(rebuilt.hashBefore)
  const { rows } = await query(
    "select type, payload -> 'data' -> 'differences' as n from events where stream = 'house'",
  )
  expect(rows).toEqual([{ type: 'ViewRebuilt', n: 0 }])
})

test('what somebody changed in the view is named and put right', async () => {
  const [changed, lost] = stories
  await query("update book_requests set last_name = 'Falsifié', status = 'ready' where id = $1", [changed?.requestId])
  await query('delete from book_requests where id = $1', [lost?.requestId])
  const { differences } = await rebuildView(house.archive, { fact: fact() })
  expect(differences.find(({ id }) => id === changed?.requestId)?.columns).toEqual(['last_name', 'status'])
  expect(differences.some(({ id }) => id === lost?.requestId)).toBe(true)
  expect(differences).toHaveLength(2)
  expect((await rebuildView(house.archive)).differences).toEqual([])
})

test('a dry run swaps nothing', async () => {
  await query("update book_requests set email = 'x' where id = $1", [stories[0]?.requestId])
  expect((await rebuildView(house.archive, { dryRun: true })).differences).toHaveLength(1)
  expect((await rebuildView(house.archive)).differences).toHaveLength(1)
})

test('the counts are made anew too', async () => {
  await query("insert into request_counts values ('drafted', 7)")
  await rebuildView(house.archive)
  const { counts } = await house.archive.listQueue({
    filter: null,
    search: '',
    sort: 'received',
    direction: 'desc',
    page: 1,
    pageSize: 5,
  })
  expect(counts['drafted']).toBe(40)
})

test('under eight writers no append fails and the new view is the fold of the whole log', async () => {
  let going = true
  const writers = Array.from({ length: 8 }, async (_, n) => {
    const mine = stories.filter((_, index) => index % 8 === n)
    let appended = 0
    for (let round = 0; going; round += 1) {
      const story = mine[round % mine.length]
      if (story) await tell(house.archive, story, [edited(`texte ${n} ${round}`)])
      appended += 1
    }
    return appended
  })
  const rebuilds = []
  for (let n = 0; n < 5; n += 1) rebuilds.push(await rebuildView(house.archive, { fact: fact() }))
  going = false
  const appended = (await Promise.all(writers)).reduce((sum, n) => sum + n, 0)
  expect(appended).toBeGreaterThan(50)
  for (const { differences } of rebuilds) expect(differences).toEqual([])
  const last = await rebuildView(house.archive)
  expect(last.differences).toEqual([])
  expect(last.facts).toBe(120 + appended)
})

test('the rebuilt table has the indexes of the first one', async () => {
  const { rows } = await query("select indexname from pg_indexes where tablename = 'book_requests' order by 1")
  expect(rows.map((row: { indexname: string }) => row.indexname)).toEqual([
    'book_requests_awaiting',
    'book_requests_failed',
    'book_requests_name',
    'book_requests_pkey',
    'book_requests_received',
    'book_requests_status',
    'book_requests_waiting',
  ])
})

test('a log that the law does not allow stops the rebuild and leaves the view as it is', async () => {
  const story = newStory(house.archive)
  await tell(house.archive, story, [booked()])
  await query('select append_facts($1,1,$2,$3,$4,$5,$6,$7,$8,$9,$10,null,null,$11,null,null,$12)', [
    ...[story.stream, randomUUID(), 'forged', [randomUUID()], ['RequestReopened'], [1], ['{"data":{}}']],
    ...['1', 'admin', 'x', new Date().toISOString(), '[]'],
  ])
  const before = (await query('select count(*) n from book_requests')).rows
  await expect(rebuildView(house.archive)).rejects.toThrow(/illegal history: RequestReopened/)
  expect((await query('select count(*) n from book_requests')).rows).toEqual(before)
})
