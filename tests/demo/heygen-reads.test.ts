import { readFileSync } from 'node:fs'

import { expect, onTestFinished, test } from 'vitest'

import { createHeygenSimulator, type HeygenOptions } from '#demo/heygen.ts'
import { problemWith } from '#demo/heygen/schema.ts'
import { schemas } from '#demo/heygen/schemas.ts'

import { createVideo, folder, heygenRequest } from './rehearsal.ts'

type Video = { id: string; status: string; [field: string]: unknown }
type Page<Row> = { data: Row[]; has_more: boolean; next_token: string | null }

/** A simulator whose clock stands still until it is moved. */
function open(options: Partial<HeygenOptions> = {}) {
  let now = Date.UTC(2026, 10, 23, 9)
  const heygen = createHeygenSimulator({
    ...{ dir: folder(), publicUrl: 'http://files.test', renderMs: 8_000, linkTtlMs: 60_000, clock: () => now },
    ...options,
  })
  onTestFinished(() => heygen.stop())
  const read = async <Body>(path: string) => (await (await heygen.fetch(heygenRequest(path))).json()) as Body
  return {
    ...{ heygen, read, pass: (ms: number) => void (now += ms) },
    video: async (id: string) => (await read<{ data: Video }>(`/v3/videos/${id}`)).data,
    async film(scenario = 'ok', more: Record<string, unknown> = {}) {
      heygen.plan([scenario])
      await heygen.fetch(createVideo(more))
      return heygen.ledger().at(-1)?.video_id ?? ''
    },
  }
}

test('a film goes from pending over processing to completed, each answer true to the schema', async () => {
  const { film, video, pass } = open()
  const id = await film()
  const seen: string[] = []
  for (const ms of [0, 2_000, 6_000, 1_200]) {
    pass(ms)
    const view = await video(id)
    expect(problemWith(schemas.VideoGet.response, { data: view })).toBeNull()
    seen.push(
      `${view.status} ${view['video_url'] === null ? '-' : 'film'} ${view['subtitle_url'] === null ? '-' : 'captions'}`,
    )
  }
  expect(seen).toEqual(['pending - -', 'processing - -', 'completed film -', 'completed film captions'])
  expect(await video(id)).toMatchObject({
    title: 'attempt_1',
    duration: 8,
    failure_code: null,
    created_at: 1_795_424_400,
  })
})

test.each([
  ['failed_credit', 'MOVIO_PAYMENT_INSUFFICIENT_CREDIT'],
  ['lying_balance', 'MOVIO_PAYMENT_INSUFFICIENT_CREDIT'],
  ['failed_policy', 'content_policy_violation'],
  ['failed_rendering', 'rendering_failed'],
  ['failed_no_reason', null],
])('%s fails later, with %s, and is not charged', async (scenario, code) => {
  const { film, video, pass, read } = open()
  const balance = async () =>
    (await read<{ data: { wallet: { remaining_balance: number } } }>('/v3/users/me')).data.wallet
  const before = await balance()
  const id = await film(scenario, { script: 'Bonjour. '.repeat(500) })
  expect((await balance()).remaining_balance).toBeLessThan(before.remaining_balance)
  pass(8_000)
  expect(await video(id)).toMatchObject({ status: 'failed', failure_code: code, video_url: null, completed_at: null })
  expect(await balance()).toEqual(before)
})

test('films that never end, end late, or end without a link', async () => {
  const { film, video, pass } = open()
  const [never, late, linkless] = [
    await film('never_ends'),
    await film('late_success:90000'),
    await film('completed_without_url'),
  ]
  pass(89_999)
  expect((await video(late)).status).toBe('processing')
  expect(await video(linkless)).toMatchObject({ status: 'completed', video_url: null })
  pass(24 * 3_600_000)
  expect((await video(never)).status).toBe('processing')
  expect((await video(late)).status).toBe('completed')
})

