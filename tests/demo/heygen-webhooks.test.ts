import { createHmac } from 'node:crypto'

import { expect, onTestFinished, test } from 'vitest'

import { createHeygenSimulator, type HeygenOptions } from '#demo/heygen.ts'
import { problemWith } from '#demo/heygen/schema.ts'
import { schemas } from '#demo/heygen/schemas.ts'

import { createVideo, folder, heygenRequest, receiver, until, type Received } from './rehearsal.ts'

const secret = 'whsec_simulated'

function open(options: Partial<HeygenOptions> = {}) {
  const heygen = createHeygenSimulator({
    ...{ dir: folder(), publicUrl: 'http://files.test', renderMs: 30, retryDelaysMs: [20, 20, 20] },
    ...options,
  })
  onTestFinished(() => heygen.stop())
  return heygen
}

type Told = { event_id?: string; event_type: string; event_data: Record<string, unknown>; created_at?: string }

const told = ({ bytes }: Received) => JSON.parse(bytes.toString()) as Told
const typesOf = (received: Received[]) => received.map((one) => told(one).event_type)
const hmac = (bytes: Buffer, key = secret) => createHmac('sha256', key).update(bytes).digest('hex')
const quiet = () => new Promise((resolve) => setTimeout(resolve, 120))

async function filmed(
  scenario: string,
  expected: number,
  options: Partial<HeygenOptions> = {},
  status?: (nth: number) => number,
) {
  const { url, received } = await receiver(status)
  const heygen = open({ webhook: { url, secret }, ...options })
  heygen.plan([scenario])
  await heygen.fetch(createVideo())
  await until(() => received.length >= expected)
  await quiet()
  expect(received).toHaveLength(expected)
  return { received, heygen, id: heygen.ledger()[0]?.video_id }
}

