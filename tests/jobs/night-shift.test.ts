/** The real night shift, twice on one database: who dies is replaced, what is lost is found, who stops leaves nothing. */
import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createNightDesk, type NightDesk } from '#app/desk/create-desk.ts'
import type { Errand } from '#app/desk/night.ts'
import { startNightShift, type NightShiftOptions } from '#app/jobs/night-shift.ts'
import { openDatabase } from '#db/database.ts'
import { openPresence, type Presence } from '#db/presence.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { signed, successOf } from '../desk/deliveries.ts'
import { book, by, done, film, launch, typesOf, viewOf } from '../desk/requests.ts'

const seldom = 600_000
const quietRounds = { freeMs: seldom, inboxMs: seldom, reconcileMs: seldom }

let house: TestDesk
const open: { stop(): Promise<void> }[] = []

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())
beforeEach(() => house.database.archive.database.pool.query('delete from graphile_worker._private_jobs'))
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()))
})

type Shift = { presence: Presence; ran: string[]; lines: string[]; stop(): Promise<void> }

/** A night shift as a process of its own would have it: its own connections and presence. */
async function start(
  desk: Partial<NightDesk> = {},
  rounds?: NightShiftOptions['rounds'],
  concurrency?: number,
): Promise<Shift> {
  const { connection } = house.database
  const database = openDatabase(connection, () => undefined)
  const presence = openPresence(connection, () => undefined)
  const ran: string[] = []
  const lines: string[] = []
  const say = (detail: object, line: string) => void lines.push(`${line} ${JSON.stringify(detail)}`)
  const shift = await startNightShift({
    pool: database.pool,
    desk: noting(ran, { ...createNightDesk(house.context), ...desk }),
    presence,
    log: { info: say, warn: say },
    ...(rounds === undefined ? {} : { rounds }),
    ...(concurrency === undefined ? {} : { concurrency }),
  })
  let stopping: Promise<void> | null = null
  const stop = () =>
    (stopping ??= shift
      .stop()
      .then(() => presence.close())
      .then(() => database.close()))
  open.push({ stop })
  return { presence, ran, lines, stop }
}

function noting(ran: string[], desk: NightDesk): NightDesk {
  const note = (task: string, { requestId }: Errand) => void ran.push(`${task} ${requestId}`)
  return {
    ...desk,
    write: (errand, signal) => (note('write', errand), desk.write(errand, signal)),
    film: (errand) => (note('film', errand), desk.film(errand)),
    watch: (errand) => (note('watch', errand), desk.watch(errand)),
    archive: (errand) => (note('archive', errand), desk.archive(errand)),
  }
}

const wish = async () =>
  done(await house.desk.generateScript(by(house), { requestId: await book(house), instructions: null }))
const statusOf = async (requestId: string) => (await viewOf(house, requestId)).status
const jobs = async () => {
  const { rows } = await sql<{ key: string; locked_by: string | null }>`
    select key, locked_by from graphile_worker._private_jobs`.execute(house.database.archive.database.kysely)
  return rows
}
const soon = { timeout: 8_000, interval: 50 }

describe('two at work', () => {
  it('share the jobs, and each job runs once', async () => {
    const shifts = [await start(), await start()]
    const wanted = await Promise.all(Array.from({ length: 24 }, wish))
    await expect
      .poll(async () => (await Promise.all(wanted.map(statusOf))).every((one) => one === 'drafted'), soon)
      .toBe(true)
    const ran = shifts.flatMap((shift) => shift.ran)
    expect(ran.toSorted()).toEqual(wanted.map((id) => `write ${id}`).toSorted())
    expect(shifts.map((shift) => shift.ran.length > 0)).toEqual([true, true])
    for (const id of wanted.slice(0, 3)) expect(await typesOf(house, id)).toHaveLength(4)
    expect(await jobs()).toEqual([])
  })

  it('a request goes all the way by itself', async () => {
    await start()
    const requestId = await launch(house)
    await expect
      .poll(async () => (await viewOf(house, requestId)).videoUrl, { ...soon, timeout: 15_000 })
      .toBe(`/media/${requestId}`)
    expect(
      house.simulators.heygen
        .ledger()
        .filter(({ title }) => title === (house.simulators.heygen.ledger().at(-1)?.title ?? '')),
    ).toHaveLength(1)
  }, 20_000)
})