test('an unknown video, one too new to be found, and reads that fail first', async () => {
  const { heygen, film, video, pass } = open()
  const get = async (id: string) => (await heygen.fetch(heygenRequest(`/v3/videos/${id}`))).status
  const unknown = await heygen.fetch(heygenRequest('/v3/videos/nobody'))
  expect([unknown.status, await unknown.json()]).toMatchObject([404, { error: { code: 'video_not_found' } }])
  const hidden = await film('not_found_after_create:500')
  expect(await get(hidden)).toBe(404)
  pass(500)
  expect((await video(hidden)).id).toBe(hidden)
  const flaky = await film('read_error:2+read_html_404:3')
  expect([await get(flaky), await get(flaky), await get(flaky), await get(flaky)]).toEqual([500, 500, 404, 200])
})

test('the list is searched by title, paged, newest first; some videos are not in it', async () => {
  const { film, read } = open()
  const ids: string[] = []
  for (const title of ['job_a', 'job_b', 'other', 'job_c']) ids.push(await film('ok', { title }))
  const lost = await film('unlisted', { title: 'job_d' })
  const first = await read<Page<Video>>('/v3/videos?title=job_&limit=2')
  expect(problemWith(schemas.VideoList.response, first)).toBeNull()
  expect([first.data.map(({ id }) => id), first.has_more]).toEqual([[ids[3], ids[1]], true])
  const second = await read<Page<Video>>(`/v3/videos?title=job_&limit=2&token=${String(first.next_token)}`)
  expect([second.data.map(({ id }) => id), second.has_more, second.next_token]).toEqual([[ids[0]], false, null])
  expect((await read<Page<Video>>('/v3/videos?title=job_d')).data).toEqual([])

  const statuses = await read<Page<{ video_id: string; status: string }>>(
    `/v3/videos/statuses?video_ids=${lost},nobody`,
  )
  expect(problemWith(schemas.VideoStatusesList.response, statuses)).toBeNull()
  expect(statuses.data.map(({ status }) => status)).toEqual(['queued', 'not_found'])
})

test('a deleted video is gone, from the next process too, but was paid for', async () => {
  const dir = folder()
  const { heygen, film, read } = open({ dir })
  const id = await film()
  const gone = await heygen.fetch(heygenRequest(`/v3/videos/${id}`, { method: 'DELETE' }))
  expect(await gone.json()).toEqual({ data: { id, deleted: true } })
  expect((await read<Page<Video>>('/v3/videos')).data).toEqual([])
  const next = open({ dir })
  expect((await next.heygen.fetch(heygenRequest(`/v3/videos/${id}`))).status).toBe(404)
  expect(next.heygen.ledger()).toHaveLength(1)
})

test('catalogue and account are true to the schemas', async () => {
  const { read } = open()
  const calls = {
    '/v3/avatars': 'AvatarList',
    '/v3/avatars/looks': 'AvatarLooksList',
    '/v3/voices': 'VoiceList',
  } as const
  for (const [path, name] of Object.entries({ ...calls, '/v3/users/me': 'UserMeGet' } as const)) {
    expect(problemWith(schemas[name].response, await read(path)), path).toBeNull()
  }
  for (const [path, name] of Object.entries({
    '/v3/avatars/looks/look_7c1f0e5b': 'AvatarLooksGet',
    '/v3/voices/voice_fr_0192': 'VoiceGet',
    '/v3/webhooks/event-types?limit=100': 'WebhookEventTypesList',
  } as const)) {
    expect(problemWith(schemas[name].response, await read(path)), path).toBeNull()
  }
  const french = await read<Page<{ language: string; support_pause: boolean }>>('/v3/voices?language=French')
  expect(new Set(french.data.map(({ language }) => language))).toEqual(new Set(['French']))
  expect(new Set(french.data.map(({ support_pause }) => support_pause))).toEqual(new Set([true, false]))
  expect((await read<Page<unknown>>('/v3/webhooks/event-types?limit=100')).data).toHaveLength(30)
  expect((await read<Page<unknown>>('/v3/avatars/looks?ownership=private')).data).toEqual([])
})

