import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let house: TestDatabase
beforeAll(async () => {
  house = await createTestDatabase()
})
afterAll(() => house.drop())
beforeEach(() => query('delete from webhook_inbox'))

const query = async <Row>(text: string) => (await house.archive.database.pool.query(text)).rows as Row[]
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString()

const deliver = (deliveryKey: string, at: string) =>
  house.archive.storeDelivery({
    ...{ deliveryKey, eventType: 'avatar_video.success', videoId: deliveryKey, callbackId: null },
    ...{ headers: { 'user-agent': 'HeyGen' }, body: Buffer.from(deliveryKey), at },
  })

test('claims come in the order in which they were due', async () => {
  const due = [5, 2, 9, 1, 7, 3, 8, 2]
  for (const [n, when] of due.entries()) await deliver(`delivery ${n}`, day(when))
  const claimed = await house.archive.claimDeliveries(day(20), day(21), 7)
  expect(claimed.map(({ videoId }) => videoId)).toEqual([3, 1, 7, 5, 0, 4, 6].map((n) => `delivery ${n}`))
  expect(await house.archive.claimDeliveries(day(20), day(21), 7)).toMatchObject([{ videoId: 'delivery 2', tries: 1 }])
})

test('what was decided long ago is forgotten, some at a time; the key, what it was about and its outcome stay', async () => {
  for (const key of ['first', 'second', 'third', 'late', 'open']) await deliver(key, day(1))
  const ids = new Map(
    (await query<{ id: string; key: string }>('select id, delivery_key as key from webhook_inbox')).map((row) => [
      row.key,
      row.id,
    ]),
  )
  for (const [key, when] of [
    ['first', 2],
    ['second', 3],
    ['third', 4],
    ['late', 10],
  ] as const)
    await house.archive.decideDelivery(ids.get(key) ?? '', 'decided', day(when))
  expect(await house.archive.purgeDeliveries(day(9), 2)).toBe(2)
  expect(await query('select delivery_key as key from webhook_inbox where body is null')).toEqual([
    { key: 'first' },
    { key: 'second' },
  ])
  expect([await house.archive.purgeDeliveries(day(9), 2), await house.archive.purgeDeliveries(day(9), 2)]).toEqual([
    1, 0,
  ])
  const rows = await query(`select delivery_key as key, video_id, outcome, body, headers is null as purged
    from webhook_inbox where delivery_key in ('third', 'late') order by id`)
  expect(rows).toEqual([
    { key: 'third', video_id: 'third', outcome: 'decided', body: null, purged: true },
    { key: 'late', video_id: 'late', outcome: 'decided', body: Buffer.from('late'), purged: false },
  ])
  expect(await deliver('first', day(30))).toBe(false)
})
