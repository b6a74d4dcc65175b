import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { createHeygenSimulator, type HeygenOptions } from '#demo/heygen.ts'

import { createVideo, folder, heygenRequest } from './rehearsal.ts'

type ErrorAnswer = { error: { code: string; param?: string; message: string; doc_url: string } }
type Created = { data: { video_id?: string; status: string; output_format: string } }

function open(options: Partial<HeygenOptions> = {}) {
  const heygen = createHeygenSimulator({ dir: folder(), publicUrl: 'http://files.test', renderMs: 40, ...options })
  onTestFinished(() => heygen.stop())
  return heygen
}

const created = async (answer: Response) => (await answer.json()) as Created

test('a creation is one line in the ledger, with the hash of its exact bytes', async () => {
  const dir = folder()
  const heygen = open({ dir })
  const answer = await heygen.fetch(createVideo({}, 'key-1'))
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
  const { data } = await created(answer)
  expect(data).toMatchObject({ status: 'waiting', output_format: 'mp4' })

  const [entry] = heygen.ledger()
  expect(entry).toMatchObject({ video_id: data.video_id, idempotency_key: 'key-1', title: 'attempt_1' })
  expect(entry?.body_sha256).toBe(heygen.calls()[0]?.bodySha256)
  const lines = readFileSync(join(dir, 'ledger.jsonl'), 'utf8').trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { video_id: string }).video_id)).toEqual([data.video_id])
})

test('the same key answers the original, whatever the body, and costs nothing', async () => {
  const heygen = open()
  const first = await created(await heygen.fetch(createVideo({}, 'key-1')))
  const again = await created(await heygen.fetch(createVideo({ script: 'Tout autre chose.', foo: 1 }, 'key-1')))
  expect(again).toEqual(first)
  expect(heygen.ledger()).toHaveLength(1)
  await heygen.fetch(createVideo({}, 'key-2'))
  await heygen.fetch(createVideo())
  expect(heygen.ledger()).toHaveLength(3)
})

test('a key is known for 24 hours', async () => {
  let now = Date.UTC(2026, 10, 23)
  const heygen = open({ clock: () => now })
  const first = await created(await heygen.fetch(createVideo({}, 'key-1')))
  now += 24 * 3_600_000 - 1
  expect(await created(await heygen.fetch(createVideo({}, 'key-1')))).toEqual(first)
  now += 1
  expect(await created(await heygen.fetch(createVideo({}, 'key-1')))).not.toEqual(first)
  expect(heygen.ledger()).toHaveLength(2)
})

test('the same key is refused while the first call is under way', async () => {
  const heygen = open()
  heygen.plan(['latency:400'])
  const first = heygen.fetch(createVideo({}, 'key-1'))
  await new Promise((resolve) => setTimeout(resolve, 10))
  const second = await heygen.fetch(createVideo({}, 'key-1'))
  expect([second.status, ((await second.json()) as ErrorAnswer).error.code]).toEqual([409, 'request_in_progress'])
  const { data } = await created(await first)
  expect((await created(await heygen.fetch(createVideo({}, 'key-1')))).data.video_id).toBe(data.video_id)
})

test('ledger and keys outlive the process, even one that died while it wrote', async () => {
  const dir = folder()
  const before = open({ dir })
  const first = await created(await before.fetch(createVideo({}, 'key-1')))
  before.stop()
  appendFileSync(join(dir, 'ledger.jsonl'), '{"video_id":"half a li')

  const after = open({ dir })
  expect(after.ledger()).toEqual(before.ledger())
  expect(await created(await after.fetch(createVideo({}, 'key-1')))).toEqual(first)
  await after.fetch(createVideo({}, 'key-2'))
  expect(open({ dir }).ledger()).toHaveLength(2)
})

describe('refuses with 400 invalid_parameter', () => {
  test.each([
    ['an unknown field', { folder: 'x' }, 'folder'],
    ['a v2 leftover', { test: true }, 'test'],
    ['an unknown field inside', { voice_settings: { speed: 1, tone: 2 } }, 'voice_settings.tone'],
    ['a wrong type', { title: 12 }, 'title'],
    ['a value outside its list', { resolution: '8k' }, 'resolution'],
    ['an unknown engine', { engine: { type: 'avatar_ix' } }, 'engine.type'],
    [
      'a field of another engine',
      { engine: { type: 'avatar_iv', reference_look_id: 'x' } },
      'engine.reference_look_id',
    ],
    ['an unknown kind of video', { type: 'hologram' }, 'type'],
    ['a group instead of a look', { avatar_id: 'grp_19aa' }, 'avatar_id'],
    ['an unknown voice', { voice_id: 'voice_nobody' }, 'voice_id'],
    ['an engine that the look has not', { avatar_id: 'look_91d6a8cc', engine: { type: 'avatar_v' } }, 'engine'],
    ['an empty script', { script: '' }, 'script'],
    ['a script of 5 001 characters', { script: 'é'.repeat(5_001) }, 'script'],
    ['script and audio', { audio_url: 'https://exemple.fr/a.mp3' }, 'script'],
    ['a speed of 2', { voice_settings: { speed: 2 } }, 'voice_settings.speed'],
    ['a colour that is none', { background: { type: 'color', value: 'rouge' } }, 'background'],
    ['webm without matting', { output_format: 'webm' }, 'output_format'],
  ])('%s', async (_what, more, param) => {
    const heygen = open()
    heygen.plan(['payment_required'])
    const answer = await heygen.fetch(createVideo(more))
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as ErrorAnswer).error).toMatchObject({ code: 'invalid_parameter', param })
    expect(heygen.ledger()).toEqual([])
    // The plan is kept for a call that is well-formed.
    expect((await heygen.fetch(createVideo())).status).toBe(402)
  })

  test('a missing field, a body that is no object, a malformed key, no JSON', async () => {
    const heygen = open()
    const absent = await heygen.fetch(createVideo({ avatar_id: undefined }))
    expect(((await absent.json()) as ErrorAnswer).error.param).toBe('avatar_id')
    expect((await heygen.fetch(heygenRequest('/v3/videos', { method: 'POST', body: [] }))).status).toBe(400)
    expect((await heygen.fetch(createVideo({}, 'a key with spaces'))).status).toBe(400)
    const plain = { method: 'POST', body: {}, headers: { 'content-type': 'text/plain' } }
    expect((await heygen.fetch(heygenRequest('/v3/videos', plain))).status).toBe(400)
  })
})

