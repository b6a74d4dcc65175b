/** Nothing waits for ever: the round that finds what was lost, and forgets what is long decided. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { inboxOf, receive, signed, successOf } from './deliveries.ts'
import { film, launch } from './requests.ts'
import { uncertain } from './stages.ts'

let house: TestDesk

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())

const run = <Row>(statement: ReturnType<typeof sql<Row>>) =>
  statement.execute(house.database.archive.database.kysely).then(({ rows }) => rows)
const forgetJobs = () => run(sql`delete from graphile_worker._private_jobs`)
const keys = async () =>
  (await run(sql<{ key: string }>`select key from graphile_worker.jobs order by key`)).map(({ key }) => key)

it('adds the lost job of each kind, once', async () => {
  const [filming, watched, slowly] = [await launch(house), await film(house), await uncertain(house)]
  await forgetJobs()
  expect(await house.night.reconcile()).toBe(3)
  expect(await keys()).toEqual([`film:${filming}`, `watch:${watched}`, `watch:${slowly}`].toSorted())
  expect(await house.night.reconcile()).toBe(0)
})

it('a job that was tried for the last time is no job', async () => {
  await run(sql`update graphile_worker._private_jobs set attempts = max_attempts where key like 'film:%'`)
  expect(await house.night.reconcile()).toBe(1)
})

it('finds the one that lost its job among thousands that wait with theirs', async () => {
  const lost = await launch(house)
  await run(sql`insert into book_requests select r.* from book_requests b, generate_series(1, 1500) n,
    lateral jsonb_populate_record(b, jsonb_build_object('id', md5(n::text)::uuid, 'updated_at', now() - interval '1 year')) r
    where b.id = ${lost}::uuid`)
  await run(sql`select graphile_worker.add_jobs(array_agg(row('film', json_build_object('requestId', id), null, null, 25,
    'film:' || id, null, null)::graphile_worker.job_spec)) from book_requests where awaits = 'film'`)
  await run(sql`delete from graphile_worker._private_jobs where key = ${`film:${lost}`}`)
  expect(await house.night.reconcile()).toBe(1)
  expect(await keys()).toContain(`film:${lost}`)
})

it('forgets what HeyGen said thirty days after it was decided, and still knows it again', async () => {
  const requestId = await film(house)
  const delivery = await successOf(house, requestId)
  await receive(house, delivery)
  await house.night.decideDeliveries()
  const bodies = async () => (await inboxOf(house)).map(({ body }) => body)
  house.time.ahead += 29 * 24 * 3_600_000
  await house.night.reconcile()
  expect(await bodies()).toEqual([signed(delivery).body])
  house.time.ahead += 2 * 24 * 3_600_000
  await house.night.reconcile()
  expect(await bodies()).toEqual([null])
  expect((await receive(house, delivery)).tag).toBe('duplicate')
})
