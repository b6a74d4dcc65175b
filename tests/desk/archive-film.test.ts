/** Our own copy of a film: whole, once, and never replaced. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { workAll } from './clockwork.ts'
import { emptyQueue } from './heygen-calls.ts'
import { errand, factsOf, film, finish, lastOf, typesOf, viewOf } from './requests.ts'

let house: TestDesk

beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())
beforeEach(() => emptyQueue(house))

const plan = (...scenarios: string[]) => house.simulators.heygen.plan(scenarios)

describe('our own copy', () => {
  const film8s = readFileSync(new URL('../../demo/film.mp4', import.meta.url))
  const whole = createHash('sha256').update(film8s).digest('hex')

  it.each([
    ['file_truncated:2', 'connection_cut'],
    ['file_short:2', 'truncated'],
    ['file_wrong_type:2', 'wrong_type'],
    ['file_expired:2', 'link_expired'],
  ])('%s, twice: said, read again, fetched again', async (scenario, code) => {
    plan(scenario)
    const requestId = await film(house)
    expect(await workAll(house)).toEqual(['watch', 'archive', 'archive', 'archive'])
    const failures = (await factsOf(house, requestId)).filter(({ type }) => type === 'ArchiveFailed')
    expect(failures.map(({ data }) => (data as { n: number }).n)).toEqual([1, 2])
    expect((failures[0]?.data as { code: string }).code).toBe(code)
    const { data } = await lastOf(house, requestId, 'VideoArchived')
    expect([data.sha256, data.bytes]).toEqual([whole, film8s.length])
    expect(readFileSync(house.context.telephones.storage.resolve(data.file) ?? '').equals(film8s)).toBe(true)
    expect((await viewOf(house, requestId)).lastFailure).toBe(null)
  })

  it('a copy that will not come is tried on, and said at the first, second, fourth and eighth time', async () => {
    plan('file_wrong_type:11')
    const requestId = await film(house)
    await workAll(house)
    const said = (await factsOf(house, requestId)).filter(({ type }) => type === 'ArchiveFailed')
    expect([said.length, (await viewOf(house, requestId)).status]).toEqual([4, 'ready'])
    expect((await lastOf(house, requestId, 'VideoArchived')).data.sha256).toBe(whole)
  })

  it('once made is never made again, nor replaced', async () => {
    const requestId = await finish(house)
    const { file } = (await lastOf(house, requestId, 'VideoArchived')).data
    const before = await typesOf(house, requestId)
    await house.night.archive(errand(requestId))
    expect(await typesOf(house, requestId)).toEqual(before)
    const over = await house.context.telephones.storage.download({
      url: `${house.simulators.url}/files/previews/look.jpg`,
      file,
    })
    expect(over.tag).toBe('failed')
    expect(readFileSync(house.context.telephones.storage.resolve(file) ?? '').equals(film8s)).toBe(true)
  })

  it('two workers at once: one copy, one fact', async () => {
    const requestId = await film(house)
    await house.night.watch(errand(requestId))
    await Promise.all([1, 2, 3].map(() => house.night.archive(errand(requestId)).catch(() => undefined)))
    expect((await typesOf(house, requestId)).filter((type) => type === 'VideoArchived')).toEqual(['VideoArchived'])
    expect((await viewOf(house, requestId)).videoUrl).toBe(`/media/${requestId}`)
  })
})
