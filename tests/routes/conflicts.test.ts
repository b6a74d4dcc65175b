/** Two people, one request; one person, two tabs; one form, sent again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sectionKeys, type Script } from '#events/script.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import {
  another,
  approve,
  book,
  by,
  draft,
  errand,
  overrideReason,
  script,
  seen,
  typesOf,
  viewOf,
} from '../desk/requests.ts'
import { stages, uncertain } from '../desk/stages.ts'
import { signIn, type Client } from './client.ts'
import { formOf, formsOf, textOf, titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let lea: Client
let hugo: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  lea = await signIn(web.port, staff.admin)
  hugo = await signIn(web.port, staff.second)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const address = (requestId: string) => `/admin/requests/${requestId}`
const edit = (requestId: string) => ({ action: address(requestId), intent: 'editScript' })
const fieldsOf = (text: Script) => Object.fromEntries(sectionKeys.map((key) => [`script.${key}`, text[key]]))
const conflict = 'La demande a changé entre-temps'

describe('two people', () => {
  it('who approves an older text approves nothing, and is shown both', async () => {
    const requestId = await draft(house)
    const his = await hugo.get(address(requestId))
    await lea.submit(await lea.get(address(requestId)), edit(requestId), fieldsOf(another))
    const answer = await hugo.submit(his, { ...edit(requestId), intent: 'approveScript' })
    expect([answer.status, titleOf(answer.body)]).toEqual([409, conflict])
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it('who declines what was approved meanwhile is asked again', async () => {
    const requestId = await draft(house)
    const his = await hugo.get(address(requestId))
    await approve(house, requestId)
    const answer = await hugo.submit(
      his,
      { action: address(requestId), intent: 'declineRequest' },
      { reason: 'Doublon' },
    )
    expect([answer.status, titleOf(answer.body)]).toEqual([409, conflict])
  })

  it('pressing the same button at once: one of them wins', async () => {
    const requestId = await draft(house)
    const pages = [await lea.get(address(requestId)), await hugo.get(address(requestId))] as const
    const approveIt = { action: address(requestId), intent: 'approveScript' }
    const reason = { overrideReason }
    const answers = await Promise.all([
      lea.submit(pages[0], approveIt, reason),
      hugo.submit(pages[1], approveIt, reason),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await typesOf(house, requestId)).filter((type) => type === 'ScriptApproved')).toHaveLength(1)
  })
})

describe('what was typed is shown again', () => {
  /** Everything of the page that holds a text: fields to write in, fields to copy from. */
  const textsOf = (html: string) =>
    [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)]
      .filter(([, own = '']) => own.includes('name="script.'))
      .map(([, own = '', text = '']) => ({ readOnly: /readonly/i.test(own), text: textOf(text) }))
  const saves = (html: string) =>
    formsOf(html).some(({ buttons }) => buttons.some(({ intent }) => intent === 'editScript'))
  const elan = { readOnly: true, text: textOf(another.elan) }

  it('where the request was declined meanwhile, to be copied: the law takes no text', async () => {
    const requestId = await draft(house)
    const his = await hugo.get(address(requestId))
    await house.desk.declineRequest(by(house), { requestId, reason: null, seen: await seen(house, requestId) })
    const answer = await hugo.submit(his, edit(requestId), fieldsOf(another))
    expect([answer.status, titleOf(answer.body), saves(answer.body)]).toEqual([409, conflict, false])
    expect(textsOf(answer.body)).toContainEqual(elan)

    // Who sends it all the same, from the form of an older page, is refused, and keeps it again.
    const { version } = await viewOf(house, requestId)
    const { fields } = formOf(his.body, edit(requestId))
    const again = await hugo.post(address(requestId), {
      ...fields,
      ...fieldsOf(another),
      intent: 'editScript',
      version: String(version),
    })
    expect([again.status, textOf(again.body).includes('Rien n’a été enregistré'), saves(again.body)]).toEqual([
      409,
      true,
      false,
    ])
    expect(textsOf(again.body)).toContainEqual(elan)
  })

  it('while ChatGPT writes, on a page that does not refresh itself away', async () => {
    const requestId = await draft(house)
    const his = await hugo.get(address(requestId))
    const ordered = { requestId, instructions: null, seen: await seen(house, requestId) }
    await house.desk.generateScript(by(house), ordered)
    const answer = await hugo.submit(his, edit(requestId), fieldsOf(another))
    expect([answer.status, saves(answer.body)]).toEqual([409, false])
    expect(textsOf(answer.body)).toContainEqual(elan)
    expect(answer.body).not.toContain('http-equiv="refresh"')
    expect((await hugo.get(address(requestId))).body).toContain('http-equiv="refresh"')
  })

  it('where it was approved meanwhile, with what saving would undo', async () => {
    const requestId = await draft(house)
    const his = await hugo.get(address(requestId))
    await approve(house, requestId)
    const answer = await hugo.submit(his, edit(requestId), fieldsOf(another))
    expect([answer.status, saves(answer.body)]).toEqual([409, true])
    expect(textOf(answer.body)).toContain('enregistrer annule aussi la validation')
    expect((await hugo.submit(answer, edit(requestId))).status).toBe(303)
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it('after a slip as well, on the version it was written on: it overwrites nobody', async () => {
    const requestId = await draft(house)
    const his = await hugo.get(address(requestId))
    await draft(house, requestId, { ...script, annee: 'De Léa.' })
    const slip = await hugo.submit(his, edit(requestId), { ...fieldsOf(another), 'script.elan': 'a'.repeat(6_001) })
    expect(slip.status).toBe(422)
    expect(textOf(slip.body)).toContain('La demande a changé pendant que vous écriviez')
    expect((await hugo.submit(slip, edit(requestId), fieldsOf(another))).status).toBe(409)
  })
})

