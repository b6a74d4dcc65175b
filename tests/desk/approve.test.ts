/** Approval: of exactly this text, against what the linter holds, by other eyes; and what ends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { emptyScript, sectionKeys, type Script } from '#events/script.ts'

import { workAll } from './clockwork.ts'
import {
  another,
  approve,
  book,
  by,
  done,
  draft,
  factsOf,
  lastOf,
  overrideReason,
  pageOf,
  script,
  seen,
  viewOf,
} from './requests.ts'

let house: TestDesk
beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())

/** As ChatGPT would write it: nothing blocks. */
async function written(): Promise<string> {
  const requestId = await book(house)
  done(await house.desk.generateScript(by(house), { requestId, instructions: null }))
  await workAll(house)
  return requestId
}

const seenNow = (requestId: string) => seen(house, requestId)
const blocking = async (requestId: string) =>
  (await pageOf(house, requestId)).findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)

describe('what the linter holds against a text', () => {
  it('nothing blocks a text of the model: it is approved with no more words', async () => {
    const requestId = await written()
    expect(await blocking(requestId)).toEqual([])
    done(await house.desk.approveScript(by(house), { requestId, seen: await seenNow(requestId) }))
    expect((await lastOf(house, requestId, 'ScriptApproved')).data).toMatchObject({
      ...{ blocking: [], overridden: false, overrideReason: null, linterVersion: expect.any(String) },
    })
  })

  it('blocks until somebody says why it may pass; the rules and the reason are in the log', async () => {
    const requestId = await written()
    const promise = 'Ce chemin guérit le cancer, et vous gagnerez au loto.'
    const text: Script = { ...((await viewOf(house, requestId)).script as Script), elan: promise }
    done(await house.desk.editScript(by(house), { requestId, script: text, seen: await seenNow(requestId) }))
    const rules = await blocking(requestId)
    expect(rules).toEqual(expect.arrayContaining(['health', 'money']))
    const before = (await factsOf(house, requestId)).length
    const approval = { requestId, seen: await seenNow(requestId) }
    for (const reason of [null, '', '  \n'])
      expect(await house.desk.approveScript(by(house), { ...approval, overrideReason: reason })).toMatchObject({
        tag: 'invalid',
        problems: [{ field: 'overrideReason', code: 'script_blocked' }],
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'health' })]),
      })
    expect((await factsOf(house, requestId)).length).toBe(before)

    done(
      await house.desk.approveScript(by(house), { ...approval, overrideReason: 'Citation, relue par notre juriste.' }),
    )
    const { data } = await lastOf(house, requestId, 'ScriptApproved')
    expect(data).toMatchObject({ overridden: true, overrideReason: 'Citation, relue par notre juriste.' })
    expect(data.blocking.toSorted()).toEqual([...new Set(rules)].toSorted())
  })

  it('a reason where none is needed is not kept: nothing was overridden', async () => {
    const requestId = await written()
    const order = { requestId, seen: await seenNow(requestId), overrideReason: 'Au cas où.' }
    done(await house.desk.approveScript(by(house), order))
    expect((await lastOf(house, requestId, 'ScriptApproved')).data).toMatchObject({
      ...{ overridden: false, overrideReason: null },
    })
  })

  it('is asked of the text that was typed, not of the one that was stored', async () => {
    const requestId = await written()
    const text = { ...((await viewOf(house, requestId)).script as Script), annee: 'Vous mourrez en mars.' }
    const order = { requestId, seen: await seenNow(requestId), script: text }
    expect((await house.desk.approveScript(by(house), order)).tag).toBe('invalid')
  })
})

