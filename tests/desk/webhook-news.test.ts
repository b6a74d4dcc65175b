/** What HeyGen says is a hint: HeyGen is read again, and that is believed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createNightDesk } from '#app/desk/create-desk.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { failureOf, hear, inboxOf, lastRow, makeFilm, receive, signed, successOf, told } from './deliveries.ts'
import { approve, book, by, done, factsOf, film, finish, lastOf, launch, seen, typesOf, viewOf } from './requests.ts'
import { uncertain } from './stages.ts'

let house: TestDesk

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())

describe('a success', () => {
  it('is stored before anything is decided, then read again at HeyGen and believed', async () => {
    const requestId = await film(house)
    expect(await receive(house, await successOf(house, requestId))).toEqual({ tag: 'stored' })
    expect([(await lastRow(house))?.outcome, await typesOf(house, requestId)]).toEqual([
      null,
      expect.not.arrayContaining(['VideoReady']),
    ])

    const read = house.simulators.heygen.calls().length
    await house.night.decideDeliveries()
    const calls = house.simulators.heygen
      .calls()
      .slice(read)
      .map(({ method, path }) => `${method} ${path}`)
    const { data, actor } = await lastOf(house, requestId, 'VideoReady')
    expect(calls).toEqual([`GET /v3/videos/${data.heygenVideoId}`])
    expect([data.durationMs, actor, (await lastRow(house))?.outcome]).toEqual([
      8_000,
      { kind: 'vendor', id: 'heygen' },
      'decided',
    ])
    expect((await viewOf(house, requestId)).awaits).toBe('archive')
  })

  it('eight times at once: one row, one fact', async () => {
    const requestId = await film(house)
    const rows = (await inboxOf(house)).length
    const delivery = signed(await successOf(house, requestId))
    const receipts = await Promise.all(Array.from({ length: 8 }, () => house.desk.receiveWebhook(delivery)))
    expect(receipts.map(({ tag }) => tag).toSorted()).toEqual([...Array(7).fill('duplicate'), 'stored'])
    await Promise.all(Array.from({ length: 4 }, () => house.night.decideDeliveries()))
    expect([
      (await inboxOf(house)).length,
      (await typesOf(house, requestId)).filter((type) => type === 'VideoReady'),
    ]).toEqual([rows + 1, ['VideoReady']])
  })

  it('is known again by its header, by its own id, else by its bytes', async () => {
    const delivery = await successOf(house, await film(house))
    const { event_id, ...nameless } = delivery
    const tags = []
    for (const [one, signing] of [
      [delivery, { eventId: 'evt_header' }],
      [{ ...delivery, event_id: 'other' }, { eventId: 'evt_header' }],
      [delivery, {}],
      [{ ...delivery, created_at: 'later' }, {}],
      [nameless, {}],
      [nameless, {}],
      [{ ...nameless, created_at: 'later' }, {}],
    ] as const)
      tags.push((await receive(house, one, signing)).tag)
    expect([event_id === undefined, tags]).toEqual([
      false,
      ['stored', 'duplicate', 'stored', 'duplicate', 'stored', 'duplicate', 'stored'],
    ])
    await house.night.decideDeliveries()
  })

  it('told twice under two ids is one fact', async () => {
    const requestId = await film(house)
    expect((await hear(house, requestId, await successOf(house, requestId))).news).toEqual(['VideoReady'])
    expect(await hear(house, requestId, await successOf(house, requestId))).toEqual({ outcome: 'decided', news: [] })
  })

  it('that comes before our own call was answered is kept, and the answer changes nothing', async () => {
    const requestId = await launch(house)
    const attempt = (await lastOf(house, requestId, 'VideoRequested')).data.attempt
    const made = await makeFilm(house, attempt)
    const heard = await hear(house, requestId, told('avatar_video.success', { video_id: made, callback_id: attempt }))
    expect(heard).toEqual({ outcome: 'decided', news: ['VideoSubmitted', 'VideoReady'] })
    await film(house, requestId)
    expect((await typesOf(house, requestId)).slice(-1)).toEqual(['VideoReady'])
    expect(house.simulators.heygen.ledger().filter(({ title }) => title === attempt)).toHaveLength(1)
  })

  it('that comes too early and names no attempt waits until the film is known', async () => {
    const requestId = await launch(house)
    const made = await makeFilm(house, (await lastOf(house, requestId, 'VideoRequested')).data.attempt)
    const early = told('avatar_video.success', { video_id: made })
    expect(await hear(house, requestId, early)).toEqual({ outcome: null, news: [] })
    await film(house, requestId)
    house.time.ahead += 60_000
    await house.night.decideDeliveries()
    expect([(await lastRow(house))?.outcome, (await viewOf(house, requestId)).status]).toEqual(['decided', 'ready'])
  })

  it('forged, with an address of a stranger: nothing is fetched from there', async () => {
    const requestId = await film(house)
    const url = 'https://evil.exemple/film.mp4'
    // A request to that address would fail this test (`tests/setup/network.ts`).
    await hear(house, requestId, await successOf(house, requestId, { url, video_url: url }))
    await finish(house, requestId)
    const { sha256 } = (await lastOf(house, requestId, 'VideoArchived')).data
    const honest = await lastOf(house, await finish(house), 'VideoArchived')
    expect([sha256, JSON.stringify(await factsOf(house, requestId)).includes('evil')]).toEqual([
      honest.data.sha256,
      false,
    ])
  })

  it('of a film that HeyGen itself says failed is a failure', async () => {
    house.simulators.heygen.plan(['failed_rendering'])
    const requestId = await film(house)
    expect((await hear(house, requestId, await successOf(house, requestId))).news).toEqual(['VideoFailed'])
    expect((await lastOf(house, requestId, 'VideoFailed')).data).toMatchObject({
      code: 'rendering_failed',
      how: 'reported',
    })
  })

  it('of a film that HeyGen is still making waits', async () => {
    house.simulators.heygen.plan(['late_success:1000'])
    const requestId = await film(house)
    expect(await hear(house, requestId, await successOf(house, requestId))).toEqual({ outcome: null, news: [] })
    await new Promise((resolve) => setTimeout(resolve, 1_020))
    house.time.ahead += 10_000
    await house.night.decideDeliveries()
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })

  it('that HeyGen cannot confirm just now waits until it can', async () => {
    house.simulators.heygen.plan(['read_error:2'])
    const requestId = await film(house)
    expect((await hear(house, requestId, await successOf(house, requestId))).outcome).toBe(null)
    const waits = []
    for (let n = 0; n < 8 && (await lastRow(house))?.outcome === null; n += 1) {
      house.time.ahead += 4_900
      await house.night.decideDeliveries()
      waits.push((await lastRow(house))?.outcome)
    }
    expect([waits.length > 1, waits.at(-1), (await viewOf(house, requestId)).status]).toEqual([
      true,
      'decided',
      'ready',
    ])
  })

  it('of a stranger’s film under our name has no effect', async () => {
    const requestId = await film(house)
    const { attempt } = (await lastOf(house, requestId, 'VideoRequested')).data
    const foreign = await makeFilm(house, 'somebody-else')
    const heard = await hear(
      house,
      requestId,
      told('avatar_video.success', { video_id: foreign, callback_id: attempt }),
    )
    expect(heard).toEqual({ outcome: 'without_effect', news: [] })
  })

  it('of another request’s film under our name goes to that request', async () => {
    const [mine, theirs] = [await film(house), await film(house)]
    const { attempt } = (await lastOf(house, mine, 'VideoRequested')).data
    const heard = await hear(house, mine, await successOf(house, theirs, { callback_id: attempt }))
    expect([heard.news, (await viewOf(house, theirs)).status]).toEqual([[], 'ready'])
  })

  it('that comes after everything was called off is kept, and changes no status', async () => {
    const requestId = await uncertain(house)
    const late = await successOf(house, requestId)
    done(
      await house.desk.declareVideoFailed(by(house), { requestId, comment: null, seen: await seen(house, requestId) }),
    )
    done(await house.desk.declineRequest(by(house), { requestId, reason: null, seen: await seen(house, requestId) }))
    expect((await hear(house, requestId, late)).news).toEqual(['VideoSubmitted', 'VideoReady'])
    const { status, films } = await viewOf(house, requestId)
    expect([status, films.map(({ outcome }) => outcome)]).toEqual(['declined', ['ready']])
  })
})

describe('a failure', () => {
  it('is believed when HeyGen confirms it', async () => {
    house.simulators.heygen.plan(['failed_no_reason'])
    const requestId = await film(house)
    expect(await hear(house, requestId, await failureOf(house, requestId))).toEqual({
      outcome: 'decided',
      news: ['VideoFailed'],
    })
    expect((await viewOf(house, requestId)).lastFailure?.code).toBe('unknown_reason')
    expect(await hear(house, requestId, await failureOf(house, requestId))).toEqual({ outcome: 'decided', news: [] })
  })

  it('forged, of a film that is ready, makes it ready', async () => {
    const requestId = await film(house)
    expect((await hear(house, requestId, await failureOf(house, requestId))).news).toEqual(['VideoReady'])
  })

  it('after the success changes nothing', async () => {
    const requestId = await finish(house)
    expect((await hear(house, requestId, await failureOf(house, requestId))).news).toEqual([])
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })
})

describe('what nobody can place', () => {
  it('a video of nobody: open for a day, then expired', async () => {
    const requestId = await book(house)
    const stray = told('avatar_video.success', { video_id: 'f'.repeat(32), callback_id: 'not-ours' })
    expect((await hear(house, requestId, stray)).outcome).toBe(null)
    house.time.ahead += 23 * 3_600_000
    await house.night.decideDeliveries()
    expect((await lastRow(house))?.outcome).toBe(null)
    house.time.ahead += 2 * 3_600_000
    await house.night.decideDeliveries()
    expect((await lastRow(house))?.outcome).toBe('expired')
  })

  it('an attempt that was never filmed, a video that HeyGen does not know', async () => {
    const requestId = await launch(house)
    const { attempt } = (await lastOf(house, requestId, 'VideoRequested')).data
    const heard = await hear(
      house,
      requestId,
      told('avatar_video.success', { video_id: 'e'.repeat(32), callback_id: attempt }),
    )
    expect(heard).toEqual({ outcome: null, news: [] })
    house.time.ahead += 25 * 3_600_000
    await house.night.decideDeliveries()
    expect([(await lastRow(house))?.outcome, (await viewOf(house, requestId)).status]).toEqual(['expired', 'filming'])
  })

  it('one that cannot be worked on holds up no other, and expires as well', async () => {
    const [broken, requestId] = [await film(house), await film(house)]
    await receive(house, await successOf(house, broken))
    await receive(house, await successOf(house, requestId))
    const { readStream } = house.context.archive
    const night = createNightDesk({
      ...house.context,
      archive: {
        ...house.context.archive,
        readStream: (stream) =>
          stream.endsWith(broken) ? Promise.reject(new Error('unreadable')) : readStream(stream),
      },
    })
    expect(await night.decideDeliveries()).toBe(2)
    expect([await viewOf(house, broken), await viewOf(house, requestId)]).toMatchObject([
      { status: 'filming' },
      { status: 'ready' },
    ])
    house.time.ahead += 25 * 3_600_000
    expect(await night.decideDeliveries()).toBe(1)
    expect((await inboxOf(house)).filter(({ outcome }) => outcome === null)).toEqual([])
  })

  it('a delivery whose worker died is taken up again after a minute', async () => {
    const requestId = await film(house)
    await receive(house, await successOf(house, requestId))
    const now = house.context.clock()
    const at = (ms: number) => new Date(ms).toISOString()
    const claimed = await house.database.archive.claimDeliveries(at(now), at(now + 60_000), 50)
    expect([claimed.length, await house.night.decideDeliveries()]).toEqual([1, 0])
    house.time.ahead += 60_001
    await house.night.decideDeliveries()
    expect((await viewOf(house, requestId)).status).toBe('ready')
  })
})

it('an approval alone knows no film', async () => {
  const requestId = await approve(house)
  const heard = await hear(
    house,
    requestId,
    told('avatar_video.success', { video_id: 'd'.repeat(32), callback_id: requestId }),
  )
  expect(heard).toEqual({ outcome: null, news: [] })
})
