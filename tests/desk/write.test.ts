/** OpenAI writes: whatever it answers, at most three calls, each a fact, and an end that a person can read. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { openAiScenarios } from '#demo/openai/scenarios.ts'
import type { FactData } from '#events/facts.ts'

import type { TestDesk } from '../setup/desk.ts'
import { waitingJobs, workAll, workOnce } from './clockwork.ts'
import { emptyQueue } from './heygen-calls.ts'
import { draft, factsOf, lastOf, script, viewOf } from './requests.ts'
import { ask, createWritingDesk, isWriting } from './writing.ts'

let house: TestDesk
let calls: number

beforeAll(async () => {
  house = await createWritingDesk()
})
afterAll(() => house.close())
beforeEach(async () => {
  await emptyQueue(house)
  calls = house.simulators.openai.calls().length
})

const plan = (...scenarios: string[]) => house.simulators.openai.plan(scenarios)
const made = () => house.simulators.openai.calls().slice(calls).filter(isWriting)
const attemptsOf = async (requestId: string) =>
  (await factsOf(house, requestId)).flatMap(({ type, data }) =>
    type === 'ScriptAttempted' ? [data as FactData<'ScriptAttempted'>] : [],
  )

type Ending = { code: string; mayHaveCost: boolean; calls: number }
const ends = (code: string, mayHaveCost: boolean, calls: 1 | 3): Ending => ({ code, mayHaveCost, calls })

const failing: Record<string, Ending> = {
  bad_request: ends('bad_request', false, 1),
  unauthorized: ends('unauthorized', false, 1),
  forbidden: ends('forbidden', false, 1),
  not_found: ends('not_found', false, 1),
  quota: ends('insufficient_quota', false, 1),
  conflict: ends('conflict', false, 3),
  rate_limited: ends('rate_limited', false, 3),
  rate_limited_no_retry: ends('rate_limited', false, 1),
  server_error: ends('http_500', true, 3),
  overloaded: ends('overloaded', false, 3),
  html_503: ends('overloaded', false, 3),
  html_200: ends('unreadable_answer', true, 3),
  empty_200: ends('unreadable_answer', true, 3),
  cut_json: ends('unreadable_answer', true, 3),
  not_a_response: ends('unreadable_answer', true, 3),
  refusal: ends('model_refused', true, 1),
  truncated: ends('max_output_tokens', true, 3),
  sse_incomplete: ends('max_output_tokens', true, 3),
  filtered: ends('content_filter', true, 1),
  unknown_incomplete_reason: ends('unexpected_incomplete', true, 3),
  failed: ends('server_error', true, 3),
  sse_failed: ends('server_error', true, 3),
  unknown_status: ends('unexpected_status', true, 3),
  not_json: ends('not_json', true, 3),
  wrong_shape: ends('empty_section', true, 3),
  two_messages: ends('several_texts', true, 3),
  huge: ends('too_long', true, 3),
  hostile: ends('forbidden_characters', true, 3),
  connection_refused: ends('connection_cut', true, 3),
  reset_before_headers: ends('connection_cut', true, 3),
  reset_after_headers: ends('stream_cut', true, 3),
  no_headers: ends('timed_out', true, 3),
  stalled_body: ends('timed_out', true, 3),
  dripping_body: ends('timed_out', true, 3),
  lost: ends('timed_out', true, 3),
  sse_early_end: ends('stream_cut', true, 3),
  sse_keep_alive_only: ends('timed_out', true, 3),
  sse_slow_then_silent: ends('timed_out', true, 3),
  sse_bad_json: ends('unreadable_answer', true, 3),
  sse_deltas_differ: ends('deltas_differ', true, 3),
  sse_error_flat: ends('server_error', true, 3),
  sse_error_nested: ends('server_error', true, 3),
}
/** Answered with a bill, and of no use: what it cost is known, and counts. */
const billed = [
  ...['refusal', 'truncated', 'sse_incomplete', 'filtered', 'unknown_incomplete_reason', 'unknown_status'],
  ...['not_json', 'wrong_shape', 'two_messages', 'huge', 'hostile', 'sse_deltas_differ'],
]
const writing = [
  ...['ok', 'slow', 'commentary', 'no_usage', 'obey', 'unstreamed'],
  ...['sse_unknown_event', 'sse_one_byte_chunks', 'sse_crlf'],
]

it('every scenario of the rehearsal has its place here', () => {
  expect([...Object.keys(failing), ...writing].toSorted()).toEqual(openAiScenarios.toSorted())
})