describe('a stale tab', () => {
  it('is judged by what is true now, not by what it showed', async () => {
    const requestId = await uncertain(house)
    const page = await lea.get(address(requestId))
    const declare = { action: address(requestId), intent: 'declareVideoFailed' }
    // HeyGen's own word comes first, then the person's, from a page that did not show it.
    house.time.ahead += 60_000
    const made = house.simulators.heygen.ledger().at(-1)?.video_id ?? ''
    await house.desk.attachVideo(by(house), { requestId, heygenVideoId: made, seen: await seen(house, requestId) })
    const answer = await lea.submit(page, declare)
    expect([answer.status, textOf(answer.body).includes('Rien n’a été enregistré')]).toEqual([409, true])
    expect((await viewOf(house, requestId)).status).toBe('filming')
  })

  it('that stops a writing which has counted its attempt meanwhile', async () => {
    const requestId = await stages.writing(house)
    const page = await lea.get(address(requestId))
    house.simulators.openai.plan(['overloaded'])
    await house.night.write(errand(requestId), new AbortController().signal)
    expect(await typesOf(house, requestId)).toContain('ScriptAttempted')
    expect((await lea.submit(page, { action: address(requestId), intent: 'stopScript' })).status).toBe(303)
  })

  it('whose button no longer makes sense is told why', async () => {
    const requestId = await stages.writing(house)
    const page = await lea.get(address(requestId))
    await house.night.write(errand(requestId), new AbortController().signal)
    const answer = await lea.submit(page, { action: address(requestId), intent: 'stopScript' })
    expect([answer.status, (await viewOf(house, requestId)).status]).toEqual([409, 'drafted'])
    expect(textOf(answer.body)).toContain('Rien n’a été enregistré')
  })
})

