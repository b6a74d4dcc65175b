import { expect, test } from 'vitest'

import { createOpenAiSimulator } from '#demo/openai.ts'
import { openAiScenarios } from '#demo/openai/scenarios.ts'

import { modelRequest, openAiPost, textOf, type ModelAnswer } from './rehearsal.ts'

const person = { prenom: 'Zoé', cheminDeVie: 7 }

async function play(scenario: string, more: Record<string, unknown> = {}) {
  const sim = createOpenAiSimulator({ delayMs: 0 })
  sim.plan([scenario])
  const answer = await sim.fetch(openAiPost(modelRequest(person, more)))
  return { answer, paid: sim.calls().map((call) => call.paid) }
}

const played = async (scenario: string) => (await (await play(scenario)).answer.json()) as ModelAnswer

test.each([
  ['bad_request', 400, 'invalid_value'],
  ['unauthorized', 401, 'invalid_api_key'],
  ['forbidden', 403, 'unsupported_country_region_territory'],
  ['not_found', 404, 'model_not_found'],
  ['rate_limited', 429, 'rate_limit_exceeded'],
  ['rate_limited_no_retry', 429, 'rate_limit_exceeded'],
  ['quota', 429, 'insufficient_quota'],
  ['server_error', 500, 'server_error'],
  ['overloaded', 503, 'server_is_overloaded'],
])('%s answers %i and is not paid', async (scenario, status, code) => {
  const { answer, paid } = await play(scenario)
  expect([answer.status, paid]).toEqual([status, [false]])
  expect(((await answer.json()) as { error: { code: string } }).error.code).toBe(code)
})

test('says when to come back, and when not to', async () => {
  expect((await play('rate_limited')).answer.headers.get('retry-after-ms')).toBe('250')
  expect((await play('rate_limited_no_retry')).answer.headers.get('x-should-retry')).toBe('false')
})

test('refusal, truncation, filter, failure', async () => {
  const refusal = await played('refusal')
  expect(refusal.status).toBe('completed')
  expect(refusal.output[0]?.content?.[0]?.type).toBe('refusal')
  expect((await played('truncated')).incomplete_details).toEqual({ reason: 'max_output_tokens' })
  expect((await played('filtered')).incomplete_details).toEqual({ reason: 'content_filter' })
  expect((await played('unknown_incomplete_reason')).incomplete_details).toEqual({ reason: 'lunar_eclipse' })
  expect(await played('failed')).toMatchObject({
    status: 'failed',
    error: { code: 'server_error' },
    output: [],
    usage: null,
  })
  expect((await played('unknown_status')).status).toBe('dreaming')
})

test('texts that are not what was asked', async () => {
  const notJson = textOf(await played('not_json'))
  expect(() => void JSON.parse(notJson)).toThrow()
  expect(JSON.parse(textOf(await played('wrong_shape')))).toMatchObject({ accueil: '', cloture: '' })
  expect(textOf(await played('huge')).length).toBeGreaterThan(1_000_000)
  const hostile = (JSON.parse(textOf(await played('hostile'))) as { accueil: string }).accueil
  for (const piece of ['<script>', 'https://', '{{', '\u0000', '\ud800', '\u202e', '<break time="999s"/>']) {
    expect(hostile).toContain(piece)
  }
})

test('odd but complete responses', async () => {
  expect((await played('two_messages')).output.filter(({ type }) => type === 'message')).toHaveLength(2)
  expect((await played('commentary')).output.map(({ phase }) => phase)).toEqual([
    'commentary',
    undefined,
    'final_answer',
  ])
  expect(await played('no_usage')).not.toHaveProperty('usage')
})

test('bodies that are no response', async () => {
  const html = await play('html_503')
  expect([html.answer.status, html.answer.headers.get('content-type'), html.paid]).toEqual([
    503,
    'text/html; charset=utf-8',
    [false],
  ])
  const cut = await play('cut_json')
  expect([cut.answer.status, cut.paid]).toEqual([200, [true]])
  await expect(cut.answer.json()).rejects.toThrow(SyntaxError)
  expect(await (await play('empty_200')).answer.text()).toBe('')
  expect(await (await play('html_200')).answer.text()).toContain('<html>')
})

