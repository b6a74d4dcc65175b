/** The one paid call to HeyGen, where nobody knows how it ended: one paid video at most, or a person decides. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Moment } from '#app/desk/context.ts'
import { createNightDesk } from '#app/desk/create-desk.ts'
import { errandOf } from '#app/jobs/errand.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { waitingJobs, workAll, workOnce } from './clockwork.ts'
import { callsFromNow, emptyQueue, expectOneCall, workUntil, type Calls } from './heygen-calls.ts'
import { errand, lastOf, launch, typesOf, viewOf } from './requests.ts'

const hour = 3_600_000
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

describe('taken, and we do not hear of it: one paid video', () => {
  it.each(['cut_after_accept', 'no_answer_after_accept', 'error_after_accept'])('%s', async (scenario) => {
    plan(scenario)
    const requestId = await launch(house)
    await workAll(house)
    expectOneCall(calls, 2)
    expect([calls.videosPaid(), (await viewOf(house, requestId)).status]).toEqual([1, 'ready'])
  })

  it('200 without an id: found by its title', async () => {
    plan('accepted_without_video_id')
    const requestId = await launch(house)
    await workAll(house)
    expectOneCall(calls, 3)
    expect([calls.videosPaid(), calls.searches().length]).toEqual([1, 1])
    expect((await lastOf(house, requestId, 'VideoSubmitted')).data.how).toBe('found')
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })

  it('200 without an id, and not to be found: uncertain, looked for slowly, never called again', async () => {
    plan('accepted_without_video_id+unlisted')
    const requestId = await launch(house)
    await workUntil(house, requestId, 'uncertain')
    expect((await lastOf(house, requestId, 'VideoUncertain')).data).toMatchObject({
      code: 'no_video_id',
      mayHaveCost: true,
      heygenVideoId: null,
    })
    const known = calls.creations().length
    for (let n = 0; n < 3; n += 1) expect((await workOnce(house))?.task).toBe('watch')
    const [next] = await waitingJobs(house)
    expect(Math.round(((next?.runAt.getTime() ?? 0) - house.context.clock()) / 60_000)).toBe(10)
    expect([calls.creations().length, calls.videosPaid(), (await viewOf(house, requestId)).status]).toEqual([
      known,
      1,
      'uncertain',
    ])
  })

  it('a no to the second call says nothing of the first', async () => {
    plan('cut_before_accept', 'payment_required')
    const requestId = await launch(house)
    await workUntil(house, requestId, 'uncertain')
    expectOneCall(calls, 2)
    expect((await lastOf(house, requestId, 'VideoUncertain')).data).toMatchObject({
      code: 'insufficient_credit',
      mayHaveCost: true,
    })
    expect(await typesOf(house, requestId)).not.toContain('VideoFailed')
  })

  it('a no long after the order is not believed either: some worker may have called before', async () => {
    plan('payment_required')
    const requestId = await launch(house)
    house.time.ahead += 10 * 60_000
    await workUntil(house, requestId, 'uncertain')
    expect((await viewOf(house, requestId)).status).toBe('uncertain')
  })

  it('a key too old to be known is not sent again: the film is looked for', async () => {
    const requestId = await launch(house)
    plan('cut_after_accept')
    await workOnce(house)
    house.time.ahead += 23.5 * hour
    await workAll(house)
    expect([calls.creations().length, calls.searches().length, calls.videosPaid()]).toEqual([1, 1, 1])
    expect((await lastOf(house, requestId, 'VideoSubmitted')).data.how).toBe('found')
  })

  it('a key too old and nothing to be found: uncertain', async () => {
    const requestId = await launch(house)
    house.time.ahead += 23.5 * hour
    await workUntil(house, requestId, 'uncertain')
    expect([calls.creations().length, (await lastOf(house, requestId, 'VideoUncertain')).data.code]).toEqual([
      0,
      'key_expired',
    ])
  })
})

describe('a worker that died on the way', () => {
  it.each<[Moment, number]>([
    ['before the call', 0],
    ['after the answer', 1],
  ])('%s: the next one makes the same call, and one video is paid', async (moment, madeBefore) => {
    const requestId = await launch(house)
    await dieAt(moment, requestId)
    expect(calls.creations()).toHaveLength(madeBefore)
    await house.night.film(errandOf({ requestId }, { attempts: 2 }))
    await workAll(house)
    expectOneCall(calls, madeBefore + 1)
    expect([calls.videosPaid(), (await viewOf(house, requestId)).status]).toEqual([1, 'ready'])
  })

  it('leaves a doubt: a no to the next one is not believed', async () => {
    const requestId = await launch(house)
    await dieAt('before the call', requestId)
    plan('payment_required')
    await house.night.film(errandOf({ requestId }, { attempts: 2 }))
    expect((await viewOf(house, requestId)).status).toBe('uncertain')
  })

  it('leaves a doubt even where the run before it was told no', async () => {
    plan('rate_limited:1')
    const requestId = await launch(house)
    await workOnce(house)
    const [job] = await waitingJobs(house)
    await dieAt('before the call', requestId)
    plan('payment_required')
    await house.night.film(errandOf(job?.payload, { attempts: 2 }))
    expect((await viewOf(house, requestId)).status).toBe('uncertain')
  })

  async function dieAt(moment: Moment, requestId: string): Promise<void> {
    const at = (here: Moment) => (here === moment ? Promise.reject(new Error('killed')) : undefined)
    await expect(createNightDesk({ ...house.context, at }).film(errand(requestId))).rejects.toThrow('killed')
  }
})

describe('a worker that has lost its presence', () => {
  it('makes no paid call: somebody comes again in a moment', async () => {
    const requestId = await launch(house)
    await emptyQueue(house)
    await createNightDesk({ ...house.context, mayCall: () => false }).film(errand(requestId))
    expect([calls.creations().length, (await waitingJobs(house)).map(({ task }) => task)]).toEqual([0, ['film']])
    await workAll(house)
    expect([calls.videosPaid(), (await viewOf(house, requestId)).status]).toEqual([1, 'ready'])
  })
})