describe('the same form again', () => {
  it('is the same command: back button, double click, eight at once', async () => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    const send = () => lea.submit(page, edit(requestId), fieldsOf(another))
    const answers = [...(await Promise.all(Array.from({ length: 8 }, send))), await send()]
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(303))
    expect(await typesOf(house, requestId)).toEqual(['BookRequested', 'ScriptEdited', 'ScriptEdited'])
  })

  it('is recognised even when the request has gone on since', async () => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    const approveIt = { action: address(requestId), intent: 'approveScript' }
    await lea.submit(page, approveIt, { overrideReason })
    await house.desk.withdrawApproval(by(house), { requestId, reason: null, seen: await seen(house, requestId) })
    const again = await lea.submit(page, approveIt, { overrideReason })
    expect([again.status, (await viewOf(house, requestId)).status]).toEqual([303, 'drafted'])
  })

  it('two buttons of one form are two commands', async () => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    expect((await lea.submit(page, edit(requestId), fieldsOf(another))).status).toBe(303)
    // What it approves is the text before its eyes, but the version is the one from before its own save.
    const answer = await lea.submit(page, { action: address(requestId), intent: 'approveScript' }, fieldsOf(another))
    expect([answer.status, titleOf(answer.body)]).toEqual([409, conflict])
  })

  it('sent to another request is refused', async () => {
    const [one, other] = [await draft(house), await draft(house)]
    const { fields } = formOf((await lea.get(address(one))).body, edit(one))
    await lea.post(address(one), { ...fields, ...fieldsOf(another) })
    const answer = await lea.post(address(other), { ...fields, ...fieldsOf(another) })
    expect([answer.status, textOf(answer.body).includes('Ce formulaire a déjà servi.')]).toEqual([409, true])
    expect(await typesOf(house, other)).toEqual(['BookRequested', 'ScriptEdited'])
  })
})

describe('the token of a form', () => {
  const typed = fieldsOf(another)

  it.each<[string, (requestId: string) => Promise<Record<string, string>>]>([
    ['missing', () => Promise.resolve({ csrf: '' })],
    [
      'that of somebody else',
      async (id) => ({ csrf: formOf((await hugo.get(address(id))).body, edit(id)).fields['csrf'] ?? '' }),
    ],
    [
      'that of another purpose',
      async (id) => {
        const order = formsOf((await lea.get(address(id))).body).find(({ action }) => action === '/api/generate-script')
        return { csrf: order?.fields['csrf'] ?? '', commandId: order?.fields['commandId'] ?? '' }
      },
    ],
  ])('%s: a fresh form with all that was typed, which then holds', async (_, wrong) => {
    const requestId = await draft(house)
    const page = await lea.get(address(requestId))
    const answer = await lea.submit(page, edit(requestId), { ...typed, ...(await wrong(requestId)) })
    expect([answer.status, titleOf(answer.body)]).toEqual([403, 'Formulaire périmé'])
    expect(formOf(answer.body, { action: address(requestId) }).fields).toMatchObject({ ...typed, intent: 'editScript' })
    expect(await typesOf(house, requestId)).toHaveLength(2)
    expect((await lea.submit(answer, { action: address(requestId) })).status).toBe(303)
    expect((await viewOf(house, requestId)).script).toEqual(another)
  })

  it('after a logout: refused with its text, and after the login the form is stale but keeps it', async () => {
    const requestId = await book(house)
    const client = await signIn(web.port, staff.second)
    const page = await client.get(address(requestId))
    await client.submit(page, { action: '/logout' })
    const out = await client.submit(page, edit(requestId), typed)
    expect([out.status, formOf(out.body, { action: address(requestId) }).fields['script.elan']]).toEqual([
      403,
      another.elan,
    ])

    const back = await signIn(web.port, staff.second)
    const answer = await back.submit(page, edit(requestId), typed)
    expect([answer.status, formOf(answer.body, { action: address(requestId) }).fields['script.elan']]).toEqual([
      403,
      another.elan,
    ])
    expect(await typesOf(house, requestId)).toEqual(['BookRequested'])
  })
})
