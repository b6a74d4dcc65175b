/** A database that takes too long: the answer comes within 5 s, whatever was tried, and nothing is tried twice in vain. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { openArchive, type Archive } from '#db/archive.ts'
import { DatabaseAway, reading } from '#db/database-away.ts'
import { openDatabase, type Database } from '#db/database.ts'

import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { appendOf, booked, edited, newStory, tell } from '../setup/history.ts'

const within = 5_000

let house: TestDatabase
/** Somebody at the database who is in nobody's hurry. */
let other: Database
beforeAll(async () => {
  house = await createTestDatabase()
  other = openDatabase(house.connection, () => undefined, { patience: 'long' })
})
afterAll(async () => {
  await other.close()
  await house.drop()
})

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  const outcome = await work().then(
    () => 'done',
    (error: unknown) => error,
  )
  return { outcome, ms: performance.now() - began }
}

describe('while a lock is held on the streams', () => {
  let holder: pg.PoolClient
  beforeEach(async () => {
    holder = await other.pool.connect()
    await holder.query('begin; lock table streams in access exclusive mode')
  })
  afterEach(async () => {
    await holder.query('rollback')
    holder.release()
  })

  test('an append is given up once, in time', async () => {
    const { outcome, ms } = await timed(() => house.archive.append(appendOf(newStory(house.archive), [booked()])))
    expect(outcome).toBeInstanceOf(DatabaseAway)
    expect(ms).toBeLessThan(3_500)
  })

  test('also where all connections are taken', async () => {
    const few = openArchive({ ...house, onError: () => undefined, max: 2 })
    const calls = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        await pause(n * 250)
        return timed(() => few.append(appendOf(newStory(few), [booked()])))
      }),
    )
    await few.close()
    expect(calls.filter(({ outcome }) => !(outcome instanceof DatabaseAway))).toEqual([])
    expect(calls.map(({ ms }) => Math.round(ms)).filter((ms) => ms > within)).toEqual([])
  })

  test('what Postgres cancelled is not sent again', async () => {
    const story = newStory(house.archive)
    const append = timed(() => house.archive.append(appendOf(story, [booked()])))
    const cancel = `select count(pg_cancel_backend(pid))::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%append_facts%'`
    const cancelled = async () => (await other.pool.query<{ n: number }>(cancel)).rows[0]?.n === 1
    while (!(await cancelled())) await pause(10)
    const { outcome, ms } = await append
    expect(outcome).toMatchObject({ code: 'database_away', cause: { code: '57014' } })
    expect(ms).toBeLessThan(1_500)
  })
})

describe('after a lost connection', () => {
  test('the second try gets what is left of the time', async () => {
    const lost = Object.assign(new Error('Connection terminated unexpectedly'), { code: '08006' })
    const tries: string[] = []
    const { outcome, ms } = await timed(() =>
      reading(async () => {
        tries.push('read')
        if (tries.length > 1) return new Promise<never>(() => undefined)
        await pause(1_000)
        throw lost
      }),
    )
    expect(outcome).toBeInstanceOf(DatabaseAway)
    expect([tries.length, ms < within]).toEqual([2, true])
  })

  test('an append whose own connection died is sent again', async () => {
    const story = newStory(house.archive)
    await tell(house.archive, story, [booked()])
    const { append } = dyingOnce(house.archive)
    expect(await append(appendOf(story, [edited('un')]))).toEqual({ tag: 'appended', version: 2 })
  })

  /** The archive, whose connections are ended by somebody else while they wait for their first append. */
  function dyingOnce(archive: Archive): Pick<Archive, 'append'> {
    return {
      async append(wish) {
        const holder = await other.pool.connect()
        await holder.query('begin; lock table streams in access exclusive mode')
        const appended = archive.append(wish)
        const end = `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%append_facts%'`
        while ((await other.pool.query<{ n: number }>(end)).rows[0]?.n !== 1) await pause(10)
        await holder.query('rollback')
        holder.release()
        return appended
      },
    }
  }
})

test.each(['55P03', '57014'])('a read that ended with %s is not repeated', async (code) => {
  let n = 0
  const read = () => {
    n += 1
    return Promise.reject(Object.assign(new Error(randomUUID()), { code }))
  }
  await expect(reading(read)).rejects.toBeInstanceOf(DatabaseAway)
  expect(n).toBe(1)
})
