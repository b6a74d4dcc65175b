/** The swap of a rebuild: what the new table keeps of the old one, what is said of it, and that writers never wait long. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { rebuildView } from '#db/rebuild.ts'

import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { booked, edited, newStory, tell } from '../setup/history.ts'

const requests = 130

let house: TestDatabase
beforeAll(async () => {
  house = await createTestDatabase()
  for (let n = 0; n < requests; n += 1) await tell(house.archive, newStory(house.archive), [booked(), edited('un')])
})
afterAll(() => house.drop())

const fact = () => ({ id: randomUUID(), commandId: randomUUID(), at: new Date().toISOString() })
const query = async <Row>(text: string) => (await house.archive.database.pool.query(text)).rows as Row[]

/** Everything that a table is beside its rows. */
const shape = async () => ({
  options: await query("select reloptions from pg_class where oid = 'book_requests'::regclass"),
  columns: await query(
    `select attname, format_type(atttypid, atttypmod), attnotnull, attstorage, attcompression
     from pg_attribute where attrelid = 'book_requests'::regclass and attnum > 0 and not attisdropped order by attnum`,
  ),
  constraints: await query(
    `select conname, contype, pg_get_constraintdef(oid) from pg_constraint
     where conrelid = 'book_requests'::regclass order by 1`,
  ),
  indexes: await query("select indexdef from pg_indexes where tablename = 'book_requests' order by 1"),
  statistics: await query("select attname from pg_stats where tablename = 'book_requests' order by 1"),
  tables: await query("select relname from pg_class where relname like '%book_request%' order by 1"),
})

test('the table keeps its options, constraints, indexes, names and statistics, also the second time', async () => {
  await query('alter table book_requests set (fillfactor = 55, autovacuum_vacuum_scale_factor = 0.05)')
  await query('alter table book_requests alter column last_name set compression pglz')
  await query('vacuum analyze book_requests')
  const before = await shape()
  await rebuildView(house.archive)
  expect(await shape()).toEqual(before)
  await rebuildView(house.archive)
  expect(await shape()).toEqual(before)
  expect(await query("select reltuples from pg_class where oid = 'book_requests'::regclass")).toEqual([
    { reltuples: requests },
  ])
})

test('all that differs is counted, a hundred of it is named', async () => {
  await query("update book_requests set email = 'x'")
  const { differing, differences } = await rebuildView(house.archive, { fact: fact() })
  expect([differing, differences.length]).toEqual([requests, 100])
  expect(differences.every(({ columns }) => columns.join() === 'email')).toBe(true)
  expect(differences.map(({ id }) => id)).toEqual(differences.map(({ id }) => id).toSorted())
  const recorded = "select payload -> 'data' -> 'differences' as n from events where type = 'ViewRebuilt'"
  expect(await query(recorded)).toEqual([{ n: requests }])
})

test('a row too many in the view is a difference, and goes', async () => {
  await query(`insert into book_requests select (r).* from (select jsonb_populate_record(b, jsonb_build_object('id',
    gen_random_uuid())) as r from book_requests b limit 1) x`)
  const { differing, hashBefore, hashAfter } = await rebuildView(house.archive)
  expect([differing, hashBefore === hashAfter]).toEqual([1, false])
  expect(await query('select count(*)::int as n from book_requests')).toEqual([{ n: requests }])
})

test('what moved during the fold is folded, hashed and counted as it is at the swap', async () => {
  const story = newStory(house.archive)
  let going = true
  const writer = (async () => {
    await tell(house.archive, story, [booked()])
    while (going) {
      await tell(house.archive, story, [edited(`texte ${story.facts.length}`)])
      await tell(house.archive, newStory(house.archive), [booked()])
    }
  })()
  for (let n = 0; n < 3; n += 1) {
    const { differing, hashBefore, hashAfter } = await rebuildView(house.archive)
    expect([differing, hashBefore]).toEqual([0, hashAfter])
  }
  going = false
  await writer
  const { facts, requests: folded, hashAfter } = await rebuildView(house.archive)
  const [log] = await query(
    "select count(*)::int as facts, count(distinct stream)::int as folded from events where stream <> 'house'",
  )
  expect({ facts, folded }).toEqual(log)
  const hash = `select encode(sha256(string_agg(sha256(convert_to(b::text, 'UTF8')), ''::bytea order by id)), 'hex') as hash
    from book_requests b`
  expect(await query(hash)).toEqual([{ hash: hashAfter }])
})

test('a head without facts stops the rebuild', async () => {
  const { stream } = newStory(house.archive)
  await query(`insert into streams values ('${stream}', 3, '')`)
  await expect(rebuildView(house.archive)).rejects.toThrow('a head and no facts')
  await query(`delete from streams where stream = '${stream}'`)
})

test('while somebody holds the swap up, nobody else waits for it long', async () => {
  const holder = await house.archive.database.pool.connect()
  await holder.query('begin; set local idle_in_transaction_session_timeout = 0')
  await holder.query('select pg_advisory_xact_lock_shared(7201, 1)')
  const rebuilt = rebuildView(house.archive)
  const story = newStory(house.archive)
  await tell(house.archive, story, [booked()])
  const waits: number[] = []
  for (const until = performance.now() + 4_000; performance.now() < until; await pause(20)) {
    const began = performance.now()
    await tell(house.archive, story, [edited(`texte ${waits.length}`)])
    waits.push(performance.now() - began)
  }
  expect(Math.max(...waits)).toBeGreaterThan(500)
  expect(Math.max(...waits)).toBeLessThan(2_000)
  await holder.query('commit')
  holder.release()
  expect((await rebuilt).differing).toBe(0)
})
