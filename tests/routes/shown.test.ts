/** What is shown is what is decided on: the rules a text breaks, the writing that is stopped, the correction asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sectionKeys, type Script } from '#events/script.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { another, by, done, draft, lastOf, script, seen, viewOf } from '../desk/requests.ts'
import { stages } from '../desk/stages.ts'
import { signIn, type Client } from './client.ts'
import { errorBeside, formOf, textOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let lea: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  lea = await signIn(web.port, staff.admin)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const address = (requestId: string) => `/admin/requests/${requestId}`
const button = (requestId: string, intent: string) => ({ action: address(requestId), intent })
const fieldsOf = (text: Script) => Object.fromEntries(sectionKeys.map((key) => [`script.${key}`, text[key]]))
describe('an approval that is refused for what the text says', () => {
  const bold = { ...script, elan: 'Vous allez guérir du cancer et gagner au loto.' }

  it('says so beside the sections of the text that was sent, and asks for the reason', async () => {
    const requestId = await draft(house, undefined, { ...script, elan: '' })
    const page = await lea.get(address(requestId))
    const answer = await lea.submit(page, button(requestId, 'approveScript'), fieldsOf(bold))
    expect(answer.status).toBe(422)
    const section = answer.body.slice(answer.body.indexOf('id="script.elan"'), answer.body.indexOf('id="script.annee"'))
    expect(textOf(section)).toContain('Bloquant')
    expect(textOf(section)).toContain('guérir')
    expect(errorBeside(answer.body, 'overrideReason')).not.toBeNull()
    const { fields } = formOf(answer.body, button(requestId, 'approveScript'))
    expect(fields).toMatchObject(fieldsOf(bold))
    // What was shown is what a reason may now override.
    expect(fields['blocking']?.split(',').length).toBeGreaterThan(0)
    const reason = { overrideReason: 'Texte d’essai, relu à deux.' }
    const approved = await lea.submit(answer, button(requestId, 'approveScript'), reason)
    expect([approved.status, (await viewOf(house, requestId)).status]).toEqual([303, 'approved'])
    expect((await lastOf(house, requestId, 'ScriptApproved')).data.blocking).toEqual(
      expect.arrayContaining(fields['blocking']?.split(',') ?? []),
    )
  })

  it('a reason overrides what was shown, and no more', async () => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    const typed = { ...fieldsOf(bold), overrideReason: 'Texte d’essai, relu à deux.' }
    const answer = await lea.submit(page, button(requestId, 'approveScript'), typed)
    expect([answer.status, (await viewOf(house, requestId)).status]).toEqual([422, 'drafted'])
    expect(formOf(answer.body, button(requestId, 'approveScript')).fields).toMatchObject(typed)
    expect((await lea.submit(answer, button(requestId, 'approveScript'))).status).toBe(303)
  })
})

describe('a page of before', () => {
  it('stops the writing that it showed, and no other', async () => {
    const requestId = await stages.writing(house)
    const page = await lea.get(address(requestId))
    done(await house.desk.stopScript(by(house, 'second'), { requestId }))
    done(await house.desk.generateScript(by(house, 'second'), { requestId, instructions: null }))
    const answer = await lea.submit(page, button(requestId, 'stopScript'))
    expect([answer.status, (await viewOf(house, requestId)).status]).toEqual([409, 'writing'])
    expect((await lea.submit(await lea.get(address(requestId)), button(requestId, 'stopScript'))).status).toBe(303)
  })
})

describe('the door of drafts', () => {
  it('says no in JSON to a script that takes anything, and by its status', async () => {
    const requestId = await draft(house)
    const stale = {
      csrf: 'x'.repeat(43),
      commandId: crypto.randomUUID(),
      version: '2',
      textHash: '',
      ...fieldsOf(another),
    }
    const answer = await lea.post(`${address(requestId)}/draft`, stale, { accept: '*/*' })
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([403, { tag: 'refusal', status: 403 }])
    expect(answer.headers.get('content-type')).toContain('json')
    expect((await house.desk.findRequest(requestId, house.actors.admin))?.draft).toBeNull()
  })
})

describe('a correction', () => {
  it('stays to be read while it is followed in part', async () => {
    const requestId = await draft(house)
    const comments = { accueil: 'Plus doux.', portrait: '', elan: 'Plus court.', annee: '', cloture: '' }
    done(
      await house.desk.requestCorrection(by(house, 'second'), {
        requestId,
        comments,
        seen: await seen(house, requestId),
      }),
    )
    const asked = textOf((await lea.get(address(requestId))).body)
    expect(asked).toContain('Correction demandée par Hugo Vasseur, le')
    expect(asked).not.toContain('en partie suivie')
    await draft(house, requestId, another)
    const page = await viewOf(house, requestId)
    const shown = textOf((await lea.get(address(requestId))).body)
    expect([shown.includes('Plus doux.'), shown.includes('Élan : Plus court.')]).toEqual([true, false])
    expect(shown.includes('en partie suivie')).toBe(page.correction?.open === false)
    await draft(house, requestId, { ...another, accueil: 'Bonjour Zoé, doucement.' })
    expect(textOf((await lea.get(address(requestId))).body)).not.toContain('Correction demandée par')
  })
})