describe('one of them dies', () => {
  it('its jobs are freed within five seconds or so, and done by the other', async () => {
    const { promise: hanging, resolve: release } = Promise.withResolvers<undefined>()
    // With one worker, which hangs: it cannot take back what is taken from it.
    const dying = await start({ write: () => hanging }, quietRounds, 1)
    const requestId = await wish()
    await expect.poll(() => dying.ran, soon).toEqual([`write ${requestId}`])
    const other = await start()
    await pause(2_500)
    expect(other.ran).toEqual([])

    const died = Date.now()
    await dying.presence.close()
    try {
      await expect.poll(() => statusOf(requestId), soon).toBe('drafted')
      expect(Date.now() - died).toBeLessThan(6_000)
      expect([other.ran, dying.ran]).toEqual([[`write ${requestId}`], [`write ${requestId}`]])
      expect(other.lines.some((line) => line.startsWith('jobs of dead workers freed'))).toBe(true)
    } finally {
      release(undefined)
    }
  }, 20_000)

  it('one who has only lost the line for a moment is not taken for dead, and pays for nothing meanwhile', async () => {
    const shift = await start({}, { ...quietRounds, freeMs: 300 })
    expect(shift.presence.alive()).toBe(true)
    const lost = expect.poll(() => shift.presence.alive(), { timeout: 2_000, interval: 1 }).toBe(false)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'recit-presence' and datname = current_database()`.execute(
      house.database.archive.database.kysely,
    )
    await lost
    await expect.poll(() => shift.presence.alive(), soon).toBe(true)
    const requestId = await wish()
    await expect.poll(() => statusOf(requestId), soon).toBe('drafted')
    expect(shift.lines.filter((line) => line.startsWith('jobs of dead'))).toEqual([])
  })
})

describe('what was lost', () => {
  it('a job that is gone is added again at the start, and each minute', async () => {
    const requestId = await wish()
    await house.database.archive.database.pool.query('delete from graphile_worker._private_jobs')
    const shift = await start()
    await expect.poll(() => statusOf(requestId), soon).toBe('drafted')
    expect(shift.ran).toContain(`write ${requestId}`)
  })

  it('a job that is there is not added twice', async () => {
    const requestId = await wish()
    expect([await house.night.reconcile(), (await jobs()).map(({ key }) => key)]).toEqual([0, [`write:${requestId}`]])
  })

  it('a round that fails is tried again, and says so', async () => {
    let failures = 2
    const decideDeliveries = () => (failures-- > 0 ? Promise.reject(new Error('not today')) : Promise.resolve(0))
    const shift = await start({ decideDeliveries }, { ...quietRounds, inboxMs: 20 })
    await expect.poll(() => failures < 0, soon).toBe(true)
    expect(shift.lines.filter((line) => line.includes('not today'))).toHaveLength(2)
  })

  it('a job that throws is tried again later, and the others go on', async () => {
    const shift = await start({ film: () => Promise.reject(new Error('broken')) }, quietRounds)
    const [bad, good] = [await launch(house), await wish()]
    await expect.poll(() => statusOf(good), soon).toBe('drafted')
    await expect.poll(async () => (await jobs()).find(({ key }) => key === `film:${bad}`)?.locked_by, soon).toBe(null)
    expect(shift.ran).toContain(`film ${bad}`)
  })
})

describe('the inbox', () => {
  it('is looked into each second', async () => {
    await start()
    const requestId = await film(house)
    await house.desk.receiveWebhook(signed(await successOf(house, requestId)))
    await expect.poll(() => statusOf(requestId), { timeout: 2_000, interval: 20 }).toBe('ready')
  })
})

describe('stopping', () => {
  it('waits for what is under way, takes nothing new, and leaves nothing running', async () => {
    const { promise: call, resolve: finish } = Promise.withResolvers<undefined>()
    const shift = await start({ write: () => call }, quietRounds)
    const first = await wish()
    await expect.poll(() => shift.ran, soon).toEqual([`write ${first}`])

    let stopped = false
    const stopping = shift.stop().then(() => void (stopped = true))
    const late = await wish()
    await pause(300)
    expect([stopped, shift.ran]).toEqual([false, [`write ${first}`]])
    finish(undefined)
    await stopping
    await pause(1_200)
    expect(shift.ran).toEqual([`write ${first}`])
    expect(await jobs()).toEqual([{ key: `write:${late}`, locked_by: null }])
    const { rows } = await sql<{ name: string }>`
      select application_name as name from pg_stat_activity
      where datname = current_database() and application_name in ('recit-presence', 'recit-inbox')`.execute(
      house.database.archive.database.kysely,
    )
    expect(rows).toEqual([])
  })

  it('of nobody at work is immediate', async () => {
    const shift = await start()
    const began = Date.now()
    await shift.stop()
    expect(Date.now() - began).toBeLessThan(1_500)
  })
})