test('tells of the film, then of its captions, signed over the exact bytes', async () => {
  const { received, id } = await filmed('webhook_late_caption:150', 2)
  expect(typesOf(received)).toEqual(['avatar_video.success', 'avatar_video_caption.success'])
  for (const one of received) {
    expect(one.headers['heygen-signature']).toBe(hmac(one.bytes))
    expect(one.headers['heygen-event-id']).toBe(told(one).event_id)
    expect(Math.abs(Number(one.headers['heygen-timestamp']) - Date.now() / 1000)).toBeLessThan(10)
    expect(told(one).event_data).toMatchObject({ video_id: id, callback_id: 'attempt_1' })
    expect(told(one).created_at).toBeDefined()
  }
  expect(String(told(received[0] as Received).event_data['url'])).toMatch(/^http:\/\/files\.test\/files\/videos\//)
})

test('the header that was seen in production, and none at all', async () => {
  const { url, received } = await receiver()
  const heygen = open({ webhook: { url, secret, mode: 'production' } })
  await heygen.fetch(createVideo())
  await until(() => received.length === 2)
  const [seen] = received as [Received]
  expect(seen.headers['signature']).toBe(hmac(seen.bytes))
  expect(Object.keys(seen.headers).filter((name) => name.startsWith('heygen-'))).toEqual([])

  heygen.setWebhook({ url, secret, mode: 'unsigned' })
  await heygen.fetch(createVideo())
  await until(() => received.length === 4)
  expect(Object.keys(received[3]?.headers ?? {}).filter((name) => /signature|heygen/.test(name))).toEqual([])
})

test('switched off, nothing is sent; switched on, what was due is', async () => {
  const { url, received } = await receiver()
  const heygen = open({ webhook: { url, secret, mode: 'off' } })
  await heygen.fetch(createVideo())
  await quiet()
  expect(received).toEqual([])
  heygen.setWebhook({ url, secret })
  await until(() => received.length === 2)
})

test('tells of a failure', async () => {
  const { received, id } = await filmed('failed_rendering', 1)
  expect(told(received[0] as Received)).toMatchObject({
    event_type: 'avatar_video.fail',
    event_data: { video_id: id, msg: 'Video render failed', callback_id: 'attempt_1' },
  })
})

test('tries again, the same bytes under the same id, until it is taken, and then no more', async () => {
  const { received } = await filmed('webhook_late_caption:400000', 3, {}, (nth) => (nth < 3 ? 500 : 204))
  expect(new Set(received.map(({ bytes }) => bytes.toString())).size).toBe(1)
  expect(new Set(received.map(({ headers }) => headers['heygen-event-id'])).size).toBe(1)
})

test('gives up after its last try', async () => {
  await filmed('webhook_late_caption:400000', 3, { retryDelaysMs: [10, 10] }, () => 500)
})

test('duplicates, disorder, loss', async () => {
  expect(typesOf((await filmed('webhook_duplicate:3+webhook_late_caption:400000', 3)).received)).toEqual([
    ...['avatar_video.success', 'avatar_video.success', 'avatar_video.success'],
  ])
  expect(typesOf((await filmed('webhook_reorder+webhook_late_caption:150', 2)).received)).toEqual([
    ...['avatar_video_caption.success', 'avatar_video.success'],
  ])
  await filmed('webhook_lost', 0)
})

test('an unknown type, a ping that is no JSON, no event id, a wrong signature', async () => {
  const unknown = await filmed('webhook_unknown_event+webhook_late_caption:400000', 2)
  expect(typesOf(unknown.received)).toContain('avatar_video.moonlight')
  const pinged = await filmed('webhook_ping+webhook_late_caption:400000', 2)
  const ping = pinged.received.find(({ bytes }) => bytes.toString() === 'ping')
  expect(ping?.headers['heygen-signature']).toBe(hmac(Buffer.from('ping')))

  const nameless = await filmed('webhook_without_event_id', 2)
  expect(nameless.received[0]?.headers).not.toHaveProperty('heygen-event-id')
  expect(told(nameless.received[0] as Received)).not.toHaveProperty('event_id')
  const forged = (await filmed('webhook_wrong_signature', 2)).received[0] as Received
  expect(forged.headers['heygen-signature']).toMatch(/^[0-9a-f]{64}$/)
  expect(forged.headers['heygen-signature']).not.toBe(hmac(forged.bytes))
})

test('late on demand, and with a frozen timestamp on demand', async () => {
  let now = Date.UTC(2026, 10, 23)
  const clock = () => (now += 1_000)
  const stamps = async (scenario: string) => {
    const { received } = await filmed(scenario, 2, { clock, renderMs: 0 }, (nth) => (nth === 1 ? 500 : 200))
    return new Set(received.map(({ headers }) => headers['heygen-timestamp'])).size
  }
  expect(await stamps('webhook_late_caption:4000000')).toBe(2)
  expect(await stamps('webhook_late_caption:4000000+webhook_frozen_timestamp')).toBe(1)
  const started = Date.now()
  await filmed('webhook_late:150', 2)
  expect(Date.now() - started).toBeGreaterThanOrEqual(150)
})

test('a new process on the same folder ends the render and sends what was not taken, once', async () => {
  const dir = folder()
  const { url, received } = await receiver()
  const before = open({ dir, webhook: { url, secret }, renderMs: 150 })
  await before.fetch(createVideo())
  before.stop()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(received).toEqual([])

  const after = open({ dir, webhook: { url, secret } })
  // Delivery is at least once: what the receiver took counts when its answer has come back.
  await until(async () => {
    const past = await after.fetch(heygenRequest('/v3/webhooks/events'))
    return ((await past.json()) as { data: unknown[] }).data.length === 2
  })
  after.stop()
  open({ dir, webhook: { url, secret } })
  await quiet()
  expect(received).toHaveLength(2)
})

test('callback_url is told beside the endpoint, unsigned', async () => {
  const { url, received } = await receiver()
  const own = await receiver()
  const heygen = open({ webhook: { url: own.url, secret } })
  await heygen.fetch(createVideo({ callback_url: url }))
  await until(() => received.length === 2 && own.received.length === 2)
  expect(received[0]?.headers).not.toHaveProperty('heygen-signature')
})

test('endpoints are registered after a probe, listed without their secret, changed, rotated and removed', async () => {
  const { url, received } = await receiver()
  const heygen = open()
  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const answer = await heygen.fetch(heygenRequest(`/v3/webhooks/${path}`, { method, ...(body ? { body } : {}) }))
    return [answer.status, (await answer.json()) as { data: { endpoint_id: string; secret: string | null } }] as const
  }
  const [, made] = await ask('endpoints', 'POST', { url, events: ['avatar_video.success'] })
  expect(problemWith(schemas.WebhookEndpointsCreate.response, made)).toBeNull()
  const { endpoint_id: id, secret: first } = made.data
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  const [, list] = await ask('endpoints')
  expect(list).toMatchObject({ data: [{ endpoint_id: id, secret: null }], has_more: false })

  const [, rotated] = await ask(`endpoints/${id}/rotate-secret`, 'POST')
  await heygen.fetch(createVideo())
  await until(() => received.length === 1)
  await quiet()
  expect(typesOf(received)).toEqual(['avatar_video.success'])
  const [one] = received as [Received]
  expect(one.headers['heygen-signature']).toBe(hmac(one.bytes, String(rotated.data.secret)))
  expect(one.headers['heygen-signature']).not.toBe(hmac(one.bytes, String(first)))

  const [, past] = await ask('events')
  expect(problemWith(schemas.WebhookEventsList.response, past)).toBeNull()
  expect(past.data).toMatchObject([{ event_type: 'avatar_video.success' }])
  expect((await ask(`endpoints/${id}`, 'PATCH', { events: ['batch.finished'] }))[1]).toMatchObject({
    data: { events: ['batch.finished'] },
  })
  expect((await ask(`endpoints/${id}`, 'PATCH', { events: ['moon.risen'] }))[0]).toBe(400)
  expect((await ask(`endpoints/${id}`, 'DELETE'))[0]).toBe(200)
  expect((await ask(`endpoints/${id}`, 'DELETE'))[0]).toBe(404)
  expect((await ask('endpoints', 'POST', { url: 'http://127.0.0.1:1/nobody' }))[0]).toBe(400)
})
