/** Two videos of one attempt, as if HeyGen had not honoured the key: one becomes the film, the other is named. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { workAll, workOnce } from './clockwork.ts'
import { hearOf } from './deliveries.ts'
import { emptyQueue } from './heygen-calls.ts'
import { by, done, film, lastOf, seen, viewOf } from './requests.ts'

const minute = 60_000
let house: TestDesk

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())
beforeEach(() => emptyQueue(house))

const plan = (...scenarios: string[]) => house.simulators.heygen.plan(scenarios)
const made = () => house.simulators.heygen.ledger().at(-1)?.video_id ?? ''

it('the one that is finished first is the film', async () => {
  plan('never_ends')
  const requestId = await film(house)
  const first = made()
  const second = await makeAnother(requestId)
  await hearOf(house, requestId, 'avatar_video.success', second)
  await workAll(house)
  const { status, films, videoUrl } = await viewOf(house, requestId)
  expect([status, videoUrl]).toEqual(['ready', `/media/${requestId}`])
  expect(films[0]).toMatchObject({ heygenVideoId: second, surplusVideoIds: [first] })
})

it('the second one fails: it is named, and the film goes on', async () => {
  plan('never_ends', 'failed_rendering')
  const requestId = await film(house)
  const first = made()
  const second = await makeAnother(requestId)
  expect((await hearOf(house, requestId, 'avatar_video.fail', second)).news).toEqual(['VideoSubmitted'])
  const { status, films } = await viewOf(house, requestId)
  expect(status).toBe('filming')
  expect(films[0]).toMatchObject({ heygenVideoId: first, surplusVideoIds: [second], outcome: 'submitted' })
})

it('a person attaches another one than we watched: that one is one too many, and this one becomes the film', async () => {
  plan('never_ends')
  const requestId = await film(house)
  house.time.ahead += 91 * minute
  await workOnce(house)
  const first = made()
  const second = await makeAnother(requestId)
  const wish = { requestId, heygenVideoId: second, seen: await seen(house, requestId) }
  done(await house.desk.attachVideo(by(house), wish))
  expect((await viewOf(house, requestId)).films[0]).toMatchObject({ heygenVideoId: second, surplusVideoIds: [first] })
  await workAll(house)
  expect(await viewOf(house, requestId)).toMatchObject({ status: 'ready', heygenVideoId: second })
})

/** @returns its id */
async function makeAnother(requestId: string): Promise<string> {
  const { attempt, call } = (await lastOf(house, requestId, 'VideoRequested')).data
  const wish = { ...call, callbackId: attempt, idempotencyKey: `another-${attempt}` }
  const outcome = await house.context.telephones.heygen.createVideo(wish, 'Bonjour.')
  if (outcome.tag !== 'accepted') throw new Error(outcome.code)
  return outcome.videoId
}
