import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'

import { createOpenAi } from '#app/lib/openai.ts'
import { createOpenAiSimulator } from '#demo/openai.ts'

import { answerAsOpenAi } from '../setup/simulators.ts'
import { deadOrigin, faults, json, raw, serve } from './wire.ts'

const official = 'https://api.openai.com/v1'

function rehearse(...scenarios: string[]) {
  const simulator = createOpenAiSimulator({ delayMs: 0 })
  simulator.planModeration(scenarios)
  answerAsOpenAi(simulator)
  return { simulator, openAi: createOpenAi({ apiKey: 'k', baseUrl: official, model: 'gpt-6.1-terra' }) }
}

async function answered(reply: (response: ServerResponse) => unknown, timeoutMs = 5_000) {
  const { origin, heard } = await serve(reply)
  const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${origin}/v1`, model: 'm', timeoutMs })
  return { moderation: await openAi.moderate(['Un texte.', 'Un autre.']), heard }
}

const result = (more: object) => ({ flagged: false, categories: {}, category_scores: {}, ...more })
const results = (...all: object[]) => json({ id: 'modr-1', model: 'omni-moderation-latest', results: all })

describe('texts', () => {
  test('that say nothing wrong are clean', async () => {
    expect(await rehearse().openAi.moderate(['Je pense à la mer.', 'Ma grand-mère cousait.'])).toEqual({ tag: 'clean' })
  })

  test('of which one does are flagged, by the names of OpenAI', async () => {
    const moderation = await rehearse().openAi.moderate(['La mer.', 'Je veux en finir avec la vie.'])
    expect(moderation).toEqual({ tag: 'flagged', categories: ['self-harm', 'self-harm/intent'] })
  })

  test('that are none are clean without a call', async () => {
    const { simulator, openAi } = rehearse()
    expect(await openAi.moderate([])).toEqual({ tag: 'clean' })
    expect(await openAi.moderate(['', ' \n'])).toEqual({ tag: 'clean' })
    expect(simulator.calls()).toEqual([])
  })

  test('go in one call, and only they', async () => {
    const { heard } = await answered(results(result({}), result({})))
    expect(heard.map(({ path }) => path)).toEqual(['/v1/moderations'])
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      model: 'omni-moderation-latest',
      input: ['Un texte.', 'Un autre.'],
    })
  })
})

describe('an answer', () => {
  test.each([
    ['flagged without a category', { flagged: true }, []],
    ['with a category and no flag', { categories: { hate: true, violence: false } }, ['hate']],
    [
      'with a category of tomorrow',
      { flagged: true, categories: { 'new/kind': true, 'Nöt a name': true } },
      ['new/kind', 'other'],
    ],
    ['with odd categories', { flagged: true, categories: 'hate' }, []],
    ['with null categories', { flagged: true, categories: { illicit: null, hate: true } }, ['hate']],
  ])('%s is flagged', async (_, more, categories) => {
    const { moderation } = await answered(results(result({}), result(more)))
    expect(moderation).toEqual({ tag: 'flagged', categories })
  })

  test.each([
    ['not JSON', raw('Bonjour')],
    ['HTML', raw('<h1>ok</h1>', 200, 'text/html')],
    ['empty', raw('')],
    ['no results', json({})],
    ['a result too few', results(result({}))],
    ['a result too many', results(result({}), result({}), result({}))],
    ['a flag that is none', results(result({}), result({ flagged: 'no' }))],
    ['endless', raw(`"${'a'.repeat(2_000_000)}"`)],
  ])('%s is no answer, and never clean', async (_, reply) => {
    const { moderation, heard } = await answered(reply)
    expect(moderation).toEqual({ tag: 'unavailable', code: 'unreadable_answer', retry: 'later', retryAfterMs: null })
    expect(heard).toHaveLength(1)
  })

  test.each([
    ['moderation_unavailable', { code: 'overloaded', retry: 'later' }],
    ['moderation_odd', { code: 'unreadable_answer', retry: 'later' }],
    ['moderation_rejected', { code: 'unauthorized', retry: 'never' }],
  ])('%s of the rehearsal is none either', async (scenario, expected) => {
    const { simulator, openAi } = rehearse(scenario)
    expect(await openAi.moderate(['La mer.'])).toMatchObject({ tag: 'unavailable', ...expected })
    expect(simulator.calls()).toHaveLength(1)
    expect(await openAi.moderate(['La mer.'])).toEqual({ tag: 'clean' })
  })

  test('that asks to wait is waited for', async () => {
    const { moderation } = await answered(json({ error: {} }, 429, { 'retry-after': '7' }))
    expect(moderation).toEqual({ tag: 'unavailable', code: 'rate_limited', retry: 'later', retryAfterMs: 7_000 })
  })

  test.each([
    ['resetBeforeHeaders', 'connection_cut'],
    ['noHeaders', 'timed_out'],
    ['stalledBody', 'timed_out'],
    ['drippingBody', 'timed_out'],
  ] as const)('%s is none: %s', async (fault, code) => {
    const { moderation, heard } = await answered(faults[fault], 150)
    expect(moderation).toMatchObject({ tag: 'unavailable', code, retry: 'later' })
    expect(heard).toHaveLength(1)
  })

  test('nobody there, or stopped', async () => {
    const openAi = createOpenAi({ apiKey: 'k', baseUrl: `${await deadOrigin()}/v1`, model: 'm' })
    expect(await openAi.moderate(['La mer.'])).toMatchObject({ tag: 'unavailable', code: 'not_reached' })
    const stopped = await openAi.moderate(['La mer.'], { signal: AbortSignal.abort() })
    expect(stopped).toMatchObject({ tag: 'unavailable', code: 'stopped', retry: 'later' })
  })
})
