/** OpenAI is at work, and something comes between: a person who stops it, a worker that dies. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Moment } from '#app/desk/context.ts'
import { createNightDesk } from '#app/desk/create-desk.ts'
import { errandOf } from '#app/jobs/errand.ts'
import type { FactData } from '#events/facts.ts'

import type { TestDesk } from '../setup/desk.ts'
import { workAll, workOnce } from './clockwork.ts'
import { emptyQueue } from './heygen-calls.ts'
import { by, done, errand, factsOf, lastOf, typesOf, viewOf } from './requests.ts'
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

describe('stopped by a person', () => {
  it('in the middle of the call: the late answer changes nothing', async () => {
    const requestId = await ask(house)
    plan('slow:150')
    const call = workOnce(house)
    await expect.poll(() => made().length).toBe(1)
    done(await house.desk.stopScript(by(house), { requestId }))
    await call
    expect((await typesOf(house, requestId)).slice(1)).toEqual(['ScriptRequested', 'ScriptAttempted', 'ScriptFailed'])
    expect(await viewOf(house, requestId)).toMatchObject({ status: 'requested', lastFailure: null })
  })

  it('and asked for again: the late answer of the first is not taken for the second', async () => {
    const requestId = await ask(house)
    plan('slow:200')
    const call = workOnce(house)
    await expect.poll(() => made().length).toBe(1)
    done(await house.desk.stopScript(by(house), { requestId }))
    await ask(house, requestId)
    await call
    expect((await viewOf(house, requestId)).status).toBe('writing')
    await workAll(house)
    expect((await typesOf(house, requestId)).filter((type) => type === 'ScriptGenerated')).toHaveLength(1)
  })

  it('before the call: nothing is called, and nothing can have cost', async () => {
    const requestId = await ask(house)
    done(await house.desk.stopScript(by(house), { requestId }))
    await workAll(house)
    expect([made().length, (await lastOf(house, requestId, 'ScriptFailed')).data.mayHaveCost]).toEqual([0, false])
  })
})

describe('a worker that died', () => {
  const dying = (moment: Moment) =>
    createNightDesk({
      ...house.context,
      at: (here) => (here === moment ? Promise.reject(new Error('killed')) : undefined),
    })

  it('in the call: the next attempt says that the last one may have cost', async () => {
    const requestId = await ask(house)
    const signal = new AbortController().signal
    await expect(dying('after the answer').write(errand(requestId), signal)).rejects.toThrow('killed')
    await house.night.write(errandOf({ requestId }, { attempts: 2 }), signal)
    const lost = { code: 'worker_lost', mayHaveCost: true, costMicroUsd: null }
    expect((await attemptsOf(requestId)).map(({ previous }) => previous)).toEqual([null, lost])
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it('three times: given up, and said', async () => {
    const requestId = await ask(house)
    const signal = new AbortController().signal
    for (let attempts = 1; attempts <= 3; attempts += 1) {
      await expect(dying('after the answer').write(errandOf({ requestId }, { attempts }), signal)).rejects.toThrow(
        'killed',
      )
    }
    await house.night.write(errandOf({ requestId }, { attempts: 4 }), signal)
    expect([made().length, (await lastOf(house, requestId, 'ScriptFailed')).data]).toMatchObject([
      3,
      { code: 'worker_lost', mayHaveCost: true, n: 3 },
    ])
  })

  it('or lost its presence: no call and no attempt, and somebody comes again', async () => {
    const requestId = await ask(house)
    await emptyQueue(house)
    const night = createNightDesk({ ...house.context, mayCall: () => false })
    await night.write(errand(requestId), new AbortController().signal)
    expect([made().length, await attemptsOf(requestId)]).toEqual([0, []])
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it('or lost it at the last moment: no call', async () => {
    const requestId = await ask(house)
    let asked = 0
    const night = createNightDesk({ ...house.context, mayCall: () => asked++ === 0 })
    await expect(night.write(errand(requestId), new AbortController().signal)).rejects.toThrow('no paid call')
    expect(made()).toHaveLength(0)
  })

  it('two at once: one script, and no more than three calls', async () => {
    const requestId = await ask(house)
    const signal = new AbortController().signal
    await Promise.all([1, 2, 3, 4].map(() => house.night.write(errand(requestId), signal).catch(() => undefined)))
    expect((await typesOf(house, requestId)).filter((type) => type === 'ScriptGenerated')).toHaveLength(1)
    expect(made().length).toBeLessThanOrEqual(3)
  })
})
