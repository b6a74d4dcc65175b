/** The one paid call to HeyGen, where its answer is plain: yes, no, or not now. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createDesk } from '#app/desk/create-desk.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { waitingJobs, workAll, workOnce } from './clockwork.ts'
import { callsFromNow, emptyQueue, expectOneCall, workUntil, type Calls } from './heygen-calls.ts'
import { approve, by, done, errand, lastOf, launch, seen, typesOf, viewOf } from './requests.ts'

let house: TestDesk
let calls: Calls

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())
beforeEach(async () => {
  await emptyQueue(house)
  calls = callsFromNow(house)
})

const plan = (...scenarios: string[]) => house.simulators.heygen.plan(scenarios)
const again = async (requestId: string) =>
  done(await house.desk.generateVideo(by(house), { requestId, acceptsDoublePayment: false }))

describe('accepted', () => {
  it('from the order to our own copy, with one call and one paid video', async () => {
    const requestId = await launch(house)
    expect(await workAll(house)).toEqual(['film', 'watch', 'archive'])
    expect((await typesOf(house, requestId)).slice(3)).toEqual([
      'VideoRequested',
      'VideoSubmitted',
      'VideoReady',
      'VideoArchived',
    ])
    const { attempt, call } = (await lastOf(house, requestId, 'VideoRequested')).data
    const [creation] = calls.creations()
    expect([creation?.idempotencyKey, creation?.bodySha256, calls.videosPaid()]).toEqual([attempt, call.bodyHash, 1])
    const [entry] = house.simulators.heygen.ledger().slice(-1)
    expect([entry?.title, entry?.callback_id]).toEqual([attempt, attempt])
    const view = await viewOf(house, requestId)
    expect(view).toMatchObject({
      status: 'ready',
      videoStatus: 'completed',
      videoUrl: `/media/${requestId}`,
      videoDurationMs: 8_000,
    })
    expect(view.costMicroUsd).toBeGreaterThan(0)
  })

  it('a job that is run again when all is done does nothing', async () => {
    const requestId = await launch(house)
    await workAll(house)
    const before = await typesOf(house, requestId)
    for (const task of ['film', 'watch', 'archive'] as const) await house.night[task](errand(requestId))
    expect([await typesOf(house, requestId), calls.creations().length]).toEqual([before, 1])
  })

  it('two workers at once: still one paid video', async () => {
    const requestId = await launch(house)
    await Promise.all([1, 2, 3].map(() => house.night.film(errand(requestId)).catch(() => undefined)))
    await workAll(house)
    expect([calls.videosPaid(), (await viewOf(house, requestId)).status]).toEqual([1, 'ready'])
  })
})

describe('a plain no: nothing was made, and it can be launched again', () => {
  it.each([
    ['payment_required', 'insufficient_credit'],
    ['policy_refused', 'content_policy_violation'],
    ['unauthorized', 'unauthorized'],
    ['forbidden', 'forbidden'],
  ])('%s', async (scenario, code) => {
    plan(scenario)
    const requestId = await launch(house)
    expect(await workAll(house)).toEqual(['film'])
    const { data, actor } = await lastOf(house, requestId, 'VideoFailed')
    expect([data.code, data.mayHaveCost, data.how, data.supportId !== null, actor.kind]).toEqual([
      code,
      false,
      'refused',
      true,
      'vendor',
    ])
    expect(await viewOf(house, requestId)).toMatchObject({
      status: 'approved',
      lastFailure: { code, mayHaveCost: false },
      costMicroUsd: 0,
    })

    const first = (await lastOf(house, requestId, 'VideoRequested')).data.attempt
    await again(requestId)
    await workAll(house)
    expect((await lastOf(house, requestId, 'VideoRequested')).data.attempt).not.toBe(first)
    expect([calls.videosPaid(), calls.creations().length, (await viewOf(house, requestId)).status]).toEqual([
      1,
      2,
      'ready',
    ])
  })
})

describe('not now: the same call later', () => {
  it('429 waits as long as it is told to', async () => {
    plan('rate_limited:77')
    await launch(house)
    await workOnce(house)
    const [next] = await waitingJobs(house)
    const wait = (next?.runAt.getTime() ?? 0) - house.context.clock()
    expect([next?.task, wait > 75_000, wait <= 77_000]).toEqual(['film', true, true])
    await workAll(house)
    expectOneCall(calls, 2)
    expect(calls.videosPaid()).toBe(1)
  })

  it.each(['internal_error', 'bad_gateway', 'unavailable', 'gateway_timeout', 'html_body', 'cut_before_accept'])(
    '%s, twice, then accepted: the same key and the same bytes',
    async (scenario) => {
      plan(scenario, scenario)
      const requestId = await launch(house)
      await workAll(house)
      expectOneCall(calls, 3)
      expect([calls.videosPaid(), (await viewOf(house, requestId)).status]).toEqual([1, 'ready'])
    },
  )

  it('waits longer each time', async () => {
    plan('internal_error', 'internal_error', 'internal_error')
    await launch(house)
    const waits = []
    for (let n = 0; n < 3; n += 1) {
      await workOnce(house)
      waits.push(Math.round(((await waitingJobs(house))[0]?.runAt.getTime() ?? 0) - house.context.clock()) / 1000)
    }
    expect(waits.map(Math.round)).toEqual([5, 10, 20])
  })

  it('for ever busy without a doubt: a failure that cost nothing', async () => {
    plan(...Array<string>(12).fill('rate_limited:1'))
    const requestId = await launch(house)
    await workAll(house)
    expectOneCall(calls, 12)
    expect([calls.videosPaid(), await viewOf(house, requestId)]).toMatchObject([
      0,
      { status: 'approved', lastFailure: { code: 'rate_limit_exceeded', mayHaveCost: false } },
    ])
  })

  it('for ever broken: nobody knows, and nothing is called again', async () => {
    plan(...Array<string>(12).fill('internal_error'))
    const requestId = await launch(house)
    await workUntil(house, requestId, 'uncertain')
    expectOneCall(calls, 12)
    expect((await lastOf(house, requestId, 'VideoUncertain')).data).toMatchObject({
      code: 'internal_error',
      mayHaveCost: true,
    })
  })
})

describe('an order that cannot be made', () => {
  it('without an avatar or a voice nothing is ordered', async () => {
    const requestId = await approve(house)
    const nobody = { ...house.context.settings.presenter(), avatarId: null }
    const desk = createDesk({ ...house.context, settings: { ...house.context.settings, presenter: () => nobody } })
    expect(await desk.generateVideo(by(house), { requestId, acceptsDoublePayment: false })).toEqual({
      tag: 'unavailable',
      code: 'no_presenter',
    })
    expect(await typesOf(house, requestId)).not.toContain('VideoRequested')
  })

  it('a box ticked too early buys nothing twice', async () => {
    const requestId = await launch(house)
    await workAll(house)
    const twice = await house.desk.generateVideo(by(house), {
      requestId,
      acceptsDoublePayment: true,
      seen: await seen(house, requestId),
    })
    expect(twice).toMatchObject({ tag: 'refused', code: 'video_exists' })
    expect(calls.videosPaid()).toBe(1)
  })
})
