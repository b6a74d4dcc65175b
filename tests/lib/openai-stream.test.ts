/** Every fault of a stream that `openai.md` §6 names, played by the rehearsal's OpenAI on a real socket. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { createOpenAi, type OpenAiSettings, type ScriptOrder, type WriteOptions } from '#app/lib/openai.ts'
import { readOpenAiStream } from '#app/lib/openai-stream.ts'
import { startSimulators } from '#demo/serve.ts'

import { json, serve } from './wire.ts'

const order: ScriptOrder = {
  firstName: 'Zoé',
  numbers: {
    lifePath: { value: 7, master: false },
    expression: null,
    soulUrge: null,
    personality: null,
    personalYear: null,
  },
  theme: null,
  memories: [],
  instructions: null,
  sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
}

async function line(settings: Partial<OpenAiSettings> = {}, streamMs = 0) {
  const dir = mkdtempSync(join(tmpdir(), 'recit-stream-'))
  const simulators = await startSimulators({ dir, openai: { delayMs: 0, streamMs } })
  onTestFinished(async () => {
    await simulators.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const baseUrl = `${simulators.url}/v1`
  return { simulators, openAi: createOpenAi({ apiKey: 'k', baseUrl, model: 'gpt-6.1-terra', ...settings }) }
}

async function write(scenario: string, settings: Partial<OpenAiSettings> = {}, options: WriteOptions = {}) {
  const { simulators, openAi } = await line(settings)
  simulators.openai.plan([scenario])
  const outcome = await openAi.writeScript(order, options)
  expect(simulators.openai.calls()).toMatchObject([{ paid: true }])
  return outcome
}

describe('a script comes whole, however the stream is cut', () => {
  test.each(['ok', 'sse_unknown_event', 'sse_crlf', 'sse_one_byte_chunks', 'commentary', 'no_usage', 'unstreamed'])(
    '%s',
    async (scenario) => {
      const plain = await write('unstreamed')
      const outcome = await write(scenario)
      expect(outcome).toMatchObject({ tag: 'ok', supportId: expect.stringMatching(/^req_/) })
      expect(outcome.tag === 'ok' && plain.tag === 'ok' && outcome.sections).toEqual(
        plain.tag === 'ok' && plain.sections,
      )
    },
  )

  test('and is shown as it grows: each section only longer, one after the other, to its exact end', async () => {
    const shown: Record<string, string>[] = []
    const outcome = await write('commentary', {}, { onText: (sections) => shown.push(sections) })
    expect(shown.length).toBeGreaterThan(50)
    shown.reduce((before, now) => {
      for (const [key, text] of Object.entries(before)) expect(now[key]?.startsWith(text)).toBe(true)
      return now
    })
    expect(JSON.stringify(shown)).not.toContain('réfléchis')
    expect(outcome).toMatchObject({ tag: 'ok', sections: shown.at(-1) })
  })

  test('over the time that the simulator takes for it', async () => {
    const { simulators, openAi } = await line()
    simulators.openai.pace({ streamMs: 600 })
    const times: number[] = []
    await openAi.writeScript(order, { onText: () => times.push(Date.now()) })
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(300)
  })

  test('one section alone', async () => {
    const { openAi } = await line()
    const shown: string[][] = []
    const onText = (sections: object) => shown.push(Object.keys(sections))
    const outcome = await openAi.writeScript({ ...order, sections: ['annee'] }, { onText })
    expect(outcome).toMatchObject({ tag: 'ok', sections: { annee: expect.stringMatching(/\S/) } })
    expect(new Set(shown.flat())).toEqual(new Set(['annee']))
  })
})

describe('no stream is a script without its completed end', () => {
  test.each([
    ['sse_early_end', 'unknown', 'stream_cut', 'later'],
    ['reset_after_headers', 'unknown', 'stream_cut', 'later'],
    ['sse_bad_json', 'unknown', 'unreadable_answer', 'later'],
    ['sse_error_flat', 'failed', 'server_error', 'later'],
    ['sse_error_nested', 'failed', 'server_error', 'later'],
    ['sse_failed', 'failed', 'server_error', 'later'],
    ['sse_incomplete', 'truncated', 'max_output_tokens', 'now'],
    ['filtered', 'filtered', 'content_filter', 'never'],
    ['refusal', 'refused', 'model_refused', 'never'],
    ['two_messages', 'invalid_output', 'several_texts', 'now'],
    ['sse_deltas_differ', 'invalid_output', 'deltas_differ', 'now'],
    ['unknown_status', 'unknown', 'unexpected_status', 'never'],
    ['huge', 'invalid_output', 'too_long', 'now'],
    ['hostile', 'invalid_output', 'forbidden_characters', 'now'],
  ])('%s: %s, %s', async (scenario, tag, code, retry) => {
    const outcome = await write(scenario, {}, { onText: () => undefined })
    expect(outcome).toMatchObject({ tag, code, retry, mayHaveCost: true, supportId: expect.stringMatching(/^req_/) })
  })

  test.each(['sse_keep_alive_only', 'sse_slow_then_silent'])(
    '%s: silence is counted in events, not in bytes',
    async (scenario) => {
      const started = Date.now()
      const outcome = await write(scenario, { idleMs: 700 })
      expect(outcome).toMatchObject({ tag: 'unknown', code: 'stream_silent', mayHaveCost: true, retry: 'later' })
      expect(Date.now() - started).toBeLessThan(3_000)
    },
  )

  test('a stream that goes on past the deadline, event after event', async () => {
    const { openAi } = await line({ timeoutMs: 900, idleMs: 600 }, 10_000)
    expect(await openAi.writeScript(order)).toMatchObject({ tag: 'unknown', code: 'timed_out', mayHaveCost: true })
  })

  test('stopped in the middle: what was shown so far is all there is, and the line is left', async () => {
    const { openAi } = await line({}, 20_000)
    const stop = new AbortController()
    let seen = 0
    const onText = () => {
      if (++seen === 3) stop.abort()
    }
    const outcome = await openAi.writeScript(order, { signal: stop.signal, onText })
    expect(outcome).toMatchObject({ tag: 'unknown', code: 'stopped', mayHaveCost: true, retry: 'later' })
    expect(seen).toBe(3)
  })
})

describe('the reader of the stream', () => {
  const read = (
    chunks: (string | Uint8Array)[],
    onDelta: (delta: string) => void = () => undefined,
    maxBytes = 1e6,
  ) => {
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
        controller.close()
      },
    })
    return readOpenAiStream(body, { maxBytes, idleMs: 5_000, signal: AbortSignal.timeout(5_000) }, onDelta)
  }
  const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`
  const delta = (text: string) => event({ type: 'response.output_text.delta', output_index: 0, delta: text })
  const end = (type: string, response: unknown) => event({ type, response })

  test('puts characters together that were cut between bytes and between deltas', async () => {
    const bytes = new TextEncoder().encode(delta('é🌙'.slice(0, 2)) + delta('é🌙'.slice(2)))
    const heard: string[] = []
    const chunks = Array.from(bytes, (byte) => new Uint8Array([byte]))
    expect(
      await read([...chunks, end('response.completed', { status: 'completed' })], (text) => heard.push(text)),
    ).toMatchObject({ tag: 'answer', completed: true, deltas: 'é🌙' })
    expect(heard.join('')).toBe('é🌙')
  })

  test('a last event without its blank line is a cut one', async () => {
    expect(await read([end('response.completed', { status: 'completed' }).trimEnd()])).toEqual({ tag: 'cut' })
    expect(await read([])).toEqual({ tag: 'cut' })
  })

  test('cut after any byte but the last, a stream is no answer', async () => {
    const whole = delta('{"elan":') + delta('"é"}') + end('response.completed', { status: 'completed' })
    const bytes = new TextEncoder().encode(whole)
    for (let kept = 0; kept < bytes.length; kept++) {
      expect(await read([bytes.subarray(0, kept)])).toEqual({ tag: 'cut' })
    }
    expect(await read([bytes])).toMatchObject({ tag: 'answer', completed: true, deltas: '{"elan":"é"}' })
  })

  test('what names itself completed and carries no answer, or failed and carries a script', async () => {
    expect(await read([end('response.completed', null)])).toMatchObject({ tag: 'answer', answer: null })
    expect(await read([end('response.failed', { status: 'completed' })])).toMatchObject({ completed: false })
  })

  test('reads no more bytes than it may', async () => {
    expect(await read([delta('a'.repeat(2_000))], undefined, 1_000)).toEqual({ tag: 'too_large' })
  })

  test('throws what the caller stopped it with', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const silent = new ReadableStream<Uint8Array>()
    await expect(readOpenAiStream(silent, { maxBytes: 1, idleMs: 50, signal }, () => undefined)).rejects.toThrow(
      'enough',
    )
  })
})

test('a failed event that carries a whole script makes none', async () => {
  const text = JSON.stringify({ elan: 'Vous avancez à votre rythme. '.repeat(25) })
  const output = [{ type: 'message', content: [{ type: 'output_text', text }] }]
  const response = { id: 'resp_1', status: 'completed', model: 'm', output }
  const { origin } = await serve((answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' })
    answer.end(`data: ${JSON.stringify({ type: 'response.failed', response })}\n\n`)
  })
  const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${origin}/v1`, model: 'm' })
  const alone = { ...order, sections: ['elan'] as const }
  expect(await openAi.writeScript(alone)).toMatchObject({ tag: 'unknown', code: 'unexpected_status' })
  const whole = await serve(json(response))
  const honest = createOpenAi({ apiKey: 'k', baseUrl: `${whole.origin}/v1`, model: 'm' })
  expect(await honest.writeScript(alone)).toMatchObject({ tag: 'ok' })
})
