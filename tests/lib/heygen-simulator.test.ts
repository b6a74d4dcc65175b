/** The telephone and the storage against the rehearsal's HeyGen and its file host. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { createHeygen, type VideoCall } from '#app/lib/heygen.ts'
import { createStorage } from '#app/lib/storage.ts'
import { createHeygenSimulator } from '#demo/heygen.ts'
import { serve, type Heard } from './wire.ts'

const call: VideoCall = {
  idempotencyKey: '3f0c:1',
  title: 'recit-3f0c',
  callbackId: '3f0c',
  avatarId: 'look_2ad94c10',
  voiceId: 'voice_fr_0192',
  engine: 'avatar_iv',
  resolution: '1080p',
  aspectRatio: '16:9',
  locale: 'fr-FR',
}
const script = 'Bonjour Camille. Votre chemin de vie est le sept. Prenez un instant pour vous, et écoutez.'
const file = '3f0c2c1e-8a52-4b7e-9d3f-1c2d3e4f5a6b.mp4'

async function rehearse(...scenarios: string[]) {
  const dir = await mkdtemp(join(tmpdir(), 'recit-heygen-'))
  let origin = ''
  const simulator = createHeygenSimulator({ dir: join(dir, 'sim'), publicUrl: () => origin, renderMs: 0 })
  simulator.plan(scenarios)
  const server = await serve((response, heard) => void relay(simulator, `${origin}${heard.path}`, { response, heard }))
  origin = server.origin
  const storage = createStorage({ dir: join(dir, 'films'), fileHosts: [server.host] })
  onTestFinished(async () => {
    simulator.stop()
    await storage.close()
    await rm(dir, { recursive: true })
  })
  return { simulator, storage, heygen: createHeygen({ apiKey: 'k', baseUrl: origin }) }
}

async function relay(
  simulator: { fetch(request: Request): Promise<Response> },
  url: string,
  { response, heard }: { response: ServerResponse; heard: Heard },
) {
  const { method, headers, body } = heard
  const given = Object.entries(headers).filter(([name]) => !['connection', 'host', 'content-length'].includes(name))
  const init = { method, headers: given as [string, string][], ...(body !== '' && { body }) }
  const answer = await simulator.fetch(new Request(url, init))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  const bytes = Buffer.from(await answer.arrayBuffer())
  // What is shorter than it declared ends as a broken connection does.
  if (Number(answer.headers.get('content-length') ?? bytes.length) === bytes.length) response.end(bytes)
  else response.write(bytes, () => response.socket?.destroy())
}

test('a film is asked for, found, read and brought home', async () => {
  const { heygen, storage, simulator } = await rehearse()
  const created = await heygen.createVideo(call, script)
  expect(created).toMatchObject({ tag: 'accepted' })
  if (created.tag !== 'accepted') return
  expect(await heygen.createVideo(call, script)).toMatchObject({ tag: 'accepted', videoId: created.videoId })
  expect(simulator.ledger()).toHaveLength(1)
  const found = await heygen.findVideosByTitle(call.title)
  expect(found).toMatchObject({ tag: 'ok', complete: true, items: [{ videoId: created.videoId, title: call.title }] })
  const reading = await heygen.readVideo(created.videoId)
  expect(reading).toMatchObject({ tag: 'completed', title: call.title })
  if (reading.tag !== 'completed') return
  expect(await storage.download({ url: reading.videoUrl, file })).toMatchObject({ tag: 'stored', file })
})

test.each([
  ['payment_required', { tag: 'refused', code: 'insufficient_credit' }],
  ['policy_refused', { tag: 'refused', code: 'content_policy_violation' }],
  ['unauthorized', { tag: 'refused', code: 'unauthorized' }],
  ['forbidden', { tag: 'refused', code: 'forbidden' }],
  ['rate_limited:9', { tag: 'busy', code: 'rate_limit_exceeded', mayHaveCost: false, retryAfterMs: 9000 }],
  ['internal_error', { tag: 'busy', code: 'internal_error', mayHaveCost: true }],
  ['gateway_timeout', { tag: 'busy', code: 'gateway_timeout' }],
  ['html_body', { tag: 'busy', code: 'http_502' }],
  ['error_after_accept', { tag: 'busy', mayHaveCost: true }],
  ['accepted_without_video_id', { tag: 'unknown', code: 'no_video_id' }],
])('a creation in the mood of %s', async (scenario, outcome) => {
  const { heygen } = await rehearse(scenario)
  expect(await heygen.createVideo(call, script)).toMatchObject(outcome)
})

test.each([
  ['failed_credit', { tag: 'failed', code: 'movio_payment_insufficient_credit' }],
  ['failed_no_reason', { tag: 'failed', code: 'unknown_reason', message: null }],
  ['never_ends', { tag: 'pending' }],
  ['completed_without_url', { tag: 'pending', code: 'completed_without_url' }],
  ['read_html_404', { tag: 'unavailable', code: 'http_404' }],
  ['read_error', { tag: 'unavailable' }],
])('a video whose fate is %s', async (scenario, reading) => {
  const { heygen } = await rehearse(scenario)
  const created = await heygen.createVideo(call, script)
  expect(await heygen.readVideo(created.tag === 'accepted' ? created.videoId : '')).toMatchObject(reading)
})

test.each([
  ['file_truncated', { tag: 'failed', retry: true }],
  ['file_wrong_type', { tag: 'failed', code: 'wrong_type', retry: true }],
  ['file_expired', { tag: 'failed', code: 'link_expired', retry: true }],
])('a download in the mood of %s, then another', async (scenario, outcome) => {
  const { heygen, storage } = await rehearse(scenario)
  const created = await heygen.createVideo(call, script)
  const read = () => heygen.readVideo(created.tag === 'accepted' ? created.videoId : '')
  const fetchOnce = async () => {
    const reading = await read()
    return storage.download({ url: reading.tag === 'completed' ? reading.videoUrl : '', file })
  }
  expect(await fetchOnce()).toMatchObject(outcome)
  expect(await fetchOnce()).toMatchObject({ tag: 'stored' })
})

test('the catalogue is read: what can be filmed, who speaks French, what is in the purse', async () => {
  const { heygen } = await rehearse()
  const looks = await heygen.listLooks()
  expect(looks.tag === 'ok' && looks.items.map(({ id }) => id)).toContain(call.avatarId)
  const voices = await heygen.listVoices({ language: 'French' })
  expect(voices.tag === 'ok' && voices.items.map(({ id }) => id)).toContain(call.voiceId)
  expect(await heygen.readBalance()).toMatchObject({ tag: 'ok', billing: 'wallet' })
})
