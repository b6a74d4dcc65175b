import { http, HttpResponse } from 'msw/http'
import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'

import { createOpenAi, outputTokens, type ScriptOrder } from '#app/lib/openai.ts'
import { net } from '../setup/network.ts'
import { deadOrigin, faults, json, raw, serve } from './wire.ts'

const order: ScriptOrder = {
  firstName: 'Camille',
  numbers: {
    lifePath: { value: 11, master: true },
    expression: { value: 4, master: false },
    soulUrge: null,
    personality: null,
    personalYear: { value: 9, master: false },
  },
  theme: 'le travail',
  memories: [{ about: 'Une fierté', text: 'Je change de métier.' }],
  instructions: null,
  sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
}

const sentence = 'Vous avez le goût des choses bien faites et vous prenez le temps de les comprendre. '
const section = sentence.repeat(8).trim()
const script = { accueil: section, portrait: section, elan: section, annee: section, cloture: section }

function answer(patch: Record<string, unknown> = {}) {
  return {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    model: 'gpt-6.1-terra',
    output: [message([{ type: 'output_text', text: JSON.stringify(script) }])],
    usage: {
      input_tokens: 1500,
      input_tokens_details: { cached_tokens: 100 },
      output_tokens: 1500,
      output_tokens_details: { reasoning_tokens: 200 },
      total_tokens: 3000,
    },
    ...patch,
  }
}

function message(content: unknown[], phase?: string) {
  return { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content, ...(phase && { phase }) }
}

function saying(text: string) {
  return answer({ output: [message([{ type: 'output_text', text }])] })
}

function withSection(text: string) {
  return saying(JSON.stringify({ ...script, elan: text }))
}

async function call(reply: (response: ServerResponse) => unknown, timeoutMs = 5000) {
  const { origin, heard } = await serve(reply)
  const openAi = createOpenAi({ apiKey: 'sk-test', baseUrl: `${origin}/v1`, model: 'gpt-6.1-terra', timeoutMs })
  return { outcome: await openAi.writeScript(order), heard }
}

function vendorError(status: number, code: string | null, headers: Record<string, string> = {}) {
  return json({ error: { message: 'secret vendor text sk-test', type: 'x', code, param: null } }, status, headers)
}

