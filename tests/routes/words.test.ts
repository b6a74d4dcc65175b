/** What people write beside the script, a comment or a reason, outlives every refusal of the decision it was for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sectionKeys, type Script } from '#events/script.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { another, approve, draft, factsOf, script, typesOf, viewOf } from '../desk/requests.ts'
import { stages } from '../desk/stages.ts'
import { signIn, type Client } from './client.ts'
import { formOf, formsOf, textOf, titleOf } from './page.ts'

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
const conflict = 'La demande a changé entre-temps'
/** The field of this name: what stands in it, and whether it can be changed. */
function areaOf(html: string, name: string): { text: string; readOnly: boolean } | null {
  for (const [, own = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    if (own.includes(`name="${name}"`)) return { text: textOf(text), readOnly: /readonly/i.test(own) }
  return null
}
const sends = (html: string, intent: string) =>
  formsOf(html).some(({ buttons }) => buttons.some((one) => one.intent === intent))

describe('a decision that came too late', () => {
  it.each<[string, string, (house: TestDesk) => Promise<string>]>([
    ['requestCorrection', 'comment.portrait', (house) => draft(house)],
    ['requestCorrection', 'comment.elan', (house) => approve(house)],
    ['declineRequest', 'reason', (house) => draft(house)],
  ])('%s, %s: shown again, ready to be sent on what is true now', async (intent, field, stage) => {
    const requestId = await stage(house)
    const page = await lea.get(address(requestId))
    await draft(house, requestId, another)
    const answer = await lea.submit(page, button(requestId, intent), { [field]: 'Mes mots à moi.' })
    expect([answer.status, titleOf(answer.body)]).toEqual([409, conflict])
    expect(areaOf(answer.body, field)).toEqual({ text: 'Mes mots à moi.', readOnly: false })
    // Beside the text that stands now.
    expect(textOf(answer.body)).toContain(another.elan)
    const again = await lea.submit(answer, button(requestId, intent))
    expect(again.status).toBe(303)
    expect(JSON.stringify((await factsOf(house, requestId)).at(-1)?.data)).toContain('Mes mots à moi.')
  })

  it('withdrawApproval: to be copied, where nothing is approved any more', async () => {
    const requestId = await approve(house)
    const page = await lea.get(address(requestId))
    await draft(house, requestId, another)
    const answer = await lea.submit(page, button(requestId, 'withdrawApproval'), { reason: 'Une phrase me gêne.' })
    expect([answer.status, sends(answer.body, 'withdrawApproval')]).toEqual([409, false])
    expect(areaOf(answer.body, 'reason')).toEqual({ text: 'Une phrase me gêne.', readOnly: true })
  })

  it('where nothing was written there is nothing to show again', async () => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    await draft(house, requestId, another)
    const answer = await lea.submit(page, button(requestId, 'declineRequest'))
    expect([answer.status, areaOf(answer.body, 'reason'), sends(answer.body, 'declineRequest')]).toEqual([
      409,
      null,
      false,
    ])
  })

  it('the reason of an approval: to be copied, and carried along with the text', async () => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    await draft(house, requestId, another)
    const typed = { ...fieldsOf({ ...script, annee: 'Une année à moi.' }), overrideReason: 'Ma raison à moi.' }
    const answer = await lea.submit(page, button(requestId, 'approveScript'), typed)
    expect([answer.status, titleOf(answer.body)]).toEqual([409, conflict])
    expect(areaOf(answer.body, 'overrideReason')).toEqual({ text: 'Ma raison à moi.', readOnly: true })
    expect(formOf(answer.body, button(requestId, 'editScript')).fields['overrideReason']).toBe('Ma raison à moi.')

    // Refused once more, by somebody faster still: it is there again.
    await draft(house, requestId, { ...another, cloture: 'Merci, et à bientôt.' })
    const twice = await lea.submit(answer, button(requestId, 'editScript'))
    expect([twice.status, areaOf(twice.body, 'overrideReason')?.text]).toEqual([409, 'Ma raison à moi.'])
  })
})

describe('a decision that the law does not allow any more', () => {
  /** As the form of an older page sends it, with the version of now. */
  async function sendLate(requestId: string, intent: string, typed: Record<string, string>) {
    const { version, textHash } = await viewOf(house, requestId)
    const older = await draft(house)
    const { fields } = formOf((await lea.get(address(older))).body, button(older, 'requestCorrection'))
    return lea.post(address(requestId), {
      ...{ csrf: fields['csrf'] ?? '', commandId: fields['commandId'] ?? '', intent },
      ...{ version: String(version), textHash: textHash ?? '', ...typed },
    })
  }

  it.each([
    ['requestCorrection', { 'comment.elan': 'Plus court, s’il vous plaît.' }, stages.declined],
    ['requestCorrection', { 'comment.elan': 'Plus court, s’il vous plaît.' }, stages.writing],
    ['declineRequest', { reason: 'La personne a renoncé.' }, stages.declined],
    ['declineRequest', { reason: 'La personne a renoncé.' }, stages.ready],
    ['withdrawApproval', { reason: 'Une phrase me gêne.' }, stages.writing],
    ['declareVideoFailed', { comment: 'Rien chez HeyGen.' }, stages.declined],
  ] as const)('%s %j: what was written is there to be copied', async (intent, typed, stage) => {
    const requestId = await stage(house)
    const before = await typesOf(house, requestId)
    const answer = await sendLate(requestId, intent, typed)
    const [[name = '', text = ''] = []] = Object.entries<string>(typed)
    expect([answer.status, sends(answer.body, intent)]).toEqual([409, false])
    expect(areaOf(answer.body, name)).toEqual({ text, readOnly: true })
    expect(textOf(answer.body)).toContain('vous pouvez le copier')
    expect(answer.body).not.toContain('http-equiv="refresh"')
    expect(await typesOf(house, requestId)).toEqual(before)
  })

  it('nor does a page show such a field to whoever wrote nothing', async () => {
    for (const stage of [stages.declined, stages.ready, stages.filming]) {
      const page = await lea.get(address(await stage(house)))
      expect([areaOf(page.body, 'comment.elan'), areaOf(page.body, 'reason')]).toEqual([null, null])
    }
  })
})