describe('it does not go well', () => {
  it.each(Object.entries(failing))('%s, each time', async (scenario, { code, mayHaveCost, calls: expected }) => {
    const requestId = await ask(house)
    plan(...Array<string>(expected).fill(scenario))
    expect(await workAll(house)).toHaveLength(expected)

    const { data, actor } = await lastOf(house, requestId, 'ScriptFailed')
    expect([data.code, data.mayHaveCost, data.n, actor]).toEqual([
      code,
      mayHaveCost,
      expected,
      { kind: 'vendor', id: 'openai' },
    ])
    expect(made()).toHaveLength(expected)
    const { costMicroUsd } = data
    expect((costMicroUsd ?? 0) > 0).toBe(billed.includes(scenario))
    const previous = { code, mayHaveCost, costMicroUsd }
    expect((await attemptsOf(requestId)).map((one) => [one.n, one.previous])).toEqual(
      [
        [1, null],
        [2, previous],
        [3, previous],
      ].slice(0, expected),
    )
    expect(await viewOf(house, requestId)).toMatchObject({
      status: 'requested',
      script: null,
      lastFailure: { code, mayHaveCost },
      awaits: null,
      costMicroUsd: expected * (costMicroUsd ?? 0),
    })
  })

  it.each(['overloaded', 'hostile', 'lost', 'truncated', 'reset_after_headers', 'sse_early_end'])(
    '%s, then it goes well',
    async (scenario) => {
      const requestId = await ask(house)
      plan(scenario)
      await workAll(house)
      expect([made().length, (await viewOf(house, requestId)).status]).toEqual([2, 'drafted'])
      expect((await lastOf(house, requestId, 'ScriptGenerated')).data.n).toBe(2)
      expect((await viewOf(house, requestId)).lastFailure).toBe(null)
    },
  )

  it('what was written before stays where it was', async () => {
    const requestId = await ask(house, await draft(house))
    plan('refusal')
    await workAll(house)
    expect(await viewOf(house, requestId)).toMatchObject({ status: 'drafted', script })
  })

  it('waits as long as it was told to, else longer each time', async () => {
    await ask(house)
    plan('rate_limited', 'overloaded')
    const waits = []
    for (let n = 0; n < 2; n += 1) {
      await workOnce(house)
      waits.push(((await waitingJobs(house))[0]?.runAt.getTime() ?? 0) - house.context.clock())
    }
    expect(waits.map((ms) => Math.ceil(ms / 250))).toEqual([1, 40])
  })

  it('a person may ask again: three new calls', async () => {
    const requestId = await ask(house)
    plan(...Array<string>(3).fill('overloaded'))
    await workAll(house)
    await ask(house, requestId)
    await workAll(house)
    expect([made().length, (await viewOf(house, requestId)).status]).toEqual([4, 'drafted'])
  })
})

describe('it goes well', () => {
  it.each(['ok', 'slow:50', 'commentary', 'obey', 'unstreamed', 'sse_unknown_event', 'sse_crlf'])(
    '%s: the script, its usage and its cost',
    async (scenario) => {
      const requestId = await ask(house)
      plan(scenario)
      await workAll(house)
      const { data } = await lastOf(house, requestId, 'ScriptGenerated')
      const call = made()[0]
      expect([data.supportId, data.model, data.responseId?.startsWith('resp_')]).toEqual([
        call?.requestId,
        'gpt-6.1-terra',
        true,
      ])
      expect(data.usage).toMatchObject({ input: expect.any(Number), output: expect.any(Number), reasoning: 192 })
      expect(data.costMicroUsd).toBeGreaterThan(1_000)
      expect(await viewOf(house, requestId)).toMatchObject({
        status: 'drafted',
        costMicroUsd: data.costMicroUsd,
        textHash: data.textHash,
      })
      expect(data.words).toBeGreaterThan(300)
    },
  )

  it('without a bill: the cost is not known, and not invented', async () => {
    const requestId = await ask(house)
    plan('no_usage')
    await workAll(house)
    expect((await lastOf(house, requestId, 'ScriptGenerated')).data).toMatchObject({ usage: null, costMicroUsd: null })
  })

  it('every script asked for counts on the request', async () => {
    const requestId = await ask(house)
    await workAll(house)
    const first = (await viewOf(house, requestId)).costMicroUsd
    await ask(house, requestId, 'Plus court')
    await workAll(house)
    expect((await viewOf(house, requestId)).costMicroUsd).toBeGreaterThan(first)
  })
})
