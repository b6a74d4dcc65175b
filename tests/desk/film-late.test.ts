/** After HeyGen took the order: films that hang, turn up late, or twice; and what a person then says of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { waitingJobs, workAll, workOnce } from './clockwork.ts'
import { hearOf } from './deliveries.ts'
import { emptyQueue } from './heygen-calls.ts'
import {
  another,
  approve,
  book,
  by,
  done,
  draft,
  errand,
  film,
  lastOf,
  launch,
  seen,
  typesOf,
  viewOf,
  work,
} from './requests.ts'
import { uncertain } from './stages.ts'

const minute = 60_000
let house: TestDesk

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())
beforeEach(() => emptyQueue(house))

const plan = (...scenarios: string[]) => house.simulators.heygen.plan(scenarios)
const made = () => house.simulators.heygen.ledger().at(-1)?.video_id ?? ''
const attach = async (requestId: string, heygenVideoId: string) =>
  house.desk.attachVideo(by(house), { requestId, heygenVideoId, seen: await seen(house, requestId) })
const declareFailed = async (requestId: string) =>
  house.desk.declareVideoFailed(by(house), { requestId, comment: null, seen: await seen(house, requestId) })
const invalid = (code: string) => ({ tag: 'invalid', problems: [{ field: 'heygenVideoId', code }] })

describe('watching', () => {
  it('often while the film is young, seldom later, and says once that it is stuck', async () => {
    plan('never_ends')
    const requestId = await film(house)
    const waits: number[] = []
    for (let n = 0; n < 120 && (await viewOf(house, requestId)).status === 'filming'; n += 1) {
      await workOnce(house)
      const [next] = await waitingJobs(house)
      waits.push(Math.round(((next?.runAt.getTime() ?? 0) - house.context.clock()) / 1000))
    }
    expect([waits[0], waits[14], waits[60], waits.length < 120]).toEqual([10, 30, 60, true])
    const stuck = await lastOf(house, requestId, 'VideoUncertain')
    const ordered = await lastOf(house, requestId, 'VideoSubmitted')
    const waited = Date.parse(stuck.recordedAt) - Date.parse(ordered.recordedAt)
    expect([stuck.data, waited > 90 * minute, waited < 92 * minute]).toMatchObject([
      { code: 'stuck', heygenVideoId: ordered.data.heygenVideoId, mayHaveCost: true },
      true,
      true,
    ])

    for (let n = 0; n < 5; n += 1) await workOnce(house)
    expect((await typesOf(house, requestId)).filter((type) => type === 'VideoUncertain')).toHaveLength(1)
    // A person was told: after a week it is asked for once a day.
    const waitNow = async () =>
      Math.round(((await waitingJobs(house))[0]?.runAt.getTime() ?? 0) - house.context.clock())
    expect(Math.round((await waitNow()) / minute)).toBe(10)
    house.time.ahead += 8 * 24 * 60 * minute
    await workOnce(house)
    expect(Math.round((await waitNow()) / minute)).toBe(24 * 60)
  })

  it('a film that ends after it was called stuck is ready all the same', async () => {
    plan('late_success:1000')
    const requestId = await film(house)
    house.time.ahead += 91 * minute
    await workOnce(house)
    expect((await viewOf(house, requestId)).status).toBe('uncertain')
    await new Promise((resolve) => setTimeout(resolve, 1_020))
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })

  it.each(['read_error:3', 'read_html_404:3', 'not_found_after_create:300'])(
    '%s right after the creation is HeyGen’s own delay',
    async (scenario) => {
      plan(scenario)
      const requestId = await film(house)
      await new Promise((resolve) => setTimeout(resolve, 320))
      await workAll(house)
      expect((await viewOf(house, requestId)).status).toBe('ready')
    },
  )

  it('a film that HeyGen no longer knows is uncertain', async () => {
    const requestId = await film(house)
    await fetch(`${house.simulators.url}/v3/videos/${made()}`, { method: 'DELETE', headers: { 'x-api-key': 'test' } })
    house.time.ahead += 11 * minute
    await workOnce(house)
    expect((await lastOf(house, requestId, 'VideoUncertain')).data.code).toBe('video_not_found')
  })

  it.each([
    ['failed_credit', 'movio_payment_insufficient_credit'],
    ['failed_policy', 'content_policy_violation'],
    ['failed_rendering', 'rendering_failed'],
    ['failed_no_reason', 'unknown_reason'],
  ])('%s: said with its reason, and to be launched again', async (scenario, code) => {
    plan(scenario)
    const requestId = await film(house)
    expect(await workAll(house)).toEqual(['watch'])
    expect(await viewOf(house, requestId)).toMatchObject({ status: 'approved', lastFailure: { code }, costMicroUsd: 0 })
    await launch(house, requestId)
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })

  it('completed without a link is not ready yet', async () => {
    plan('completed_without_url')
    const requestId = await film(house)
    await workOnce(house)
    expect([(await viewOf(house, requestId)).status, (await waitingJobs(house)).map(({ task }) => task)]).toEqual([
      'filming',
      ['watch'],
    ])
  })
})

describe('a person says that it exists', () => {
  it('and HeyGen confirms it', async () => {
    const requestId = await uncertain(house)
    done(await attach(requestId, made()))
    expect((await lastOf(house, requestId, 'VideoSubmitted')).actor).toEqual(house.actors.admin)
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })

  it('but HeyGen knows none of that id, or it is another’s, or the id is none', async () => {
    const requestId = await uncertain(house)
    const other = await film(house)
    const before = await typesOf(house, requestId)
    const theirs = (await lastOf(house, other, 'VideoSubmitted')).data.heygenVideoId
    expect(await attach(requestId, 'f'.repeat(32))).toEqual(invalid('video_not_found'))
    expect(await attach(requestId, theirs)).toEqual(invalid('video_of_another'))
    for (const id of ['', '../x', 'a b', 'é', 'x'.repeat(129)])
      expect(await attach(requestId, id)).toEqual(invalid('video_id_malformed'))
    expect(await typesOf(house, requestId)).toEqual(before)
  })

  it('but its title is the attempt of another request', async () => {
    const [mine, theirs] = [await uncertain(house), await uncertain(house)]
    expect([await attach(mine, made()), (await viewOf(house, theirs)).status]).toEqual([
      invalid('video_of_another'),
      'uncertain',
    ])
  })

  it('but HeyGen does not answer: nothing is written', async () => {
    const requestId = await launch(house)
    plan('accepted_without_video_id+unlisted+read_error:9')
    await work(house, 'film', requestId, { tries: 3 })
    const before = await typesOf(house, requestId)
    expect(await attach(requestId, made())).toMatchObject({ tag: 'unavailable' })
    expect(await typesOf(house, requestId)).toEqual(before)
  })
})

describe('a person says that there is none', () => {
  it('and it may be launched again, as a new attempt', async () => {
    const requestId = await uncertain(house)
    done(await declareFailed(requestId))
    expect(await viewOf(house, requestId)).toMatchObject({
      status: 'approved',
      lastFailure: { code: 'declared', mayHaveCost: true },
    })
    await launch(house, requestId)
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })

  it('not while HeyGen is still at work on it', async () => {
    plan('never_ends')
    const requestId = await film(house)
    expect(await declareFailed(requestId)).toMatchObject({ tag: 'refused' })
  })

  it('but it turns up, while the same text is approved: ready, and not paid twice', async () => {
    const requestId = await uncertain(house)
    const video = made()
    done(await declareFailed(requestId))
    await turnsUp(requestId, video)
    expect((await viewOf(house, requestId)).status).toBe('ready')
    await workAll(house)
    expect(await viewOf(house, requestId)).toMatchObject({ videoUrl: `/media/${requestId}`, heygenVideoId: video })
  })

  it('but it turns up after the text was changed: kept, and not shown', async () => {
    const requestId = await uncertain(house)
    const video = made()
    done(await declareFailed(requestId))
    await draft(house, requestId, another)
    await turnsUp(requestId, video)
    const view = await viewOf(house, requestId)
    expect([view.status, view.videoUrl, view.films.map(({ outcome }) => outcome)]).toEqual(['drafted', null, ['ready']])
    await approve(house, requestId)
    await launch(house, requestId)
    await workAll(house)
    expect((await viewOf(house, requestId)).heygenVideoId).not.toBe(video)
  })

  it('but it turns up while a second one is being filmed: both are recorded', async () => {
    const requestId = await uncertain(house)
    const video = made()
    done(await declareFailed(requestId))
    plan('never_ends')
    await film(house, await launch(house, requestId))
    await turnsUp(requestId, video)
    const outcomes = (await viewOf(house, requestId)).films.map(({ outcome }) => outcome)
    expect([(await viewOf(house, requestId)).status, outcomes]).toEqual(['ready', ['ready', 'submitted']])
  })
})

it('nobody watches a request that has no film', async () => {
  const requestId = await book(house)
  for (const task of ['film', 'watch', 'archive'] as const) await house.night[task](errand(requestId))
  expect(await typesOf(house, requestId)).toEqual(['BookRequested'])
})

/** HeyGen tells us late of a film that was given up. */
async function turnsUp(requestId: string, video: string): Promise<void> {
  expect((await hearOf(house, requestId, 'avatar_video.success', video)).news).toContain('VideoReady')
}
