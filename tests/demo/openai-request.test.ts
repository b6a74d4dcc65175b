import { expect, onTestFinished, test } from 'vitest'

import { createOpenAiSimulator } from '#demo/openai.ts'
import { startSimulators } from '#demo/serve.ts'

import { folder, modelRequest, openAiPost, scriptSchema, textOf, type ModelAnswer } from './rehearsal.ts'

const person = { prenom: 'Zoé', cheminDeVie: 7 }
const simulator = () => createOpenAiSimulator({ delayMs: 0 })

type ErrorAnswer = { error: { message: string; type: string; param: string | null; code: string | null } }

function formatOf(schema: unknown, more: Record<string, unknown> = {}) {
  return { text: { format: { type: 'json_schema', name: 'video_script', strict: true, schema, ...more } } }
}

test('answers in the envelope of the Responses API, with usage, request id and rate headers', async () => {
  const answer = await simulator().fetch(openAiPost(modelRequest(person)))
  expect(answer.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/)
  expect(answer.headers.get('x-ratelimit-remaining-requests')).toBe('499')
  const body = (await answer.json()) as ModelAnswer & Record<string, unknown>
  expect(body).toMatchObject({
    object: 'response',
    status: 'completed',
    error: null,
    store: false,
    model: 'gpt-6.1-terra',
  })
  expect(body.incomplete_details).toBeNull()
  expect(body.output.map(({ type }) => type)).toEqual(['reasoning', 'message'])
  expect(body.usage?.total_tokens).toBe((body.usage?.input_tokens ?? 0) + (body.usage?.output_tokens ?? 0))
})

test.each([
  ['an unknown field', { foo: 1 }, 'foo', 'unknown_parameter'],
  ['a deprecated field', { user: 'u' }, 'user', 'unknown_parameter'],
  ['store true', { store: true }, 'store', 'store_not_false'],
  ['no store', { store: undefined }, 'store', 'store_not_false'],
  ['no input', { input: undefined }, 'input', 'missing_required_parameter'],
  [
    'an input without text',
    { input: [{ role: 'user', content: [{ type: 'input_image' }] }] },
    'input',
    'missing_required_parameter',
  ],
  ['no format', { text: {} }, 'text.format', 'missing_required_parameter'],
  ['strict false', formatOf(scriptSchema, { strict: false }), 'text.format.strict', null],
  ['a length', formatOf(withTitle({ type: 'string', minLength: 3 })), 'text.format.schema', 'invalid_json_schema'],
  ['a pattern', formatOf(withTitle({ type: 'string', pattern: '^a$' })), 'text.format.schema', 'invalid_json_schema'],
  [
    'a date format',
    formatOf(withTitle({ type: 'string', format: 'date' })),
    'text.format.schema',
    'invalid_json_schema',
  ],
  ['a number', formatOf(withTitle({ type: 'number' })), 'text.format.schema', 'invalid_json_schema'],
  [
    'a real union',
    formatOf(withTitle({ anyOf: [{ type: 'string' }, { type: 'integer' }] })),
    'text.format.schema',
    'invalid_json_schema',
  ],
  ['a bare string', formatOf({ type: 'string' }), 'text.format.schema', 'invalid_json_schema'],
  ['an optional property', formatOf({ ...scriptSchema, required: [] }), 'text.format.schema', 'invalid_json_schema'],
  [
    'an open object',
    formatOf({ ...scriptSchema, additionalProperties: true }),
    'text.format.schema',
    'invalid_json_schema',
  ],
])('refuses %s with a 400', async (_what, more, param, code) => {
  const sim = simulator()
  const answer = await sim.fetch(openAiPost(modelRequest(person, more)))
  expect(answer.status).toBe(400)
  const { error } = (await answer.json()) as ErrorAnswer
  expect(error).toMatchObject({ type: 'invalid_request_error', param, code })
  expect(sim.calls()).toMatchObject([{ paid: false }])
})

test('accepts nullable values, enums, arrays and messages of text parts', async () => {
  const maybe = { anyOf: [{ type: 'array', items: { type: 'boolean' } }, { type: 'null' }] }
  const input = [{ role: 'user', content: [{ type: 'input_text', text: 'Bonjour' }] }]
  const answer = await simulator().fetch(openAiPost({ ...modelRequest('', formatOf(withTitle(maybe))), input }))
  expect(JSON.parse(textOf((await answer.json()) as ModelAnswer))).toEqual({ title: [true] })
})

test('knows its key and its content type', async () => {
  const sim = createOpenAiSimulator({ apiKey: 'sk-right', delayMs: 0 })
  const wrong = await sim.fetch(openAiPost(modelRequest(person)))
  expect([wrong.status, ((await wrong.json()) as ErrorAnswer).error.code]).toEqual([401, 'invalid_api_key'])
  const headers = { authorization: 'Bearer sk-right', 'content-type': 'text/plain' }
  const plain = await sim.fetch(new Request('http://sim.test/v1/responses', { method: 'POST', headers, body: '{}' }))
  expect(plain.status).toBe(400)
})

