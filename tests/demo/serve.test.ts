import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { expect, onTestFinished, test } from 'vitest'

import type { LedgerEntry } from '#demo/heygen.ts'
import { startSimulators, type SimulatorsOptions } from '#demo/serve.ts'

import { folder, heygenRequest, modelRequest, openAiPost, receiver, textOf, until, videoBody } from './rehearsal.ts'
import type { ModelAnswer } from './rehearsal.ts'

const person = { prenom: 'Zoé', cheminDeVie: 7 }

async function start(options: Partial<SimulatorsOptions> = {}) {
  const settings = { dir: folder(), openai: { delayMs: 0 }, heygen: { renderMs: 40, retryDelaysMs: [20] } }
  const simulators = await startSimulators({ ...settings, ...options })
  onTestFinished(() => simulators.close())
  const { url } = simulators
  return {
    ...simulators,
    write: (more = {}, signal?: AbortSignal) =>
      fetch(openAiPost(modelRequest(person, more), url), signal ? { signal } : {}),
    film(key = 'key', signal?: AbortSignal) {
      const order = heygenRequest('/v3/videos', { base: url, method: 'POST', body: videoBody(), key })
      return fetch(order, signal ? { signal } : {})
    },
    post: (path: string, body: unknown) => fetch(url + path, { method: 'POST', body: JSON.stringify(body) }),
    ledger: async () => (await (await fetch(`${url}/__sim/ledger`)).json()) as LedgerEntry[],
  }
}

/** Why a fetch failed on the wire. */
async function failure(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason as Error,
  )
  const cause = error.cause as { code?: string } | undefined
  return cause?.code ?? error.name
}

test('serves both vendors and the files on one loopback address', async () => {
  const { url, write, film, ledger } = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(textOf((await (await write()).json()) as ModelAnswer)).toContain('Zoé')
  await film()
  const [entry] = await ledger()
  const view = await until(async () => {
    const answer = await fetch(heygenRequest(`/v3/videos/${entry?.video_id ?? ''}`, { base: url }))
    const { data } = (await answer.json()) as { data: { status: string; video_url: string } }
    return data.status === 'completed' && data
  })
  expect(view.video_url.startsWith(`${url}/files/videos/`)).toBe(true)
  const head = await fetch(view.video_url, { method: 'HEAD' })
  expect([head.status, head.headers.get('accept-ranges'), (await head.arrayBuffer()).byteLength]).toEqual([
    200,
    'bytes',
    0,
  ])
  const part = await fetch(view.video_url, { headers: { range: 'bytes=4-7' } })
  expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
})

test('is steered and asked over HTTP', async () => {
  const { url, post, write, film, ledger } = await start()
  expect((await post('/__sim/plan', { openai: ['quota'], heygen: ['payment_required'] })).status).toBe(200)
  expect([(await write()).status, (await film()).status]).toEqual([429, 402])
  expect((await post('/__sim/plan', { openai: ['moonlight'] })).status).toBe(400)
  expect((await post('/__sim/plan', { heygen: 'never_ends' })).status).toBe(400)
  await film('key-1')
  expect(await ledger()).toMatchObject([{ idempotency_key: 'key-1', title: 'attempt_1' }])
  const calls = (await (await fetch(`${url}/__sim/calls`)).json()) as {
    vendor: string
    scenario: string
    bodySha256: string
  }[]
  expect(calls.map(({ vendor, scenario }) => [vendor, scenario])).toEqual([
    ['openai', 'quota'],
    ['heygen', 'payment_required'],
    ['heygen', 'ok'],
  ])
  expect(new Set(calls.map(({ bodySha256 }) => bodySha256)).size).toBe(2)
})

test('the webhook may be told later', async () => {
  const { url, received } = await receiver()
  const { film, post } = await start()
  await film()
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect((await post('/__sim/webhook', { url, secret: 's', mode: 'sideways' })).status).toBe(400)
  expect((await post('/__sim/webhook', { url, secret: 's' })).status).toBe(200)
  await until(() => received.length === 2)
})

test.each(['connection_refused', 'reset_before_headers'])(
  '%s: the connection is cut before the headers',
  async (scenario) => {
    const { openai, write } = await start()
    openai.plan([scenario])
    expect(await failure(write())).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/)
    expect(openai.calls()[0]?.paid).toBe(scenario === 'reset_before_headers')
  },
)

test('reset_after_headers: the headers come, half of the body, then a cut', async () => {
  const { openai, write } = await start()
  openai.plan(['reset_after_headers'])
  const answer = await write()
  expect([answer.status, answer.headers.has('x-request-id')]).toEqual([200, true])
  expect(await failure(answer.text())).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/)
})