describe('an approval ends, and it shows', () => {
  it('with any edit: who approved, who changed, and when', async () => {
    const requestId = await approve(house)
    expect((await viewOf(house, requestId)).cancelledApproval).toBe(null)
    const order = { requestId, script: another, seen: await seenNow(requestId) }
    done(await house.desk.editScript(by(house, 'second'), order))
    expect(await viewOf(house, requestId)).toMatchObject({
      status: 'drafted',
      approval: null,
      cancelledApproval: { by: 'Léa Morvan', cancelledBy: 'Hugo Vasseur' },
    })
    // A second edit tells the same; a new approval ends the story.
    done(await house.desk.editScript(by(house), { requestId, script, seen: await seenNow(requestId) }))
    expect((await viewOf(house, requestId)).cancelledApproval).toMatchObject({ cancelledBy: 'Hugo Vasseur' })
    await approve(house, requestId)
    expect((await viewOf(house, requestId)).cancelledApproval).toBe(null)
  })

  it('taken back on purpose, it is no news, nor after that', async () => {
    const requestId = await approve(house)
    const order = { requestId, reason: null, seen: await seenNow(requestId) }
    done(await house.desk.withdrawApproval(by(house), order))
    expect((await viewOf(house, requestId)).cancelledApproval).toBe(null)
    const edit = { requestId, script: another, seen: await seenNow(requestId) }
    done(await house.desk.editScript(by(house, 'second'), edit))
    expect((await viewOf(house, requestId)).cancelledApproval).toBe(null)
  })

  it('and nothing is filmed of it', async () => {
    const requestId = await approve(house)
    done(await house.desk.editScript(by(house), { requestId, script: another, seen: await seenNow(requestId) }))
    const order = { requestId, acceptsDoublePayment: false }
    expect(await house.desk.generateVideo(by(house), order)).toMatchObject({ code: 'script_not_approved' })
  })
})

describe('a correction is asked for', () => {
  const comments = { ...emptyScript(), elan: 'Trop vague.', cloture: ' Remercier davantage. ' }
  const ask = async (requestId: string, who: 'admin' | 'second' = 'second') =>
    house.desk.requestCorrection(by(house, who), { requestId, comments, seen: await seenNow(requestId) })

  it('with a comment a section; the text waits for it, and nobody else approves it meanwhile', async () => {
    const requestId = await draft(house)
    done(await ask(requestId))
    expect(await viewOf(house, requestId)).toMatchObject({
      status: 'drafted',
      correction: { by: 'Hugo Vasseur', comments: { elan: 'Trop vague.', cloture: 'Remercier davantage.', annee: '' } },
    })
    const order = { requestId, seen: await seenNow(requestId), overrideReason }
    expect(await house.desk.approveScript(by(house), order)).toMatchObject({ code: 'correction_asked' })
    done(await house.desk.approveScript(by(house, 'second'), order))
    expect((await viewOf(house, requestId)).correction).toBe(null)
  })

  it('of an approved text: the approval ends', async () => {
    const requestId = await approve(house)
    done(await ask(requestId))
    expect(await viewOf(house, requestId)).toMatchObject({
      ...{ status: 'drafted', approval: null, cancelledApproval: { cancelledBy: 'Hugo Vasseur' } },
    })
  })

  it('is answered section by section: what is still to do stays before everybody’s eyes', async () => {
    const requestId = await draft(house)
    done(await ask(requestId))
    const save = async (text: Script) =>
      done(await house.desk.editScript(by(house), { requestId, script: text, seen: await seenNow(requestId) }))
    await save(another)
    expect((await viewOf(house, requestId)).correction).toMatchObject({
      ...{ open: true, comments: { elan: '', cloture: 'Remercier davantage.' } },
    })
    const order = { requestId, seen: await seenNow(requestId), overrideReason }
    expect(await house.desk.approveScript(by(house), order)).toMatchObject({ code: 'correction_asked' })
    await save({ ...another, cloture: 'Merci, vraiment.' })
    expect((await viewOf(house, requestId)).correction).toMatchObject({ open: false, comments: emptyScript() })
    await approve(house, requestId)
    expect((await viewOf(house, requestId)).correction).toBe(null)
  })

  it('is no news to somebody who is writing: what they typed is saved without a conflict', async () => {
    const requestId = await draft(house)
    const before = await seenNow(requestId)
    done(await ask(requestId))
    done(await house.desk.editScript(by(house), { requestId, script: another, seen: before }))
  })

  it('without a word is none', async () => {
    const requestId = await draft(house)
    const order = { requestId, comments: emptyScript(), seen: await seenNow(requestId) }
    expect(await house.desk.requestCorrection(by(house), order)).toEqual({
      tag: 'invalid',
      problems: [{ field: 'comment.accueil', code: 'correction_empty' }],
    })
  })

  it('of a text that somebody changed meanwhile is a conflict', async () => {
    const requestId = await draft(house)
    const before = await seenNow(requestId)
    done(await house.desk.editScript(by(house), { requestId, script: another, seen: before }))
    const order = { requestId, comments, seen: before }
    expect((await house.desk.requestCorrection(by(house, 'second'), order)).tag).toBe('conflict')
  })
})

