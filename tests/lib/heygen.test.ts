import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { http, HttpResponse } from 'msw/http'
import { describe, expect, test } from 'vitest'

import { estimateMicroUsd } from '#app/lib/heygen-prices.ts'
import { bodyHash, createHeygen, videoBody, type VideoCall } from '#app/lib/heygen.ts'
import { net } from '../setup/network.ts'
import { deadOrigin, faults, json, raw, serve, type Heard } from './wire.ts'

const call: VideoCall = {
  idempotencyKey: 'recit:0b6f:1',
  title: 'recit-0b6f',
  callbackId: '0b6f',
  avatarId: 'look_1',
  voiceId: 'voice_1',
  engine: 'avatar_iv',
  resolution: '1080p',
  aspectRatio: '16:9',
  locale: 'fr-FR',
}
const script = 'Bonjour Camille. Votre chemin de vie est le sept.'

async function dial(reply: (response: ServerResponse, request: Heard) => unknown, timeoutMs = 5000) {
  const { origin, heard } = await serve(reply)
  return { heygen: createHeygen({ apiKey: 'key', baseUrl: origin, timeoutMs }), heard }
}

async function create(reply: (response: ServerResponse) => unknown, timeoutMs?: number) {
  const { heygen, heard } = await dial(reply, timeoutMs)
  return { outcome: await heygen.createVideo(call, script), heard }
}

function envelope(status: number, code: string, headers: Record<string, string> = {}) {
  return json({ error: { code, message: 'vendor text', doc_url: null } }, status, headers)
}