describe('a written script', () => {
  test('comes back with its bill', async () => {
    const { outcome } = await call(json(answer()))
    expect(outcome).toEqual({
      tag: 'ok',
      sections: script,
      responseId: 'resp_1',
      supportId: 'req_1',
      model: 'gpt-6.1-terra',
      usage: { input: 1500, cached: 100, output: 1500, reasoning: 200 },
      // 1400 × 1 + 100 × 0.05 + 1500 × 5 micro-USD
      costMicroUsd: 8905,
    })
  })

  test('was asked for once, unstored, with a plain strict schema and nothing but the order', async () => {
    const { heard } = await call(json(answer()))
    expect(heard).toHaveLength(1)
    const [request] = heard
    expect(request?.path).toBe('/v1/responses')
    expect(request?.headers['authorization']).toBe('Bearer sk-test')
    expect(request?.headers['openai-organization']).toBeUndefined()
    const body = JSON.parse(request?.body ?? '') as Record<string, unknown>
    expect(body).toMatchObject({ model: 'gpt-6.1-terra', store: false, stream: true })
    expect(body['max_output_tokens']).toBe(outputTokens.first)
    expect(body['text']).toEqual({
      format: {
        type: 'json_schema',
        name: 'script',
        strict: true,
        schema: {
          type: 'object',
          properties: Object.fromEntries(Object.keys(script).map((key) => [key, { type: 'string' }])),
          required: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
          additionalProperties: false,
        },
      },
    })
    expect(Object.keys(body).sort()).toEqual(
      ['input', 'instructions', 'max_output_tokens', 'model', 'reasoning', 'store', 'stream', 'text'].sort(),
    )
  })

  test('is read without what the model says to itself', async () => {
    const output = [
      { type: 'reasoning', summary: [] },
      message([{ type: 'output_text', text: 'Je réfléchis.' }], 'commentary'),
      message([{ type: 'output_text', text: JSON.stringify(script) }], 'final_answer'),
    ]
    expect((await call(json(answer({ output })))).outcome.tag).toBe('ok')
  })

  test('has no cost where usage is missing or the model unknown', async () => {
    expect((await call(json(answer({ usage: undefined })))).outcome).toMatchObject({
      tag: 'ok',
      usage: null,
      costMicroUsd: null,
    })
    const { outcome } = await call(json(answer({ model: 'gpt-9' })))
    expect(outcome).toMatchObject({ tag: 'ok', model: 'gpt-9', usage: { input: 1500 }, costMicroUsd: null })
  })

  test('may be asked for with a wider limit, after a truncated one', async () => {
    const { origin, heard } = await serve(json(answer()))
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${origin}/v1`, model: 'm' })
    await openAi.writeScript(order, { maxOutputTokens: outputTokens.wide })
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ max_output_tokens: outputTokens.wide })
  })
})

describe('one section alone', () => {
  const alone = { ...order, sections: ['elan'] as const }
  const write = async (said: unknown) => {
    const { origin, heard } = await serve(json(saying(JSON.stringify(said))))
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${origin}/v1`, model: 'gpt-6.1-terra' })
    return { outcome: await openAi.writeScript(alone), heard }
  }

  test('is asked for alone, and comes alone', async () => {
    const { outcome, heard } = await write({ elan: section })
    expect(outcome).toMatchObject({ tag: 'ok', sections: { elan: section } })
    const { text } = JSON.parse(heard[0]?.body ?? '') as { text: { format: { schema: unknown } } }
    expect(text.format.schema).toMatchObject({ properties: { elan: { type: 'string' } }, required: ['elan'] })
  })

  test.each([
    ['with the others', script, 'wrong_shape'],
    ['as another', { annee: section }, 'wrong_shape'],
    ['in a breath', { elan: sentence }, 'too_short'],
    ['at great length', { elan: section.repeat(2) }, 'too_long'],
  ])('%s is invalid output', async (_, said, code) => {
    expect((await write(said)).outcome).toMatchObject({ tag: 'invalid_output', code, retry: 'now' })
  })
})