describe('four eyes', () => {
  const withFourEyes = async (then: () => Promise<void>) => {
    house.context.settings.fourEyes = true
    await then().finally(() => (house.context.settings.fourEyes = false))
  }
  const tries = async (requestId: string, who: 'admin' | 'second') =>
    house.desk.approveScript(by(house, who), { requestId, seen: await seenNow(requestId), overrideReason })

  it('who had a hand in the text does not approve it, whoever wrote last', () =>
    withFourEyes(async () => {
      const requestId = await draft(house)
      const order = { requestId, instructions: null, sections: ['cloture' as const] }
      done(await house.desk.generateScript(by(house), order))
      await workAll(house)
      expect(await tries(requestId, 'admin')).toMatchObject({ code: 'four_eyes' })
      const typography = { requestId, script: { ...another, elan: "L'élan" }, fix: 'typography' }
      done(await house.desk.fixScript(by(house, 'second'), { ...typography, seen: await seenNow(requestId) }))
      expect([await tries(requestId, 'admin'), await tries(requestId, 'second')]).toMatchObject([
        ...[{ code: 'four_eyes' }, { code: 'four_eyes' }],
      ])
    }))

  it('a text taken up again is everybody’s who ever wrote here; one that ChatGPT writes anew is nobody’s', () =>
    withFourEyes(async () => {
      const requestId = await draft(house)
      const version = (await factsOf(house, requestId)).length
      done(await house.desk.generateScript(by(house), { requestId, instructions: null }))
      await workAll(house)
      const order = { requestId, version, seen: await seenNow(requestId) }
      done(await house.desk.restoreScript(by(house, 'second'), order))
      expect(await tries(requestId, 'admin')).toMatchObject({ code: 'four_eyes' })
      done(await house.desk.generateScript(by(house), { requestId, instructions: null }))
      await workAll(house)
      done(await tries(requestId, 'admin'))
    }))
})

describe('what was seen', () => {
  it('a reason is for what was shown: what has come up since is shown first', async () => {
    const requestId = await draft(house)
    const order = { requestId, seen: await seenNow(requestId), overrideReason: 'Texte court, voulu.' }
    const shown = await blocking(requestId)
    const typed = { ...script, elan: 'Votre cancer guérit cette année.' }
    expect(await house.desk.approveScript(by(house), { ...order, script: typed, overrides: shown })).toMatchObject({
      tag: 'invalid',
      problems: [{ code: 'script_blocked_anew' }],
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'health' })]),
    })
    done(await house.desk.approveScript(by(house), { ...order, script: typed, overrides: [...shown, 'health'] }))
  })

  it('a text of two people in which nobody chose is not approved, whatever the reason', async () => {
    const requestId = await draft(house)
    const typed = { ...script, elan: 'Il invite à ⟦écouter⟧⟦parler⟧.' }
    const order = { requestId, seen: await seenNow(requestId), script: typed, overrideReason }
    expect(await house.desk.approveScript(by(house), order)).toMatchObject({ problems: [{ code: 'script_undecided' }] })
  })

  it('nobody has seen a version that is yet to come', async () => {
    const requestId = await draft(house)
    const order = { requestId, seen: { version: 99 }, overrideReason }
    expect((await house.desk.approveScript(by(house), order)).tag).toBe('conflict')
  })

  it('a sentence that moves into another section is a change, though the whole reads the same', async () => {
    const requestId = await draft(house)
    const moved = { ...script, portrait: `${script.portrait}\n\n${script.elan}`, elan: '' }
    done(await house.desk.editScript(by(house), { requestId, script: moved, seen: await seenNow(requestId) }))
    expect((await lastOf(house, requestId, 'ScriptEdited')).data.sections).toEqual(['portrait', 'elan'])
    expect((await viewOf(house, requestId)).script).toEqual(moved)
  })
})