describe('asking for a film', () => {
  test('is one request, with the key, the look, the engine and our ids', async () => {
    const { outcome, heard } = await create(json({ data: { video_id: 'v1', status: 'waiting', output_format: 'mp4' } }))
    expect(outcome).toEqual({ tag: 'accepted', videoId: 'v1', supportId: 'req_1' })
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({ method: 'POST', path: '/v3/videos', body: videoBody(call, script) })
    expect(heard[0]?.headers).toMatchObject({ 'x-api-key': 'key', 'idempotency-key': 'recit:0b6f:1' })
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      type: 'avatar',
      avatar_id: 'look_1',
      script,
      voice_id: 'voice_1',
      voice_settings: { locale: 'fr-FR' },
      title: 'recit-0b6f',
      resolution: '1080p',
      aspect_ratio: '16:9',
      output_format: 'mp4',
      engine: { type: 'avatar_iv' },
      callback_id: '0b6f',
    })
  })

  test('has bytes that depend on nothing but call and script, and a hash of them', () => {
    const shuffled = Object.fromEntries(Object.entries(call).reverse()) as VideoCall
    expect(videoBody(shuffled, script)).toBe(videoBody(call, script))
    expect(bodyHash(call, script)).toBe(
      createHash('sha256')
        .update(videoBody(call, script) ?? '')
        .digest('hex'),
    )
    expect(bodyHash(call, `${script}.`)).not.toBe(bodyHash(call, script))
  })

  test.each([
    ['a script over 5 000 characters', call, 'a'.repeat(5001)],
    ['an empty script', call, ' \n'],
    ['a key HeyGen would not take', { ...call, idempotencyKey: 'a b' }, script],
    ['no avatar', { ...call, avatarId: '' }, script],
    ['an engine of tomorrow', { ...call, engine: 'avatar_vi' as 'avatar_v' }, script],
    ['a locale that is none', { ...call, locale: 'french' }, script],
  ])('with %s is refused without a call', async (_, wrong, text) => {
    const { heygen, heard } = await dial(json({ data: { video_id: 'v1' } }))
    expect(await heygen.createVideo(wrong, text)).toMatchObject({ tag: 'refused', code: 'invalid_request' })
    expect(bodyHash(wrong, text)).toBeNull()
    expect(heard).toHaveLength(0)
  })

  test('takes exactly 5 000 characters', async () => {
    const { heygen } = await dial(json({ data: { video_id: 'v1' } }))
    expect((await heygen.createVideo(call, 'a'.repeat(5000))).tag).toBe('accepted')
  })

  test.each([
    [400, 'invalid_parameter'],
    [400, 'content_policy_violation'],
    [400, 'avatar_not_usable'],
    [400, 'voice_unavailable'],
    [400, 'tts_text_invalid'],
    [400, 'a_code_of_tomorrow'],
    [401, 'unauthorized'],
    [402, 'insufficient_credit'],
    [402, 'plan_upgrade_required'],
    [403, 'forbidden'],
    [404, 'avatar_not_found'],
    [409, 'conflict'],
    [422, 'invalid_parameter'],
  ])('%i %s is a definite no', async (status, code) => {
    const { outcome, heard } = await create(envelope(status, code.toUpperCase()))
    expect(outcome).toEqual({ tag: 'refused', code, mayHaveCost: false, supportId: 'req_1' })
    expect(heard).toHaveLength(1)
  })

  test.each([
    [429, 'rate_limit_exceeded', false],
    [429, 'quota_exceeded', false],
    [409, 'request_in_progress', true],
    [400, 'resource_not_ready', false],
    [404, 'asset_not_available', false],
    [408, 'request_timeout', true],
    [500, 'internal_error', true],
    [502, 'voice_provider_error', true],
    [503, 'service_unavailable', true],
    [504, 'gateway_timeout', true],
  ])('%i %s: again with the same key', async (status, code, mayHaveCost) => {
    const { outcome, heard } = await create(envelope(status, code, { 'retry-after': '30' }))
    expect(outcome).toEqual({ tag: 'busy', code, mayHaveCost, retryAfterMs: 30_000, supportId: 'req_1' })
    expect(heard).toHaveLength(1)
  })

  test('answers without an envelope are sorted by their status', async () => {
    const html = (status: number) => create(raw('<html>WAF</html>', status, 'text/html'))
    expect((await html(503)).outcome).toMatchObject({ tag: 'busy', code: 'http_503', mayHaveCost: true })
    expect((await html(403)).outcome).toMatchObject({ tag: 'refused', code: 'http_403' })
    expect((await html(409)).outcome).toMatchObject({ tag: 'busy', code: 'http_409', mayHaveCost: true })
    expect((await create(raw('', 402))).outcome).toMatchObject({ tag: 'refused', code: 'http_402' })
    expect((await create(json({ error: { code: 'Not a code!' } }, 400))).outcome).toMatchObject({ code: 'http_400' })
    expect((await create(raw('', 307))).outcome).toMatchObject({ tag: 'unknown', code: 'http_307', mayHaveCost: true })
  })

  test.each([
    ['no video_id', '{"data":{"status":"waiting"}}', 'no_video_id'],
    ['a null video_id', '{"data":{"video_id":null}}', 'no_video_id'],
    ['data null', '{"data":null}', 'no_video_id'],
    ['cut JSON', '{"data":{"video_', 'unreadable_answer'],
    ['nothing', '', 'unreadable_answer'],
    ['HTML', '<html>', 'unreadable_answer'],
  ])('200 with %s is unknown', async (_, text, code) => {
    expect((await create(raw(text))).outcome).toEqual({ tag: 'unknown', code, mayHaveCost: true, supportId: 'req_1' })
  })

  test.each([
    ['resetBeforeHeaders', 'connection_cut'],
    ['resetAfterHeaders', 'connection_cut'],
    ['noHeaders', 'timed_out'],
    ['stalledBody', 'timed_out'],
    ['drippingBody', 'timed_out'],
  ] as const)('%s is unknown, after one call', async (fault, code) => {
    const { outcome, heard } = await create(faults[fault], 120)
    expect(outcome).toMatchObject({ tag: 'unknown', code, mayHaveCost: true })
    expect(heard).toHaveLength(1)
  })

  test('nobody there: nothing was sent, again later', async () => {
    const heygen = createHeygen({ apiKey: 'k', baseUrl: await deadOrigin() })
    expect(await heygen.createVideo(call, script)).toEqual({
      tag: 'busy',
      code: 'not_reached',
      mayHaveCost: false,
      retryAfterMs: null,
      supportId: null,
    })
  })
})