test.each(['no_headers', 'lost'])('%s: nothing comes, and the call was paid', async (scenario) => {
  const { openai, write } = await start()
  openai.plan([scenario])
  expect(await failure(write({}, AbortSignal.timeout(150)))).toBe('TimeoutError')
  expect(openai.calls()).toMatchObject([{ paid: true, scenario }])
  expect((await write()).status).toBe(200)
})

test.each(['stalled_body', 'dripping_body'])('%s: the headers come, the body does not end', async (scenario) => {
  const { openai, write } = await start()
  openai.plan([scenario])
  const answer = await write({}, AbortSignal.timeout(1_500))
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1_000)
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const sizes: number[] = []
  const rest = async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) sizes.push(read.value.length)
  }
  expect(await failure(rest())).toBe('TimeoutError')
  expect(Math.max(...sizes) === 1).toBe(scenario === 'dripping_body')
  expect(sizes.length > 1).toBe(scenario === 'dripping_body')
})

test('a stream that only keeps alive goes on until the client leaves', async () => {
  const { openai, write } = await start()
  openai.plan(['sse_keep_alive_only'])
  const answer = await write({ stream: true }, AbortSignal.timeout(2_000))
  const decoder = new TextDecoder()
  let text = ''
  const rest = async () => {
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) text += decoder.decode(read.value)
  }
  expect(await failure(rest())).toBe('TimeoutError')
  expect(text).toMatch(/response\.in_progress[\s\S]*: keepalive\n\n: keepalive/)
  expect(text).not.toContain('response.completed')
})

test('a film paid for although the connection was cut, or no answer came: the same key finds it', async () => {
  const { heygen, film, ledger } = await start()
  heygen.plan(['cut_before_accept', 'cut_after_accept', 'no_answer_after_accept'])
  expect(await failure(film('key-0'))).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/)
  expect(await ledger()).toEqual([])
  expect(await failure(film('key-1'))).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/)
  const [entry] = await ledger()
  const answer = (await (await film('key-1')).json()) as { data: { video_id: string } }
  expect(answer.data.video_id).toBe(entry?.video_id)
  expect(await failure(film('key-2', AbortSignal.timeout(150)))).toBe('TimeoutError')
  expect((await film('key-2')).status).toBe(200)
  expect(await ledger()).toHaveLength(2)
})

test('a truncated film ends before its length', async () => {
  const { url, heygen, film, ledger } = await start()
  heygen.plan(['file_truncated'])
  await film()
  const [entry] = await ledger()
  const link = await until(async () => {
    const answer = await fetch(heygenRequest(`/v3/videos/${entry?.video_id ?? ''}`, { base: url }))
    return ((await answer.json()) as { data: { video_url: string | null } }).data.video_url
  })
  expect(await failure(fetch(link).then((answer) => answer.arrayBuffer()))).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/)
  expect((await (await fetch(link)).arrayBuffer()).byteLength).toBeGreaterThan(10_000)
})

async function launch(dir: string, ...more: string[]): Promise<{ child: ChildProcess; url: string }> {
  const args = ['demo/serve.ts', '--port', '0', '--dir', dir, '--render-ms', '300', '--delay-ms', '0', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, url: (JSON.parse(line) as { url: string }).url }
}

test('as a process: killed in the middle of a paid call, it goes on from its ledger; SIGTERM ends it cleanly', async () => {
  const dir = folder()
  const { url: hook, received } = await receiver()
  const first = await launch(dir, '--webhook-url', hook, '--webhook-secret', 's')
  await fetch(`${first.url}/__sim/plan`, { method: 'POST', body: JSON.stringify({ heygen: ['latency:60000'] }) })
  const create = (base: string) =>
    fetch(heygenRequest('/v3/videos', { base, method: 'POST', body: videoBody(), key: 'key-1' }))
  const lost = failure(create(first.url))
  const ledgerOf = async (base: string) => (await (await fetch(`${base}/__sim/ledger`)).json()) as LedgerEntry[]
  const [entry] = await until(async () => {
    const entries = await ledgerOf(first.url)
    return entries.length === 1 && entries
  })
  first.child.kill('SIGKILL')
  expect(await lost).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/)

  const second = await launch(dir, '--webhook-url', hook, '--webhook-secret', 's')
  const again = (await (await create(second.url)).json()) as { data: { video_id: string } }
  expect(again.data.video_id).toBe(entry?.video_id)
  expect(await ledgerOf(second.url)).toHaveLength(1)
  await until(() => received.length === 2)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})