test('a response in the background is read again, cancelled, and no other is kept', async () => {
  const sim = createOpenAiSimulator({ delayMs: 500 })
  const ask = async (path: string, method = 'GET') => {
    const answer = await sim.fetch(new Request(`http://sim.test${path}`, { method, headers: openAiPost({}).headers }))
    return [answer.status, (await answer.json()) as ModelAnswer] as const
  }
  const first = (await (await sim.fetch(openAiPost(modelRequest(person, { background: true })))).json()) as ModelAnswer
  const second = (await (await sim.fetch(openAiPost(modelRequest(person, { background: true })))).json()) as ModelAnswer
  expect(first.status).toBe('queued')
  expect((await ask(`/v1/responses/${first.id}`))[1].status).toBe('in_progress')
  expect((await ask(`/v1/responses/${second.id}/cancel`, 'POST'))[1].status).toBe('cancelled')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(textOf((await ask(`/v1/responses/${first.id}`))[1])).toContain('Zoé')
  expect((await ask(`/v1/responses/${second.id}`))[1].status).toBe('cancelled')
  const direct = (await (await sim.fetch(openAiPost(modelRequest(person)))).json()) as ModelAnswer
  expect((await ask(`/v1/responses/${direct.id}`))[0]).toBe(404)
})

test('moderates each text of several, and refuses what is none', async () => {
  const sim = simulator()
  const ask = (input: unknown) =>
    sim.fetch(openAiPost({ model: 'omni-moderation-latest', input }, undefined, '/v1/moderations'))
  const answer = await ask(['La mer.', 'Je vais me tuer.'])
  const { results } = (await answer.json()) as { results: { flagged: boolean; categories: Record<string, boolean> }[] }
  expect(results.map(({ flagged }) => flagged)).toEqual([false, true])
  expect(results[1]?.categories).toMatchObject({ 'self-harm': true, 'self-harm/intent': true, violence: false })
  for (const input of [undefined, [], [3]]) expect((await ask(input)).status).toBe(400)
})

test('moderation has a queue of its own, which a call for a script does not use up', async () => {
  const sim = simulator()
  const moderate = async (input: string[]) => {
    const answer = await sim.fetch(openAiPost({ input }, undefined, '/v1/moderations'))
    return answer.status === 200
      ? ((await answer.json()) as { results: { flagged: boolean }[] }).results
      : answer.status
  }
  sim.plan(['quota'])
  sim.planModeration(['moderation_unavailable', 'moderation_flags_script'])
  expect(await moderate(['La mer.'])).toBe(503)
  expect((await sim.fetch(openAiPost(modelRequest(person)))).status).toBe(429)
  const script = textOf((await (await sim.fetch(openAiPost(modelRequest(person)))).json()) as ModelAnswer)
  const sections = Object.values(JSON.parse(script) as Record<string, string>)
  expect(await moderate(['La mer.'])).toMatchObject([{ flagged: false }])
  expect(await moderate([sections.join('\n\n')])).toMatchObject([{ flagged: true }])
  expect(await moderate([sections.join('\n\n')])).toMatchObject([{ flagged: false }])
  expect(() => sim.planModeration(['quota'])).toThrow('quota')
})

test('the moderation to come is steered over HTTP too', async () => {
  const simulators = await startSimulators({ dir: folder(), openai: { delayMs: 0 } })
  onTestFinished(() => simulators.close())
  const steer = async (plan: unknown) =>
    (await fetch(`${simulators.url}/__sim/plan`, { method: 'POST', body: JSON.stringify(plan) })).status
  const moderate = () => fetch(openAiPost({ input: 'La mer.' }, simulators.url, '/v1/moderations'))
  expect(await steer({ moderation: ['moderation_odd', 'moderation_unavailable'] })).toBe(200)
  expect(await steer({ moderation: ['moonlight'] })).toBe(400)
  expect(await (await moderate()).json()).toEqual({ results: [{ flagged: 'perhaps' }] })
  expect([(await moderate()).status, (await moderate()).status]).toEqual([503, 200])
  expect(simulators.openai.calls().map(({ scenario }) => scenario)).toEqual([
    'moderation_odd',
    'moderation_unavailable',
    'ok',
  ])
})

test('moderates, lists its models, and knows no other address', async () => {
  const sim = simulator()
  const flagged = async (input: string) => {
    const answer = await sim.fetch(openAiPost({ model: 'omni-moderation-latest', input }, undefined, '/v1/moderations'))
    return ((await answer.json()) as { results: { flagged: boolean }[] }).results[0]?.flagged
  }
  expect([await flagged('Je pense au suicide.'), await flagged('Je pense à la mer.')]).toEqual([true, false])
  const { headers } = openAiPost({})
  const models = await sim.fetch(new Request('http://sim.test/v1/models', { headers }))
  expect(((await models.json()) as { data: { id: string }[] }).data.map(({ id }) => id)).toContain('gpt-6.1-terra')
  expect((await sim.fetch(new Request('http://sim.test/v1/files', { headers }))).status).toBe(404)
})

function withTitle(schema: unknown) {
  return { type: 'object', properties: { title: schema }, required: ['title'], additionalProperties: false }
}