describe('reading a video', () => {
  const video = (patch: Record<string, unknown>) =>
    json({ data: { id: 'v1', status: 'completed', title: 't', ...patch } })
  async function read(reply: (response: ServerResponse) => unknown, timeoutMs?: number) {
    const { heygen, heard } = await dial(reply, timeoutMs)
    return { reading: await heygen.readVideo('v1'), heard }
  }

  test.each(['pending', 'processing', 'waiting', 'queued'])('%s', async (status) => {
    const { reading, heard } = await read(video({ status, video_url: null, duration: null }))
    expect(reading).toEqual({ tag: 'pending', code: status, title: 't' })
    expect(heard[0]).toMatchObject({ method: 'GET', path: '/v3/videos/v1' })
  })

  test('a status of tomorrow, and completed without a link, are not the end', async () => {
    expect((await read(video({ status: 'mastering' }))).reading).toMatchObject({
      tag: 'pending',
      code: 'unknown_status',
    })
    for (const video_url of [null, '', undefined, 7]) {
      expect((await read(video({ video_url }))).reading).toEqual({
        tag: 'pending',
        code: 'completed_without_url',
        title: 't',
      })
    }
  })

  test('completed, with the captions under either name', async () => {
    const made = { video_url: 'https://f/v.mp4', duration: 41.6 }
    expect((await read(video({ ...made, subtitle_url: 'https://f/s.srt' }))).reading).toEqual({
      tag: 'completed',
      videoUrl: 'https://f/v.mp4',
      captionUrl: 'https://f/s.srt',
      durationMs: 41_600,
      title: 't',
    })
    const other = await read(video({ ...made, duration: 'long', caption_url: 'https://f/c.srt', title: null }))
    expect(other.reading).toMatchObject({ captionUrl: 'https://f/c.srt', durationMs: null, title: null })
    expect((await read(json({ data: { status: 'COMPLETED', video_url: 'u' } }))).reading).toMatchObject({
      tag: 'completed',
      captionUrl: null,
      title: null,
    })
  })

  test('failed, with a reason or without', async () => {
    const broke = { status: 'failed', failure_code: 'MOVIO_PAYMENT_INSUFFICIENT_CREDIT', failure_message: 'No credit.' }
    expect((await read(video(broke))).reading).toEqual({
      tag: 'failed',
      code: 'movio_payment_insufficient_credit',
      message: 'No credit.',
      title: 't',
    })
    const silent = { status: 'failed', failure_code: null, failure_message: null }
    expect((await read(video(silent))).reading).toMatchObject({ tag: 'failed', code: 'unknown_reason', message: null })
  })

  test('missing only where HeyGen says so itself', async () => {
    expect((await read(envelope(404, 'VIDEO_NOT_FOUND'))).reading).toEqual({ tag: 'missing' })
    expect((await read(raw('<h1>404</h1>', 404, 'text/html'))).reading).toMatchObject({
      tag: 'unavailable',
      code: 'http_404',
    })
    expect((await read(envelope(404, 'resource_not_found'))).reading).toMatchObject({ tag: 'unavailable' })
  })

  test('unavailable: refused, busy, broken, silent, or another video', async () => {
    expect((await read(envelope(401, 'unauthorized'))).reading).toMatchObject({
      tag: 'unavailable',
      code: 'unauthorized',
    })
    const busy = await read(envelope(429, 'rate_limit_exceeded', { 'retry-after': '5' }))
    expect(busy.reading).toEqual({ tag: 'unavailable', code: 'rate_limit_exceeded', retryAfterMs: 5000 })
    expect((await read(raw('', 500))).reading).toMatchObject({ tag: 'unavailable', code: 'http_500' })
    expect((await read(raw('{"data":{}}'))).reading).toMatchObject({ tag: 'unavailable', code: 'unreadable_answer' })
    expect((await read(raw('<p>'))).reading).toMatchObject({ tag: 'unavailable', code: 'unreadable_answer' })
    expect((await read(video({ id: 'v2' }))).reading).toMatchObject({ tag: 'unavailable', code: 'other_video' })
    expect((await read(faults.stalledBody, 80)).reading).toMatchObject({ tag: 'unavailable', code: 'timed_out' })
    expect((await read(faults.resetBeforeHeaders)).reading).toMatchObject({
      tag: 'unavailable',
      code: 'connection_cut',
    })
    const nobody = createHeygen({ apiKey: 'k', baseUrl: await deadOrigin() })
    expect(await nobody.readVideo('v1')).toEqual({ tag: 'unavailable', code: 'not_reached', retryAfterMs: null })
  })

  test.each(['', '..', 'a/b', 'v1?x=1', 'é'])('an id like %j is asked of nobody', async (id) => {
    const { heygen, heard } = await dial(video({}))
    expect(await heygen.readVideo(id)).toMatchObject({ tag: 'unavailable', code: 'invalid_id' })
    expect(heard).toHaveLength(0)
  })
})

test('a redirect is not followed: key and order go to no other host', async () => {
  const elsewhere = await serve(json({ data: { video_id: 'v1', id: 'v1', status: 'pending' } }))
  const { heygen } = await dial(json({}, 307, { location: `${elsewhere.origin}/v3/videos` }))
  expect(await heygen.createVideo(call, script)).toMatchObject({ tag: 'unknown', code: 'http_307', mayHaveCost: true })
  expect(await heygen.readVideo('v1')).toMatchObject({ tag: 'unavailable', code: 'http_307' })
  expect(elsewhere.heard).toHaveLength(0)
})