test('a script of exactly 5 000 characters and a film of several scenes are accepted', async () => {
  const heygen = open()
  expect((await heygen.fetch(createVideo({ script: 'é'.repeat(5_000) }))).status).toBe(200)
  const input = { type: 'avatar', avatar_id: 'look_7c1f0e5b', script: 'Un.', voice_id: 'voice_fr_0192' }
  const scene = { type: 'avatar_video', input: { ...input, background: { type: 'color', color: '#101828' } } }
  const studio = (scenes: unknown[]) =>
    heygenRequest('/v3/videos', { method: 'POST', body: { type: 'studio', scenes } })
  expect((await heygen.fetch(studio([scene, scene]))).status).toBe(200)
  const wrong = await heygen.fetch(
    studio([scene, { ...scene, input: { ...input, background: { type: 'color', value: '#101828' } } }]),
  )
  expect(((await wrong.json()) as ErrorAnswer).error.param).toBe('scenes[1].input.background.color')
  expect((await heygen.fetch(studio([]))).status).toBe(400)
})

test.each([
  ['payment_required', 402, 'insufficient_credit'],
  ['rate_limited:7', 429, 'rate_limit_exceeded'],
  ['policy_refused', 400, 'content_policy_violation'],
  ['unauthorized', 401, 'unauthorized'],
  ['internal_error', 500, 'internal_error'],
  ['bad_gateway', 502, 'voice_provider_error'],
  ['unavailable', 503, 'service_unavailable'],
  ['gateway_timeout', 504, 'gateway_timeout'],
])('%s answers %i, pays nothing, and the key stays free', async (scenario, status, code) => {
  const heygen = open()
  heygen.plan([scenario])
  const answer = await heygen.fetch(createVideo({}, 'key-1'))
  expect([answer.status, ((await answer.json()) as ErrorAnswer).error.code]).toEqual([status, code])
  expect(answer.headers.get('retry-after')).toBe(scenario === 'rate_limited:7' ? '7' : null)
  expect(heygen.ledger()).toEqual([])
  expect((await heygen.fetch(createVideo({}, 'key-1'))).status).toBe(200)
})

test('a refusal is replayed where the simulator is told so, over a restart', async () => {
  const dir = folder()
  const heygen = open({ dir, errorsReplayed: true })
  heygen.plan(['payment_required'])
  await heygen.fetch(createVideo({}, 'key-1'))
  expect((await heygen.fetch(createVideo({}, 'key-1'))).status).toBe(402)
  expect((await open({ dir, errorsReplayed: true }).fetch(createVideo({}, 'key-1'))).status).toBe(402)
})

test('a page of the gateway instead of an answer', async () => {
  const heygen = open()
  heygen.plan(['html_body'])
  const answer = await heygen.fetch(createVideo())
  expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
})

test('paid, and the client does not learn which video it is', async () => {
  const heygen = open()
  heygen.plan(['error_after_accept', 'accepted_without_video_id'])
  expect((await heygen.fetch(createVideo({}, 'key-1'))).status).toBe(500)
  expect((await created(await heygen.fetch(createVideo({}, 'key-1')))).data.video_id).toBe(heygen.ledger()[0]?.video_id)
  const nameless = [await heygen.fetch(createVideo({}, 'key-2')), await heygen.fetch(createVideo({}, 'key-2'))]
  const answer = { data: { status: 'waiting', output_format: 'mp4' } }
  expect(await Promise.all(nameless.map(created))).toEqual([answer, answer])
  expect(heygen.ledger()).toHaveLength(2)
})

test('the eleventh film at a time must wait', async () => {
  const heygen = open({ renderMs: 60_000 })
  for (let nth = 0; nth < 10; nth++) expect((await heygen.fetch(createVideo())).status).toBe(200)
  const answer = await heygen.fetch(createVideo())
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
})

test('knows its key', async () => {
  const heygen = open({ apiKey: 'hg-right' })
  expect((await heygen.fetch(createVideo())).status).toBe(401)
  expect((await heygen.fetch(heygenRequest('/v3/users/me', { headers: { 'x-api-key': 'hg-right' } }))).status).toBe(200)
})