test('a queue is played in order, then all goes well; steps may be joined', async () => {
  const sim = createOpenAiSimulator({ delayMs: 0 })
  sim.plan(['server_error', 'slow:30+refusal'])
  const statuses: number[] = []
  const started = Date.now()
  for (let call = 0; call < 3; call++) statuses.push((await sim.fetch(openAiPost(modelRequest(person)))).status)
  expect(Date.now() - started).toBeGreaterThanOrEqual(29)
  expect(statuses).toEqual([500, 200, 200])
  expect(sim.calls().map(({ scenario, paid }) => [scenario, paid])).toEqual([
    ['server_error', false],
    ['slow+refusal', true],
    ['ok', true],
  ])
})

test('refuses to plan what it does not know, and then plans nothing', async () => {
  const sim = createOpenAiSimulator({ delayMs: 0 })
  expect(() => sim.plan(['server_error', 'moonlight'])).toThrow('moonlight')
  expect((await sim.fetch(openAiPost(modelRequest(person)))).status).toBe(200)
})

test('a refused body does not use up the plan', async () => {
  const sim = createOpenAiSimulator({ delayMs: 0 })
  sim.plan(['quota'])
  expect((await sim.fetch(openAiPost(modelRequest(person, { foo: 1 })))).status).toBe(400)
  expect((await sim.fetch(openAiPost(modelRequest(person)))).status).toBe(429)
})

const streamed = async (scenario: string) => eventsOf(await (await play(scenario, { stream: true })).answer.text())

test('streams the same text that it answers whole, and ends with the whole response', async () => {
  const events = await streamed('ok')
  const text = textOf(await played('ok'))
  const deltas = events.filter(({ type }) => type === 'response.output_text.delta').map(({ delta }) => String(delta))
  expect(deltas.join('')).toBe(text)
  expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_event, index) => index))
  expect(events[0]?.type).toBe('response.created')
  expect(events.at(-1)).toMatchObject({ type: 'response.completed', response: { status: 'completed' } })
})

test.each([
  ['sse_unknown_event', 'response.completed'],
  ['sse_early_end', 'response.output_text.delta'],
  ['sse_error_flat', 'error'],
  ['sse_error_nested', 'error'],
  ['sse_failed', 'response.failed'],
  ['sse_incomplete', 'response.incomplete'],
  ['sse_deltas_differ', 'response.completed'],
  ['sse_one_byte_chunks', 'response.completed'],
])('%s ends with %s', async (scenario, last) => {
  const events = await streamed(scenario)
  expect(events.at(-1)?.type).toBe(last)
  expect(events.some(({ type }) => type === 'response.moon.rising')).toBe(scenario === 'sse_unknown_event')
  if (scenario === 'sse_error_flat') expect(events.at(-1)).toHaveProperty('code', 'server_error')
  if (scenario === 'sse_error_nested') expect(events.at(-1)).toHaveProperty('error.code', 'server_error')
})

test('every scenario of the contract has a name', () => {
  const asked = [
    'lost',
    'connection_refused',
    'reset_before_headers',
    'reset_after_headers',
    'no_headers',
    'stalled_body',
  ]
  expect(openAiScenarios).toEqual(
    expect.arrayContaining([...asked, 'dripping_body', 'sse_keep_alive_only', 'sse_slow_then_silent', 'obey', 'slow']),
  )
})

type StreamEvent = { type: string; sequence_number: number } & Record<string, unknown>

function eventsOf(text: string): StreamEvent[] {
  const frames = text.split('\n\n').filter((frame) => frame.startsWith('event: '))
  return frames.map((frame) => JSON.parse(frame.slice(frame.indexOf('data: ') + 6)) as StreamEvent)
}
