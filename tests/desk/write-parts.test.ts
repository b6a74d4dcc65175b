/** The text as it comes: seen by others, stopped, cut; one section written anew; moderation before and after. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sectionKeys, type Script } from '#events/script.ts'

import type { TestDesk } from '../setup/desk.ts'
import { workAll, workOnce } from './clockwork.ts'
import { emptyQueue } from './heygen-calls.ts'
import { book, by, done, draft, factsOf, lastOf, pageOf, script, someone, viewOf } from './requests.ts'
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
const moderate = (...scenarios: string[]) => house.simulators.openai.planModeration(scenarios)
const made = () => house.simulators.openai.calls().slice(calls).filter(isWriting)
const begun = (requestId: string) =>
  expect.poll(async () => (await house.desk.readProgress(requestId))?.script.accueil ?? '').toMatch(/\p{L}{3}/u)
const versionsOf = async (requestId: string) =>
  (await house.desk.findVersions(requestId, house.actors.admin))?.versions ?? []

describe('while it comes', () => {
  it('the page sees it grow, section by section, and nothing of it afterwards', async () => {
    const requestId = await ask(house)
    plan('slow:3000')
    const call = workOnce(house)
    await begun(requestId)
    const page = await house.desk.findRequest(requestId, house.actors.admin)
    expect(page?.progress).toMatchObject({ n: 1, sections: [...sectionKeys], script: { cloture: '' } })
    expect(page?.request).toMatchObject({ status: 'writing', script: null })
    await call
    expect((await viewOf(house, requestId)).status).toBe('drafted')
    expect(await house.desk.readProgress(requestId)).toBe(null)
  })

  it('stopped: what had come is an incomplete version, never the text, and the line is hung up', async () => {
    const requestId = await ask(house)
    plan('slow:8000')
    const began = performance.now()
    const call = workOnce(house)
    await begun(requestId)
    done(await house.desk.stopScript(by(house), { requestId }))
    await call
    expect(performance.now() - began).toBeLessThan(6_000)
    const { partial, mayHaveCost } = (await lastOf(house, requestId, 'ScriptFailed')).data
    expect([mayHaveCost, partial?.cloture]).toEqual([true, ''])
    expect(await viewOf(house, requestId)).toMatchObject({ status: 'requested', script: null, textHash: null })
    expect(await versionsOf(requestId)).toMatchObject([
      { script: partial, origin: { kind: 'incomplete', code: 'stopped' }, current: false, approved: false },
    ])
    expect(await house.desk.readProgress(requestId)).toBe(null)
  })

  it('cut off: the beginning is kept with the next attempt, which goes well', async () => {
    const requestId = await ask(house)
    plan('sse_early_end')
    await workAll(house)
    const kept = await versionsOf(requestId)
    expect(kept.map(({ origin, current }) => [origin.kind, current])).toEqual([
      ['incomplete', false],
      ['generated', true],
    ])
    expect(kept[0]?.script?.accueil).toMatch(/\p{L}{3}/u)
    expect(kept[0]?.origin).toMatchObject({ code: 'stream_cut' })
  })

  it('cut off three times: given up, each beginning kept', async () => {
    const requestId = await ask(house)
    plan('sse_early_end', 'sse_early_end', 'sse_early_end')
    await workAll(house)
    const kept = await versionsOf(requestId)
    expect(kept.map(({ origin }) => origin)).toEqual(
      Array(3).fill({ kind: 'incomplete', code: 'stream_cut', costMicroUsd: null }),
    )
    expect(await viewOf(house, requestId)).toMatchObject({ status: 'requested', script: null })
  })

  it('an incomplete version may be taken up again, by hand, and is not approved as it is', async () => {
    const requestId = await ask(house)
    plan('sse_early_end', 'sse_early_end', 'sse_early_end')
    await workAll(house)
    const [first] = await versionsOf(requestId)
    const version = first?.version ?? 0
    done(await house.desk.restoreScript(by(house), { requestId, version, seen: await seenNow(requestId) }))
    expect((await lastOf(house, requestId, 'ScriptEdited')).data).toMatchObject({
      ...{ why: 'restored', restoredFrom: version, script: first?.script },
    })
    expect((await pageOf(house, requestId)).findings.map(({ rule }) => rule)).toContain('moderation_unchecked')
    const seen = await seenNow(requestId)
    expect(await house.desk.approveScript(by(house), { requestId, seen })).toMatchObject({
      ...{ tag: 'invalid', problems: [{ field: 'overrideReason', code: 'script_blocked' }] },
    })
  })
})

const seenNow = async (requestId: string) => ({ version: (await factsOf(house, requestId)).length })

describe('one section', () => {
  it('is written into the text there is; the others stay to the letter', async () => {
    const requestId = await draft(house)
    const order = { requestId, instructions: 'Plus court', sections: ['annee' as const] }
    done(await house.desk.generateScript(by(house), order))
    await workAll(house)
    const { data } = await lastOf(house, requestId, 'ScriptGenerated')
    expect(data.sections).toEqual(['annee'])
    expect(data.script).toMatchObject({ ...script, annee: expect.any(String) })
    expect(data.script.annee).not.toBe(script.annee)
    expect((await versionsOf(requestId)).at(-1)?.origin).toMatchObject({
      ...{ kind: 'generated', sections: ['annee'], instructions: 'Plus court' },
    })
  })

  it('without a text there is nothing to write it into', async () => {
    const requestId = await book(house)
    const order = { requestId, instructions: null, sections: ['annee' as const] }
    expect(await house.desk.generateScript(by(house), order)).toMatchObject({ tag: 'refused', code: 'script_missing' })
  })
})

describe('moderation', () => {
  it('the person’s words speak of distress: nothing is sent, a person is told', async () => {
    const memories = [{ kind: 'turning' as const, text: 'Je veux en finir avec la vie.' }]
    const requestId = await book(house, { memories })
    done(await house.desk.generateScript(by(house), { requestId, instructions: null, memories: ['turning'] }))
    await workAll(house)
    expect(made()).toEqual([])
    expect((await lastOf(house, requestId, 'ScriptFailed')).data).toMatchObject({
      ...{ code: 'input_distress', mayHaveCost: false, n: 0 },
    })
  })

  it('words that nobody chose are not even shown to moderation', async () => {
    const memories = [{ kind: 'turning' as const, text: 'Je veux en finir avec la vie.' }]
    const requestId = await book(house, { memories })
    done(await house.desk.generateScript(by(house), { requestId, instructions: null, memories: [] }))
    await workAll(house)
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it.each([
    ['moderation_unavailable', 6],
    ['moderation_odd', 6],
    ['moderation_rejected', 1],
  ])('%s before the call: asked %i times, and nothing is sent on trust', async (fault, times) => {
    const requestId = await ask(house)
    moderate(...Array<string>(times).fill(fault))
    await workAll(house)
    expect(made()).toEqual([])
    expect((await lastOf(house, requestId, 'ScriptFailed')).data.code).toBe('moderation_unavailable')
  })

  it('the text is flagged: kept as a draft, not approved without a word', async () => {
    const requestId = await ask(house)
    moderate('moderation_flags_script')
    await workAll(house)
    const { moderation } = (await lastOf(house, requestId, 'ScriptGenerated')).data
    expect(moderation).toMatchObject({ verdict: 'flagged', categories: [expect.any(String)] })
    const page = await house.desk.findRequest(requestId, house.actors.admin)
    expect(page?.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(['moderation_flagged', 'block'])
    const approve = (overrideReason: string | null) =>
      house.desk.approveScript(by(house), { requestId, seen: { version: page?.request.version ?? 0 }, overrideReason })
    expect((await approve(null)).tag).toBe('invalid')
    done(await approve('Relu avec Hugo, le passage convient.'))
    expect((await lastOf(house, requestId, 'ScriptApproved')).data).toMatchObject({
      ...{ blocking: expect.arrayContaining(['moderation_flagged']), overridden: true },
      overrideReason: 'Relu avec Hugo, le passage convient.',
    })
  })

  it('a flag is not edited away: it stays until the text is written anew, or is again as it was', async () => {
    const requestId = await ask(house, await draft(house))
    moderate('moderation_flags_script')
    await workAll(house)
    const flags = async () =>
      (await pageOf(house, requestId)).findings.filter(({ rule }) => rule.startsWith('moderation'))
    const { script: flagged } = (await lastOf(house, requestId, 'ScriptGenerated')).data
    const change = async (text: Script) =>
      done(await house.desk.editScript(by(house), { requestId, script: text, seen: await seenNow(requestId) }))

    await change({ ...flagged, elan: `${flagged.elan} Voilà.` })
    expect(await flags()).toHaveLength(1)
    await change(script)
    expect(await flags()).toEqual([])
    await change(flagged)
    expect(await flags()).toHaveLength(1)
    await ask(house, requestId, 'Plus court')
    await workAll(house)
    expect(await flags()).toEqual([])
    // Taken up again, the flagged one is flagged again.
    await change(flagged)
    expect(await flags()).toHaveLength(1)
  })
})

describe('what the first name is', () => {
  it('is moderated too, and only the first of them is sent', async () => {
    const requestId = await ask(house, await book(house, { ...someone, firstNames: 'Zoé Aurore' }))
    await workAll(house)
    expect((await viewOf(house, requestId)).generatedScript).not.toContain('Aurore')
  })
})
