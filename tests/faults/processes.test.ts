/** How the processes begin, share a folder and end: the product's own entries, as `npm start` and `npm run worker` run them. */
import { setTimeout as pause } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { serverPid } from '../embedded/house.ts'
import { until, type Child } from './child.ts'
import { greeted, openHouse, type House } from './house.ts'
import { approvedRequests, askForScript, book, bookedRequest, launch, waitForFilm } from './orders.ts'
import { expectPaidOnce } from './paid-once.ts'
import { beginBooking } from './slow-booking.ts'
import { createVisitor } from './visitor.ts'

test('a second web app on the same folder is refused in words, and the first goes on', async () => {
  const house = await openHouse('embedded')
  const first = await startServer(house)
  const second = house.run(['server.ts'], { PORT: '0' })
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/^Récit tourne déjà sur ce dossier/m)
  const visitor = createVisitor(house.origin)
  expect((await book(visitor)).status).toBe(303)
  expect(await house.missingFacts(visitor.acknowledged)).toEqual([])
  first.signal('SIGINT')
  expect(await first.ended).toBe(0)
  expect(serverPid(house.dataDir)).toBe(0)
}, 60_000)

test('SIGTERM lets a request that has begun end well, and takes no new one', async () => {
  const house = await openHouse('shared')
  const app = await startServer(house)
  const slow = await beginBooking(house)
  app.signal('SIGTERM')
  await until('the door to be shut', () => isShut(house))
  expect(app.alive()).toBe(true)
  slow.finish()
  expect(await slow.answer).toMatch(/^HTTP\/1\.1 303 /)
  expect(await app.ended).toBe(0)
  expect(await house.missingFacts([slow.promised])).toEqual([])
}, 60_000)

test('a second signal ends at once; the Postgres left behind is adopted with every row', async () => {
  const house = await openHouse('embedded')
  const app = await startServer(house)
  const visitor = createVisitor(house.origin)
  expect((await book(visitor)).status).toBe(303)
  const orphan = serverPid(house.dataDir)
  await beginBooking(house)
  app.signal('SIGTERM')
  await until('the door to be shut', () => isShut(house))
  await pause(300)
  expect(app.alive()).toBe(true)
  const since = performance.now()
  app.signal('SIGTERM')
  expect(await app.ended).toBe(1)
  expect(performance.now() - since).toBeLessThan(500)

  expect(serverPid(house.dataDir)).toBe(orphan)
  const next = await startServer(house)
  expect(serverPid(house.dataDir)).toBe(orphan)
  expect(await house.missingFacts(visitor.acknowledged)).toEqual([])
  next.signal('SIGTERM')
  expect(await next.ended).toBe(0)
  expect(serverPid(house.dataDir)).toBe(0)
}, 60_000)

test('with WORKER=off nothing is written until a worker of its own comes', async () => {
  const house = await openHouse('embedded')
  await startServer(house, { WORKER: 'off' })
  const visitor = await house.signIn()
  const id = await bookedRequest(house, visitor)
  await askForScript(visitor, id)
  await pause(1_500)
  expect(await house.hasFact(id, 'ScriptAttempted')).toBe(false)
  const worker = house.run(['scripts/worker.ts'])
  await house.waitForStatus(id, 'drafted')
  worker.signal('SIGTERM')
  expect(await worker.ended).toBe(0)
}, 60_000)

test('with webhooks off polling finishes a film, and stops by itself', async () => {
  const house = await openHouse('shared', { webhooks: false })
  await house.startApp()
  const visitor = await house.signIn()
  const [id = ''] = await approvedRequests(house, visitor, 1)
  await launch(visitor, id)
  await waitForFilm(house, visitor, id, 20_000)
  await expectPaidOnce(house, id)
  expect(await house.ask('select 1 from webhook_inbox')).toEqual([])
  await until('the last job', async () => (await house.jobsLeft()) === 0)
  const asked = await house.rehearsal.countCalls()
  await pause(1_500)
  expect(await house.jobsLeft()).toBe(0)
  expect(await house.rehearsal.countCalls()).toBe(asked)
}, 60_000)

test('with DATABASE_URL no module of the embedded Postgres is loaded', async () => {
  const [own, given] = [await openHouse('embedded'), await openHouse('shared')]
  const embedded = /loaded file:\S*\/db\/embedded\//
  expect(await modulesOf(own)).toMatch(embedded)
  const loaded = await modulesOf(given)
  expect(loaded).toMatch(/loaded file:\S*\/db\/archive\.ts/)
  expect(loaded).not.toMatch(embedded)
}, 60_000)

async function startServer(house: House, more: Record<string, string> = {}): Promise<Child> {
  const app = house.run(['server.ts'], more)
  await greeted(app)
  return app
}

async function modulesOf(house: House): Promise<string> {
  const app = house.run(['--import', './tests/faults/loaded-modules.ts', 'server.ts'])
  await greeted(app)
  app.signal('SIGTERM')
  expect(await app.ended).toBe(0)
  return app.said()
}

const isShut = ({ origin }: House) =>
  fetch(`${origin}/healthz`, { headers: { connection: 'close' } }).then(
    () => false,
    () => true,
  )