test('the validator finds what is wrong with a view', () => {
  expect(problemWith(schemas.VideoGet.response, { data: { id: 'v', status: 'waiting' } })?.param).toBe('data.status')
  expect(problemWith(schemas.VideoGet.response, { data: { id: 'v', status: 'failed', size: 1 } })?.param).toBe(
    'data.size',
  )
  expect(problemWith(schemas.VideoGet.response, { data: { status: 'failed' } })?.param).toBe('data.id')
})

test('links are new at each read, open the film, and expire', async () => {
  const { heygen, film, video, pass } = open()
  const id = await film()
  pass(10_000)
  const [first, second] = [String((await video(id))['video_url']), String((await video(id))['video_url'])]
  expect(first).not.toBe(second)
  const answer = await heygen.fetch(new Request(first))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'video/mp4'])
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.equals(readFileSync('demo/film.mp4'))).toBe(true)
  expect((await heygen.fetch(new Request(first.replace('Signature=', 'Signature=x')))).status).toBe(403)
  expect((await heygen.fetch(new Request(first.replace(/Expires=[\d.]+/, 'Expires=9999999999')))).status).toBe(403)
  pass(59_999)
  expect((await heygen.fetch(new Request(second))).status).toBe(200)
  pass(1)
  expect((await heygen.fetch(new Request(second))).status).toBe(403)
  expect((await heygen.fetch(new Request(String((await video(id))['video_url'])))).status).toBe(200)
})

test('captions and poster come too', async () => {
  const { heygen, film, video, pass } = open()
  const id = await film()
  pass(10_000)
  const view = await video(id)
  const captions = await heygen.fetch(new Request(String(view['subtitle_url'])))
  expect(await captions.text()).toContain('00:00:00,400 --> ')
  const poster = await heygen.fetch(new Request(String(view['thumbnail_url'])))
  expect(Buffer.from(await poster.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
})

test.each([
  ['bytes=0-9', 206, 0, 10],
  ['bytes=10-', 206, 10, undefined],
  ['bytes=-5', 206, -5, undefined],
  ['bytes=999999999-', 416, 0, 0],
  ['bytes=0-1,4-5', 200, 0, undefined],
])('Range %s answers %i', async (range, status, start, end) => {
  const { heygen, film, video, pass } = open()
  const id = await film()
  pass(10_000)
  const url = String((await video(id))['video_url'])
  const answer = await heygen.fetch(new Request(url, { headers: { range } }))
  expect(answer.status).toBe(status)
  const whole = readFileSync('demo/film.mp4')
  expect(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(start, end))).toBe(true)
  if (status === 416) expect(answer.headers.get('content-range')).toBe(`bytes */${whole.length}`)
})

test('downloads that go wrong once, then well', async () => {
  const { heygen, film, video, pass } = open()
  const ids = [await film('file_wrong_type'), await film('file_expired:2'), await film('file_short')]
  pass(10_000)
  const download = async (id = '') => {
    const answer = await heygen.fetch(new Request(String((await video(id))['video_url'])))
    return `${answer.status} ${String(answer.headers.get('content-type'))} ${(await answer.arrayBuffer()).byteLength}`
  }
  const size = readFileSync('demo/film.mp4').length
  expect(await download(ids[0])).toBe('200 text/html 13')
  expect(await download(ids[1])).toMatch(/^403 application\/xml/)
  expect(await download(ids[1])).toMatch(/^403 application\/xml/)
  expect(await download(ids[2])).toBe(`200 video/mp4 ${Math.floor(size / 2)}`)
  for (const id of ids) expect(await download(id)).toBe(`200 video/mp4 ${size}`)
})