describe('versions', () => {
  it('every text is kept, named by who and why; an old one is taken again as a new one', async () => {
    const requestId = await draft(house)
    done(
      await house.desk.editScript(by(house, 'second'), { requestId, script: another, seen: await seenNow(requestId) }),
    )
    const [first, second] = (await house.desk.findVersions(requestId, house.actors.auditor))?.versions ?? []
    expect([first?.by, first?.script, first?.current, second?.by, second?.current]).toEqual([
      ...['Léa Morvan', script, false, 'Hugo Vasseur', true],
    ])
    const version = first?.version ?? 0
    done(await house.desk.restoreScript(by(house), { requestId, version, seen: await seenNow(requestId) }))
    expect((await viewOf(house, requestId)).script).toEqual(script)
    const last = (await house.desk.findVersions(requestId, house.actors.auditor))?.versions.at(-1)
    expect(last).toMatchObject({ origin: { why: 'restored', restoredFrom: version }, current: true })
  })

  it('a version that there is not is not restored', async () => {
    const requestId = await draft(house)
    for (const version of [0, 1, 99, -1]) {
      const order = { requestId, version, seen: await seenNow(requestId) }
      expect(await house.desk.restoreScript(by(house), order)).toMatchObject({ tag: 'invalid' })
    }
  })

  it('an auditor may look, and take nothing again', async () => {
    const page = await house.desk.findVersions(await draft(house), house.actors.auditor)
    expect(page).toMatchObject({ mayRestore: false, versions: [{ current: true }] })
    expect(await house.desk.findVersions('nothing', house.actors.auditor)).toBe(null)
  })
})

describe('one click on a finding', () => {
  it('puts the fix into what was typed, and saves that', async () => {
    const requestId = await draft(house)
    const typed = { ...script, annee: 'Prenez 2 minutes.' }
    const seenBefore = await seenNow(requestId)
    const start = typed.annee.indexOf('2')
    const fix = `digits@annee:${start}`
    done(await house.desk.fixScript(by(house), { requestId, script: typed, seen: seenBefore, fix }))
    expect((await lastOf(house, requestId, 'ScriptEdited')).data).toMatchObject({
      ...{ why: 'fixed', script: { ...typed, annee: 'Prenez deux minutes.' } },
    })
  })

  it('French spacing, in one', async () => {
    const requestId = await draft(house)
    const typed = { ...script, elan: "L'élan : oui !" }
    const order = { requestId, script: typed, seen: await seenNow(requestId), fix: 'typography' }
    done(await house.desk.fixScript(by(house), order))
    expect((await viewOf(house, requestId)).script?.elan).toBe('L’élan\u00a0: oui\u202f!')
  })

  it.each(['digits@annee:999', 'nothing', '', 'health@:0'])(
    '%j is nothing to fix, and nothing is saved',
    async (fix) => {
      const requestId = await draft(house)
      const order = { requestId, script: another, seen: await seenNow(requestId), fix }
      expect(await house.desk.fixScript(by(house), order)).toMatchObject({ problems: [{ code: 'fix_gone' }] })
      expect((await viewOf(house, requestId)).script).toEqual(script)
    },
  )
})

it('the sections of the law are those of the pages', () => {
  expect(Object.keys(script)).toEqual([...sectionKeys])
})
