/** What the night shift, HeyGen's webhooks and time itself do, to the house and to the model. */
import { createHmac, randomUUID } from 'node:crypto'

import { expect, vi } from 'vitest'

import { webhookSecret } from '../setup/desk.ts'
import type { Request } from './model.ts'
import * as outside from './model-outside.ts'
import { filmScenarios, minute, writeScenarios } from './model-world.ts'
import { factsOf, pick, takeJob, type House } from './property-house.ts'

export async function write(house: House, request: Request, chosen: string): Promise<void> {
  const scenario = chosen === 'usual' ? house.weather.write : chosen
  const ends = writeScenarios[scenario]
  if (ends === undefined) throw new Error(`no such scenario: ${scenario}`)
  const { errand, memory } = await takeJob(house, 'write', request)
  if (outside.asksForScript(request)) house.simulators.openai.plan([scenario])
  await house.night.write(errand, new AbortController().signal)
  const last = (await factsOf(house, request)).at(-1)
  const text = last?.type === 'ScriptGenerated' ? last.data.textHash : null
  outside.wrote(house.world, request, memory, ends, text)
  house.met.add(`write ${ends}`)
}

export async function film(house: House, request: Request, chosen: string): Promise<void> {
  const { world, simulators, weather } = house
  const scenario = chosen === 'usual' ? weather.film : chosen
  const told = filmScenarios[scenario]
  if (told === undefined) throw new Error(`no such scenario: ${scenario}`)
  const { errand, memory } = await takeJob(house, 'film', request)
  const asked = outside.filmToAsk(request)
  const known = asked && outside.replayed(world, asked)
  const asks = asked !== null && !outside.isKeyTooOld(world, asked)
  if (asks && known === null) simulators.heygen.plan([scenario])
  expect({ tries: errand.tries, mayHaveCost: errand.mayHaveCost }).toEqual({
    tries: memory.tries,
    mayHaveCost: memory.mayHaveCost,
  })

  await house.night.film(errand)
  if (!asked) return
  const answer = asks ? (known ?? told.answer) : 'key too old'
  if (asks && known === null && told.made !== undefined) remember(house, asked.attempt, told)
  outside.filmed(world, request, asked, memory, answer)
  house.met.add(`film ${answer} → ${request.status}`)
}

/** HeyGen's own ids are read from its ledger: what was paid for is there, whatever was answered. */
function remember({ world, simulators }: House, attempt: string, told: (typeof filmScenarios)[string]): void {
  const entry = simulators.heygen.ledger().find(({ idempotency_key }) => idempotency_key === attempt)
  if (!entry) throw new Error(`HeyGen has no video of ${attempt}`)
  const { made = 'completed', named = true, listed = true, bad = 0 } = told
  world.videos.set(attempt, { id: entry.video_id, attempt, at: world.now(), made, named, listed, bad })
}

export async function watch(house: House, request: Request): Promise<void> {
  const { errand } = await takeJob(house, 'watch', request)
  await house.night.watch(errand)
  outside.watched(house.world, request)
  house.met.add(`watch → ${request.status}`)
}

export async function archive(house: House, request: Request): Promise<void> {
  const { errand, memory } = await takeJob(house, 'archive', request)
  await house.night.archive(errand)
  outside.archived(house.world, request, memory)
  if (request.current?.copied) house.met.add('copied')
}

type Sending = { nth: number; type: string; signed: boolean; sweptAtOnce: boolean }

/** A delivery about one of the videos that HeyGen has for this request. */
export async function deliver(
  house: House,
  request: Request,
  { nth, type, signed, sweptAtOnce }: Sending,
): Promise<void> {
  const { world } = house
  const mine = [...world.videos.values()].filter(({ attempt }) => request.films.some((one) => one.attempt === attempt))
  const video = pick(mine, nth)
  // Which of two films of a request ends first would be up to the order of rows: one at a time.
  if (!video || world.inbox.some((other) => mine.some(({ id }) => id === other.video && id !== video.id))) return
  const { id, attempt } = video
  await send(house, { event_type: type, event_data: { video_id: id, callback_id: attempt } }, signed)
  if (signed) world.inbox.push({ type, video: id, attempt, at: world.now(), due: world.now(), tries: 0 })
  if (sweptAtOnce) await sweep(house)
}

/** A video that is none of ours, and that nobody named to us. */
export async function deliverUnknown(house: House): Promise<void> {
  const { world } = house
  const video = randomUUID()
  await send(house, { event_type: 'avatar_video.success', event_data: { video_id: video } }, true)
  const type = 'avatar_video.success'
  world.inbox.push({ type, video, attempt: null, at: world.now(), due: world.now(), tries: 0 })
}

async function send(house: House, event: object, signed: boolean): Promise<void> {
  const eventId = `evt_${randomUUID()}`
  const body = new TextEncoder().encode(JSON.stringify({ event_id: eventId, ...event }))
  const secret = signed ? webhookSecret : 'whsec_of_somebody_else'
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const delivery = { body, headers: { 'heygen-signature': signature, 'heygen-event-id': eventId } }
  const receipt = await house.desk.receiveWebhook(delivery)
  expect(receipt).toEqual(signed ? { tag: 'stored' } : { tag: 'refused', reason: 'wrong' })
  house.met.add(`webhook ${receipt.tag}`)
  if (signed) house.delivered.push(delivery)
}

export async function redeliver(house: House, nth: number): Promise<void> {
  const delivery = pick(house.delivered, nth)
  if (!delivery) return
  expect(await house.desk.receiveWebhook(delivery)).toEqual({ tag: 'duplicate' })
  house.met.add('webhook duplicate')
}

export async function sweep(house: House): Promise<void> {
  const taken = await house.night.decideDeliveries()
  expect(taken).toBe(outside.swept(house.world))
  if (taken > 0) house.met.add('swept')
}

export async function reconcile(house: House): Promise<void> {
  const lost = outside.reconciled(house.world)
  expect(await house.night.reconcile()).toBe(lost)
  if (lost > 0) house.met.add('reconciled')
}

export async function loseJobs({ world, database }: House): Promise<void> {
  await database.archive.database.pool.query('delete from graphile_worker._private_jobs')
  world.jobs.clear()
}

/** For the house and for the simulators alike. */
export function wait(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * minute)
}