describe('an answer that is no script, and was paid for', () => {
  const refusal = { output: [message([{ type: 'refusal', refusal: 'Je ne peux pas.' }])] }
  const incomplete = (reason: string) => ({ status: 'incomplete', incomplete_details: { reason } })
  const failed = (code: string) => ({ status: 'failed', error: { code, message: 'vendor text' } })
  const two = { output: [message([1, 2].map(() => ({ type: 'output_text', text: '{}' })))] }

  test.each([
    ['a refusal', refusal, 'refused', 'model_refused', 'never'],
    ['cut by the limit', incomplete('max_output_tokens'), 'truncated', 'max_output_tokens', 'now'],
    ['cut by the filter', incomplete('content_filter'), 'filtered', 'content_filter', 'never'],
    ['cut for a reason of tomorrow', incomplete('steered'), 'unknown', 'unexpected_incomplete', 'never'],
    ['failed in the server', failed('server_error'), 'failed', 'server_error', 'later'],
    ['failed by policy', failed('bio_policy'), 'failed', 'bio_policy', 'never'],
    ['failed in words of tomorrow', failed('New Code!'), 'failed', 'failed_otherwise', 'never'],
    ['still queued', { status: 'queued' }, 'unknown', 'unexpected_status', 'never'],
    ['no output', { output: [] }, 'invalid_output', 'no_text', 'now'],
    ['output null', { output: null }, 'invalid_output', 'no_text', 'now'],
    ['two texts', two, 'invalid_output', 'several_texts', 'now'],
  ])('%s', async (_, patch, tag, code, retry) => {
    const { outcome, heard } = await call(json(answer(patch)))
    expect(outcome).toMatchObject({ tag, code, retry, mayHaveCost: true, supportId: 'req_1', costMicroUsd: 8905 })
    expect(heard).toHaveLength(1)
  })

  test.each([
    ['not JSON', saying('Bonjour !'), 'not_json'],
    ['a section too few', saying(JSON.stringify({ ...script, elan: undefined })), 'wrong_shape'],
    ['a section too many', saying(JSON.stringify({ ...script, titre: 'x' })), 'wrong_shape'],
    ['an empty section', withSection(' \n'), 'empty_section'],
    ['a NUL', withSection(`${section}\0`), 'forbidden_characters'],
    ['a lone surrogate', withSection(`a\ud800 ${section}`), 'forbidden_characters'],
    ['a right-to-left override', withSection(`${section} \u202e`), 'forbidden_characters'],
    ['a tag', withSection(`${section} <break time="999s"/>`), 'markup'],
    ['a script tag', withSection(`<script>alert(1)</script> ${section}`), 'markup'],
    ['markdown', withSection(`**${section}**`), 'markup'],
    ['an address', withSection(`${section} Voyez exemple.com.`), 'address'],
    ['a link', withSection(`${section} https://evil.example/x`), 'address'],
    ['template braces', withSection(`${section} {{prenom}}`), 'braces'],
    ['a placeholder', withSection(`${section} [prénom]`), 'braces'],
    ['a leftover', withSection(`Voici votre script. ${section}`), 'leftover'],
    [
      'our instructions',
      withSection(`${section} Une personne de la maison le relira avant tout tournage.`),
      'leftover',
    ],
    ['too many characters', withSection(section.repeat(6)), 'too_long'],
    ['too many words', withSection('a y '.repeat(600)), 'too_long'],
    [
      'too few words',
      saying(JSON.stringify({ ...script, portrait: 'Oui.', annee: 'Oui.', elan: 'Oui.' })),
      'too_short',
    ],
  ])('%s is invalid output', async (_, body, code) => {
    const { outcome } = await call(json(body))
    expect(outcome).toMatchObject({ tag: 'invalid_output', code, mayHaveCost: true, retry: 'now', costMicroUsd: 8905 })
  })

  test('an answer that never ends is not read to its end', async () => {
    const { outcome } = await call(raw(`"${'a'.repeat(5_000_000)}"`))
    expect(outcome).toMatchObject({ tag: 'invalid_output', code: 'answer_too_large', mayHaveCost: true })
  })
})

