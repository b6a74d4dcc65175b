/** Writing, when two workers, two forms or two wishes meet: nothing is paid for in vain, and no bill is forgotten. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createNightDesk } from '#app/desk/create-desk.ts'
import { errandOf } from '#app/jobs/errand.ts'

import type { TestDesk } from '../setup/desk.ts'
import { waitingJobs, workAll, workOnce } from './clockwork.ts'
import { emptyQueue } from './heygen-calls.ts'
import { by, done, lastOf, typesOf, viewOf } from './requests.ts'
import { ask, createWritingDesk, isWriting } from './writing.ts'

let house: TestDesk
let calls: number

beforeAll(async () => {
  house = await createWritingDesk(10_000)
})
afterAll(() => house.close())
beforeEach(async () => {
  await emptyQueue(house)
  calls = house.simulators.openai.calls().length
})

const plan = (...scenarios: string[]) => house.simulators.openai.plan(scenarios)
const made = () => house.simulators.openai.calls().slice(calls).filter(isWriting)
const usual = new AbortController().signal

/** The n-th attempt has some words. */
const grown = (requestId: string, n: number) =>
  expect
    .poll(async () => {
      const progress = await house.desk.readProgress(requestId)
      return progress?.n === n && progress.script.accueil !== ''
    })
    .toBe(true)

describe('two workers', () => {
  it('the call of one that was given up is hung up, and the other goes on to the end', async () => {
    const requestId = await ask(house)
    plan('slow:4000', 'slow:4000')
    const first = house.night.write(errandOf({ requestId }, { attempts: 1 }), usual)
    await grown(requestId, 1)
    await emptyQueue(house)
    const second = house.night.write(errandOf({ requestId }, { attempts: 2 }), usual)
    await first
    expect(await waitingJobs(house)).toEqual([])
    await second
    expect((await typesOf(house, requestId)).slice(1)).toEqual([
      ...['ScriptRequested', 'ScriptAttempted', 'ScriptAttempted', 'ScriptGenerated'],
    ])
    expect([made().length, (await viewOf(house, requestId)).status]).toEqual([2, 'drafted'])
  })
})

describe('what it cost', () => {
  it('is told where the next attempt is never made: moderation is gone', async () => {
    const requestId = await ask(house)
    plan('not_json')
    await workOnce(house)
    const gone = () => Promise.resolve({ tag: 'unavailable', code: 'x', retry: 'never', retryAfterMs: null } as const)
    const { telephones } = house.context
    const night = createNightDesk({
      ...house.context,
      telephones: { ...telephones, openai: { ...telephones.openai, moderate: gone } },
    })
    const [job] = await waitingJobs(house)
    await night.write(errandOf(job?.payload ?? {}, { attempts: 1 }), usual)
    const { code, mayHaveCost, costMicroUsd } = (await lastOf(house, requestId, 'ScriptFailed')).data
    expect([code, mayHaveCost, (costMicroUsd ?? 0) > 0]).toEqual(['moderation_unavailable', true, true])
    expect((await viewOf(house, requestId)).costMicroUsd).toBe(costMicroUsd)
  })

  it('is told where somebody stops it between two attempts', async () => {
    const requestId = await ask(house)
    plan('not_json')
    await workOnce(house)
    done(await house.desk.stopScript(by(house), { requestId }))
    const { mayHaveCost, costMicroUsd } = (await lastOf(house, requestId, 'ScriptFailed')).data
    expect([mayHaveCost, (costMicroUsd ?? 0) > 0]).toEqual([true, true])
  })
})

describe('stopped', () => {
  it('by a form that is sent again: the writing since then goes on', async () => {
    const requestId = await ask(house)
    const stop = by(house)
    done(await house.desk.stopScript(stop, { requestId }))
    await ask(house, requestId)
    plan('slow:1500')
    const call = workOnce(house)
    await grown(requestId, 1)
    done(await house.desk.stopScript(stop, { requestId }))
    await call
    expect([made().length, (await viewOf(house, requestId)).status]).toEqual([1, 'drafted'])
  })

  it('by somebody who saw another writing: it is not theirs to stop', async () => {
    const requestId = await ask(house)
    const { writingId } = await viewOf(house, requestId)
    done(await house.desk.stopScript(by(house), { requestId }))
    await ask(house, requestId)
    const order = { requestId, writingId: writingId ?? undefined }
    expect(await house.desk.stopScript(by(house), order)).toMatchObject({ tag: 'refused', code: 'no_writing' })
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it('by the end of the house, the third time: a failure that is seen, and nobody’s decision', async () => {
    const requestId = await ask(house)
    for (let n = 1; n <= 3; n += 1) {
      const [job] = await waitingJobs(house)
      await emptyQueue(house)
      const closing = new AbortController()
      plan('slow:5000')
      const call = house.night.write(errandOf(job?.payload ?? {}, { attempts: 1 }), closing.signal)
      await grown(requestId, n)
      closing.abort()
      await call
    }
    expect((await lastOf(house, requestId, 'ScriptFailed')).data.code).toBe('interrupted')
    expect((await viewOf(house, requestId)).lastFailure).toMatchObject({ code: 'interrupted', mayHaveCost: true })
  })

  it('while the model still thinks: hung up before a word has come', async () => {
    const requestId = await ask(house)
    plan('sse_keep_alive_only')
    const began = performance.now()
    const call = workOnce(house)
    await expect.poll(() => made().length).toBe(1)
    done(await house.desk.stopScript(by(house), { requestId }))
    await call
    expect(performance.now() - began).toBeLessThan(6_000)
  })
})