describe('lists', () => {
  test('videos are found by their whole title, over all pages', async () => {
    const { heygen, heard } = await dial((response, { path }) => {
      const second = path.includes('token=next')
      const id = second ? 'v2' : 'v1'
      const rows = [
        { id, title: 'recit-1', status: 'pending' },
        { id: 'x', title: 'recit-11', status: 'pending' },
        { id: 7 },
      ]
      json({ data: rows, has_more: !second, next_token: second ? null : 'next' })(response)
    })
    expect(await heygen.findVideosByTitle('recit-1')).toEqual({
      tag: 'ok',
      complete: true,
      items: [
        { videoId: 'v1', title: 'recit-1', status: 'pending' },
        { videoId: 'v2', title: 'recit-1', status: 'pending' },
      ],
    })
    expect(heard.map(({ path }) => path)).toEqual([
      '/v3/videos?title=recit-1&limit=100',
      '/v3/videos?title=recit-1&limit=100&token=next',
    ])
  })

  test('a list that never ends is given up, and says so', async () => {
    const { heygen, heard } = await dial(json({ data: [], has_more: true, next_token: 'again' }))
    expect(await heygen.findVideosByTitle('t')).toEqual({ tag: 'ok', items: [], complete: false })
    expect(heard).toHaveLength(20)
  })

  test('a list without an answer is unavailable, not empty', async () => {
    const failing = await dial(envelope(500, 'internal_error'))
    expect(await failing.heygen.findVideosByTitle('t')).toMatchObject({ tag: 'unavailable', code: 'internal_error' })
    const odd = await dial(raw('{"data":{}}'))
    expect(await odd.heygen.listLooks()).toMatchObject({ tag: 'unavailable', code: 'unreadable_answer' })
  })

  test('looks that cannot be filmed are left out', async () => {
    const look = { id: 'l1', name: 'Élise', avatar_type: 'studio_avatar' }
    const rows = [look, { ...look, id: 'l2', status: 'completed', supported_api_engines: ['avatar_iv'] }]
    const { heygen, heard } = await dial(
      json({ data: [...rows, { ...look, status: 'pending_consent' }], has_more: false }),
    )
    const looks = await heygen.listLooks({ ownership: 'private' })
    expect(looks).toMatchObject({
      items: [
        { id: 'l1', engines: [] },
        { id: 'l2', engines: ['avatar_iv'] },
      ],
    })
    expect(heard[0]?.path).toBe('/v3/avatars/looks?ownership=private&limit=50')
  })

  test('voices: public, and of the language asked for', async () => {
    const voice = { voice_id: 'a', name: 'Claire', language: 'French', gender: 'female', support_pause: true }
    const { heygen, heard } = await dial(json({ data: [voice, { ...voice, voice_id: 'b', language: 'English' }] }))
    expect(await heygen.listVoices({ language: 'french' })).toMatchObject({
      items: [{ id: 'a', name: 'Claire', language: 'French', gender: 'female', supportsPause: true }],
    })
    expect(heard[0]?.path).toContain('type=public')
  })

  test('the purse, of whatever kind', async () => {
    const account = (patch: Record<string, unknown>) =>
      json({ data: { username: 'u', billing_type: 'wallet', ...patch } })
    const read = async (patch: Record<string, unknown>) => (await dial(account(patch))).heygen.readBalance()
    expect(await read({ wallet: { currency: 'usd', remaining_balance: 48.12 } })).toEqual({
      tag: 'ok',
      billing: 'wallet',
      currency: 'usd',
      remaining: 48.12,
    })
    expect(await read({ wallet: null, usage_based: { remaining_credits: 3 } })).toMatchObject({
      currency: 'credits',
      remaining: 3,
    })
    expect(await read({ billing_type: null })).toMatchObject({ tag: 'ok', billing: null, remaining: null })
    expect(await (await dial(envelope(401, 'unauthorized'))).heygen.readBalance()).toMatchObject({ tag: 'unavailable' })
  })
})

test('the real address is asked, and a handler may answer for it', async () => {
  net.use(http.post('https://api.heygen.com/v3/videos', () => HttpResponse.json({ data: { video_id: 'v9' } })))
  const heygen = createHeygen({ apiKey: 'k', baseUrl: 'https://api.heygen.com' })
  expect(await heygen.createVideo(call, script)).toMatchObject({ tag: 'accepted', videoId: 'v9' })
})

test('five minutes cost about twenty dollars, or five', () => {
  expect(estimateMicroUsd('avatar_iv', 300)).toBe(20_010_000)
  expect(estimateMicroUsd('avatar_iii', 300)).toBe(5_010_000)
  expect(estimateMicroUsd('avatar_v', 0.5)).toBe(33_350)
})