describe('no answer', () => {
  test.each([
    [400, 'invalid_request', 'rejected', 'bad_request'],
    [401, 'invalid_api_key', 'rejected', 'unauthorized'],
    [403, null, 'rejected', 'forbidden'],
    [404, 'model_not_found', 'rejected', 'not_found'],
    [422, null, 'rejected', 'unprocessable'],
    [418, null, 'rejected', 'http_418'],
    [302, null, 'rejected', 'http_302'],
    [429, 'insufficient_quota', 'rejected', 'insufficient_quota'],
    [429, 'credit_balance_exhausted', 'rejected', 'insufficient_quota'],
  ])('%i %s is rejected, for nothing and for good', async (status, code, tag, ours) => {
    const { outcome, heard } = await call(vendorError(status, code))
    expect(outcome).toMatchObject({ tag, code: ours, retry: 'never', mayHaveCost: false, supportId: 'req_1' })
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(heard).toHaveLength(1)
  })

  test.each([
    [408, 'request_timeout', true],
    [409, 'conflict', false],
    [429, 'rate_limited', false],
    [500, 'http_500', true],
    [502, 'http_502', true],
    [503, 'overloaded', false],
  ])('%i is unavailable: one call, later again', async (status, code, mayHaveCost) => {
    const { outcome, heard } = await call(vendorError(status, 'rate_limit_exceeded', { 'retry-after': '7' }))
    expect(outcome).toMatchObject({ tag: 'unavailable', code, retry: 'later', retryAfterMs: 7000, mayHaveCost })
    expect(heard).toHaveLength(1)
  })

  test('a wait in milliseconds, or until a date, or a flat no', async () => {
    const date = { date: 'Mon, 23 Nov 2026 09:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT' }
    expect((await call(vendorError(429, null, { 'retry-after-ms': '250' }))).outcome).toMatchObject({
      retryAfterMs: 250,
    })
    expect((await call(vendorError(429, null, date))).outcome).toMatchObject({ retryAfterMs: 30_000 })
    expect((await call(vendorError(429, null, { 'retry-after': 'soon' }))).outcome).toMatchObject({
      retryAfterMs: null,
    })
    expect((await call(vendorError(429, null, { 'x-should-retry': 'false' }))).outcome).toMatchObject({
      retry: 'never',
    })
  })

  test('a page of HTML: by its status', async () => {
    expect((await call(raw('<h1>503</h1>', 503, 'text/html'))).outcome).toMatchObject({
      tag: 'unavailable',
      code: 'overloaded',
    })
    expect((await call(raw('<h1>ok</h1>', 200, 'text/html'))).outcome).toMatchObject({
      tag: 'unknown',
      code: 'unreadable_answer',
      mayHaveCost: true,
      supportId: 'req_1',
    })
  })

  test.each([
    ['cut JSON', '{"id":"resp_1","sta'],
    ['empty', ''],
    ['an array', '[]'],
    ['null', 'null'],
  ])('200 with %s is unknown', async (_, text) => {
    const { outcome } = await call(raw(text))
    expect(outcome).toMatchObject({ tag: 'unknown', code: 'unreadable_answer', mayHaveCost: true, retry: 'later' })
  })

  test.each([
    ['resetBeforeHeaders', 'connection_cut', null],
    ['resetAfterHeaders', 'connection_cut', 'req_1'],
    ['noHeaders', 'timed_out', null],
    ['stalledBody', 'timed_out', 'req_1'],
    ['drippingBody', 'timed_out', 'req_1'],
  ] as const)('%s is unknown, and may have cost', async (fault, code, supportId) => {
    const { outcome, heard } = await call(faults[fault], 120)
    expect(outcome).toMatchObject({ tag: 'unknown', code, mayHaveCost: true, retry: 'later', supportId })
    expect(heard).toHaveLength(1)
  })

  test('nobody there: nothing was sent', async () => {
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${await deadOrigin()}/v1`, model: 'm' })
    const outcome = await openAi.writeScript(order)
    expect(outcome).toMatchObject({ tag: 'unavailable', code: 'not_reached', mayHaveCost: false, retry: 'later' })
  })

  test('stopped before and during the call', async () => {
    const { origin, heard } = await serve(faults.noHeaders)
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${origin}/v1`, model: 'm' })
    const before = await openAi.writeScript(order, { signal: AbortSignal.abort() })
    expect(before).toMatchObject({ tag: 'unavailable', code: 'stopped', mayHaveCost: false })
    expect(heard).toHaveLength(0)
    const during = await openAi.writeScript(order, { signal: AbortSignal.timeout(60) })
    expect(during).toMatchObject({ tag: 'unknown', code: 'stopped', mayHaveCost: true })
  })

  test('a redirect is not followed: the prompt goes to no other house', async () => {
    const elsewhere = await serve(json(answer()))
    const { outcome } = await call(json({}, 307, { location: `${elsewhere.origin}/v1/responses` }))
    expect(outcome).toMatchObject({ tag: 'rejected', code: 'http_307' })
    expect(elsewhere.heard).toHaveLength(0)
  })

  const ten = { value: 10, master: false }
  test.each([
    ['a life path that is none', { numbers: { ...order.numbers, lifePath: ten } }],
    ['an expression that is none', { numbers: { ...order.numbers, expression: ten } }],
    ['no section', { sections: [] }],
    ['nobody', { firstName: ' \u200b ' }],
  ])('an order with %s is not sent', async (_, patch) => {
    const { origin, heard } = await serve(json(answer()))
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${origin}/v1`, model: 'm' })
    const outcome = await openAi.writeScript({ ...order, ...patch })
    expect(outcome).toMatchObject({ tag: 'rejected', code: 'invalid_order', mayHaveCost: false })
    expect(heard).toHaveLength(0)
  })

  test('a failure of fetch itself, by the real address', async () => {
    net.use(http.post('https://api.openai.com/v1/responses', () => HttpResponse.error()))
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: 'https://api.openai.com/v1', model: 'm' })
    expect(await openAi.writeScript(order)).toMatchObject({ tag: 'unknown', code: 'connection_cut' })
  })
})
