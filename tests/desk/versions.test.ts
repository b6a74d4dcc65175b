/** Every text that a request has had: who, why, and which of them was approved, is the present one, or was never finished. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ScriptVersion } from '#app/desk/desk.ts'
import type { Script } from '#events/script.ts'

import type { TestDesk } from '../setup/desk.ts'
import { workAll } from './clockwork.ts'
import { emptyQueue } from './heygen-calls.ts'
import { another, approve, book, by, done, draft, factsOf, seen } from './requests.ts'
import { ask, createWritingDesk } from './writing.ts'

let house: TestDesk

beforeAll(async () => {
  house = await createWritingDesk()
})
afterAll(() => house.close())
beforeEach(() => emptyQueue(house))

async function pageOf(requestId: string, who: 'admin' | 'auditor' = 'admin') {
  const page = await house.desk.findVersions(requestId, house.actors[who])
  if (!page) throw new Error('no such request')
  return page
}
const versionsOf = async (requestId: string) => (await pageOf(requestId)).versions
const summary = ({ version, by: who, origin }: ScriptVersion) => [
  version,
  who,
  'why' in origin ? origin.why : origin.kind,
]

async function edit(requestId: string, text: Script, why: 'edited' | 'merged' = 'edited') {
  const order = { requestId, script: text, seen: await seen(house, requestId), why }
  return done(await house.desk.editScript(by(house, 'second'), order))
}

async function restore(requestId: string, version: number) {
  return house.desk.restoreScript(by(house), { requestId, version, seen: await seen(house, requestId) })
}

describe('one after the other', () => {
  it('each with the step that brought it, who did it, and why', async () => {
    house.simulators.openai.plan(['sse_early_end'])
    const requestId = await ask(house, undefined, 'plus court')
    await workAll(house)
    const written = (await versionsOf(requestId)).at(-1)
    await edit(requestId, another)
    await edit(requestId, { ...another, annee: "L'annee: un pas." }, 'merged')
    const stands = { requestId, script: { ...another, annee: "L'annee: un pas." }, seen: await seen(house, requestId) }
    done(await house.desk.fixScript(by(house), { ...stands, fix: 'typography' }))
    done(await restore(requestId, written?.version ?? 0))

    const versions = await versionsOf(requestId)
    expect(versions.map(summary)).toEqual([
      [4, 'Récit', 'incomplete'],
      [5, 'ChatGPT', 'generated'],
      [6, 'Hugo Vasseur', 'edited'],
      [7, 'Hugo Vasseur', 'merged'],
      [8, 'Léa Morvan', 'fixed'],
      [9, 'Léa Morvan', 'restored'],
    ])
    expect(versions[1]?.origin).toMatchObject({ instructions: 'plus court', costMicroUsd: expect.any(Number) })
    expect(versions.at(-1)).toMatchObject({ script: written?.script, words: written?.words, current: true })
    expect(versions.at(-1)?.origin).toMatchObject({ restoredFrom: written?.version })
    expect(versions.filter(({ current }) => current)).toHaveLength(1)
  })

  it('a beginning is never the present text, though it came last', async () => {
    const requestId = await draft(house)
    house.simulators.openai.plan(['sse_early_end', 'sse_early_end', 'sse_early_end'])
    await ask(house, requestId)
    await workAll(house)
    const versions = await versionsOf(requestId)
    expect(versions.at(-1)?.origin.kind).toBe('incomplete')
    expect(versions.map(({ current }) => current)).toEqual([true, false, false, false])
  })

  it('a request without a text has none', async () => {
    expect(await versionsOf(await book(house))).toEqual([])
  })
})

describe('approved', () => {
  const approvedOf = async (requestId: string) =>
    (await versionsOf(requestId)).filter(({ approved }) => approved).map(({ version }) => version)

  it('is the very text that was approved, not an equal one of another time', async () => {
    const requestId = await approve(house)
    expect(await approvedOf(requestId)).toEqual([2])
    await edit(requestId, another)
    done(await restore(requestId, 2))
    expect(await approvedOf(requestId)).toEqual([2])
    await approve(house, requestId)
    expect(await approvedOf(requestId)).toEqual([2, 5])
  })

  it('and stays so in the list after the approval was taken back: it was', async () => {
    const requestId = await approve(house)
    const order = { requestId, reason: null, seen: await seen(house, requestId) }
    done(await house.desk.withdrawApproval(by(house), order))
    expect(await approvedOf(requestId)).toEqual([2])
  })
})

describe('taking one again', () => {
  it('is for who may edit, while a text may be edited', async () => {
    const requestId = await draft(house)
    expect((await pageOf(requestId)).mayRestore).toBe(true)
    expect((await pageOf(requestId, 'auditor')).mayRestore).toBe(false)
    await ask(house, requestId)
    expect((await pageOf(requestId)).mayRestore).toBe(false)
  })

  it('of a step that brought no text, or of none, is refused', async () => {
    const requestId = await approve(house)
    for (const version of [1, 3, 99]) {
      expect(await restore(requestId, version)).toEqual({
        ...{ tag: 'invalid', problems: [{ field: 'restore', code: 'version_unknown' }] },
      })
    }
    expect(await factsOf(house, requestId)).toHaveLength(3)
  })

  it('of an older text ends the approval of the present one', async () => {
    const requestId = await draft(house)
    await edit(requestId, another)
    await approve(house, requestId)
    done(await restore(requestId, 2))
    expect((await pageOf(requestId)).status).toBe('drafted')
  })
})

it.each(['', 'x', '00000000-0000-4000-8000-000000000000'])('there is no request %j', async (id) => {
  expect(await house.desk.findVersions(id, house.actors.admin)).toBe(null)
})
