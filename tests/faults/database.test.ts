/** The database goes away under load and comes back: the process lives, people are told in French, nothing promised is lost. */
import { setTimeout as pause } from 'node:timers/promises'

import { beforeAll, describe, expect, test } from 'vitest'

import { killServer, serverPid } from '../embedded/house.ts'
import { until, type Child } from './child.ts'
import { createCluster, type Cluster } from './cluster.ts'
import { greeted, openHouse, type House } from './house.ts'
import { startLoad, type Heard, type Load } from './load.ts'
import { approvedRequests, askForScript, bookedRequest, launch, waitForFilm } from './orders.ts'
import { expectPaidOnce } from './paid-once.ts'
import type { Visitor } from './visitor.ts'

const patienceMs = 5_000

describe('a Postgres of somebody else', () => {
  let cluster: Cluster
  let house: House
  let app: Child
  let visitor: Visitor

  beforeAll(async () => {
    cluster = await createCluster()
    house = await openHouse(cluster.connection)
    app = await house.startApp()
    visitor = await house.signIn()
  })

  test('stopped at once and started again', () =>
    outage(
      () => cluster.end('SIGQUIT'),
      () => cluster.start(),
    ))
  test('killed and started again', () =>
    outage(
      () => cluster.end('SIGKILL'),
      () => cluster.start(),
    ))
  test('hanging, its connections open, and going on', () =>
    outage(
      () => cluster.hang(),
      () => cluster.goOn(),
    ))

  async function outage(begin: () => Promise<void> | void, end: () => Promise<void> | void): Promise<void> {
    const [film = ''] = await approvedRequests(house, visitor, 1)
    const paid = (await house.rehearsal.ledger()).length
    const load = startLoad(house, visitor)
    await until('the load', () => load.acknowledged.facts.length > 3)
    // HeyGen's answer to the paid call comes when nobody can write it down.
    await house.rehearsal.plan(['latency:1500+webhook_lost'])
    await launch(visitor, film)
    await until('the paid call', async () => (await house.rehearsal.ledger()).length > paid)
    await begin()
    const away = Date.now()
    await pause(6_000)
    const back = Date.now()
    await end()
    await expectRecovery(house, load).catch((error: unknown) => {
      throw new Error(`no recovery; the app said:\n${app.said()}`, { cause: error })
    })
    expect(app.alive()).toBe(true)
    expectToldInTime(load.heard.filter(({ at }) => at > away + 500 && at < back))
    await expectNothingLost(house, load)
    await waitForFilm(house, visitor, film, 20_000)
    await expectPaidOnce(house, film)
  }
})

test('the embedded Postgres killed: the app starts it again by itself', async () => {
  const house = await openHouse('embedded')
  const app = house.run(['server.ts'])
  await greeted(app)
  const load = startLoad(house, await house.signIn())
  await until('the load', () => load.acknowledged.facts.length > 3)
  const before = serverPid(house.dataDir)
  await killServer(house.dataDir)
  await expectRecovery(house, load)
  expect(app.alive()).toBe(true)
  expect(serverPid(house.dataDir)).not.toBe(before)
  expect(load.heard.filter(({ status }) => ![200, 204, 303, 503].includes(status))).toEqual([])
  await expectNothingLost(house, load)
})

/** The doors open again, and the night shift works: a script asked for now is written. */
async function expectRecovery(house: House, load: Load): Promise<void> {
  const { facts, deliveries } = load.acknowledged
  const [booked, delivered] = [facts.length, deliveries.length]
  await until('pages again', () => facts.length > booked + 3, 10_000)
  await until('webhooks again', () => deliveries.length > delivered + 3, 10_000)
  await load.stop()
  expect(load.unanswered).toEqual([])
  const visitor = await house.signIn()
  const id = await bookedRequest(house, visitor)
  await askForScript(visitor, id)
  await house.waitForStatus(id, 'drafted')
}

/** While it was away: 503 within five seconds, in French for people; nothing else but pages that need no database. */
function expectToldInTime(heard: Heard[]): void {
  const refused = heard.filter(({ status }) => status === 503)
  expect(heard.filter(({ status }) => status !== 503 && status !== 200)).toEqual([])
  expect(refused.filter(({ what }) => what === 'page').length).toBeGreaterThan(0)
  expect(refused.filter(({ what }) => what === 'webhook').length).toBeGreaterThan(0)
  expect(heard.filter(({ ms }) => ms > patienceMs).map(({ ms, what }) => ({ ms, what }))).toEqual([])
  for (const { html } of refused.filter(({ what }) => what === 'page')) {
    expect(html).toMatch(/<html lang="fr"[^]*Le journal ne répond pas/)
  }
}

async function expectNothingLost(house: House, { acknowledged: { facts, deliveries } }: Load): Promise<void> {
  expect(await house.missingFacts(facts)).toEqual([])
  expect(await house.missingDeliveries(deliveries)).toEqual([])
}
