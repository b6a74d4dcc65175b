/** `/admin/requests/:id`: what each status offers to whom, and every button pressed. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sectionKeys, type Script } from '#events/script.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import {
  another,
  approve,
  book,
  draft,
  factsOf,
  film,
  lastOf,
  overrideReason,
  script,
  typesOf,
  viewOf,
} from '../desk/requests.ts'
import { stages, uncertain } from '../desk/stages.ts'
import { signIn, type Client } from './client.ts'
import { buttonsOf, errorBeside, formOf, textOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let admin: Client
let auditor: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  admin = await signIn(web.port, staff.admin)
  auditor = await signIn(web.port, staff.auditor)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const address = (requestId: string) => `/admin/requests/${requestId}`
const fieldsOf = (text: Script) => Object.fromEntries(sectionKeys.map((key) => [`script.${key}`, text[key]]))

/** Opens the page and presses a button of it. */
async function press(requestId: string, intent: string, typed: Record<string, string> = {}) {
  const action = address(requestId)
  return admin.submit(await admin.get(action), { action, intent }, typed)
}

describe('buttons', () => {
  const offered: [keyof typeof stages, string[]][] = [
    ['requested', ['Enregistrer', '✨ Écrire avec ChatGPT', 'Refuser la demande']],
    ['writing', ['Arrêter l’écriture']],
    [
      'drafted',
      [
        // The linter wants the notice and the disclaimer: one click adds each.
        ...['Ajouter la phrase', 'Valider le script', 'Enregistrer', '✨ Écrire avec ChatGPT'],
        ...['Demander une correction', 'Refuser la demande'],
      ],
    ],
    ['approved', ['🎥 Lancer HeyGen', 'Demander une correction', 'Retirer la validation', 'Refuser la demande']],
    ['filming', []],
    ['uncertain', ['Rattacher une vidéo', 'Déclarer l’échec', 'Relancer en acceptant un double paiement']],
    ['ready', []],
    ['declined', ['Rouvrir la demande']],
  ]
  it('every status has its row', () => {
    expect(offered.map(([status]) => status).toSorted()).toEqual(Object.keys(stages).toSorted())
  })

  it.each(offered)('of a request that is %s', async (status, buttons) => {
    const requestId = await stages[status](house)
    expect((await viewOf(house, requestId)).status).toBe(status)
    const page = await admin.get(address(requestId))
    const read = await auditor.get(address(requestId))
    expect([page.status, buttonsOf(page.body)]).toEqual([200, buttons])
    expect([read.status, buttonsOf(read.body)]).toEqual([200, []])
    // The page refreshes itself only while nobody can be typing in it.
    const waits = ['writing', 'filming'].includes(status)
    expect(page.body.includes('http-equiv="refresh"')).toBe(waits)
  })

  it('an auditor is told that there is no script yet, and sees no heading without a text', async () => {
    const empty = await auditor.get(address(await stages.requested(house)))
    expect(textOf(empty.body)).toContain('Aucun script pour le moment.')
    const read = await auditor.get(address(await draft(house, undefined, { ...script, elan: '' })))
    expect(read.body).toContain('<h3>Portrait')
    expect(read.body).not.toContain('<h3>Élan')
  })

  it('says that the text is saved, and when', async () => {
    const page = await admin.get(address(await draft(house)))
    expect(textOf(page.body)).toMatch(/Enregistré à \d{1,2} h/)
  })

  it.each(['', '/', 'x', '../../etc/passwd', randomUUID(), '%00', 'a'.repeat(5_000)])(
    'there is no request %j',
    async (id) => {
      const { status, body } = await admin.get(`${address('')}${id}`)
      expect([400, 404]).toContain(status)
      expect(body).toContain('<html lang="fr"')
    },
  )
})

describe('every button does what it says, and says who did it', () => {
  const mine = () => ({ kind: 'admin', id: house.actors.admin.id })
  async function pressed(requestId: string, intent: string, typed: Record<string, string> = {}) {
    const answer = await press(requestId, intent, typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, address(requestId)])
    const last = (await factsOf(house, requestId)).at(-1)
    expect(last?.actor).toEqual(mine())
    return { type: last?.type, data: last?.data, status: (await viewOf(house, requestId)).status }
  }

  it('Enregistrer, on an empty sheet and on a draft', async () => {
    const requestId = await book(house)
    expect(await pressed(requestId, 'editScript', fieldsOf(script))).toMatchObject({
      type: 'ScriptEdited',
      status: 'drafted',
      data: { script },
    })
    expect(await pressed(requestId, 'editScript', fieldsOf(another))).toMatchObject({ data: { script: another } })
  })

  it('Enregistrer what stands there already changes nothing', async () => {
    const requestId = await draft(house)
    const before = await typesOf(house, requestId)
    expect((await press(requestId, 'editScript')).status).toBe(303)
    expect(await typesOf(house, requestId)).toEqual(before)
  })

  it('Valider saves what was corrected and approves that', async () => {
    const requestId = await draft(house)
    expect(await pressed(requestId, 'approveScript', { ...fieldsOf(another), overrideReason })).toMatchObject({
      type: 'ScriptApproved',
      status: 'approved',
    })
    expect((await typesOf(house, requestId)).slice(-2)).toEqual(['ScriptEdited', 'ScriptApproved'])
    const { script: stored, textHash, approval } = await viewOf(house, requestId)
    expect([stored, approval?.textHash]).toEqual([another, textHash])
  })

  it('Valider without corrections adds no new text', async () => {
    const requestId = await draft(house)
    await pressed(requestId, 'approveScript', { overrideReason })
    expect(await typesOf(house, requestId)).toEqual(['BookRequested', 'ScriptEdited', 'ScriptApproved'])
  })

  it('Retirer la validation, with its reason', async () => {
    const requestId = await approve(house)
    expect(await pressed(requestId, 'withdrawApproval', { reason: ' Un mot à revoir ' })).toMatchObject({
      type: 'ApprovalWithdrawn',
      data: { reason: 'Un mot à revoir' },
      status: 'drafted',
    })
  })

  it('Arrêter l’écriture', async () => {
    const requestId = await stages.writing(house)
    expect(await pressed(requestId, 'stopScript')).toMatchObject({
      type: 'ScriptFailed',
      data: { code: 'stopped' },
      status: 'requested',
    })
  })

  it('Refuser, then Rouvrir: where its text left it', async () => {
    const [empty, written] = [await book(house), await draft(house)]
    expect(await pressed(empty, 'declineRequest', { reason: 'Doublon' })).toMatchObject({
      type: 'RequestDeclined',
      status: 'declined',
    })
    expect(await pressed(empty, 'reopenRequest')).toMatchObject({ type: 'RequestReopened', status: 'requested' })
    await pressed(written, 'declineRequest')
    expect(await pressed(written, 'reopenRequest')).toMatchObject({ status: 'drafted' })
  })

  it('Rattacher une vidéo that HeyGen knows', async () => {
    const requestId = await uncertain(house)
    const made = house.simulators.heygen.ledger().at(-1)?.video_id ?? ''
    expect(await pressed(requestId, 'attachVideo', { heygenVideoId: ` ${made} ` })).toMatchObject({
      type: 'VideoSubmitted',
      data: { heygenVideoId: made, how: 'attached' },
      status: 'filming',
    })
  })

  it('Déclarer l’échec, with how one knows', async () => {
    const requestId = await uncertain(house)
    expect(await pressed(requestId, 'declareVideoFailed', { comment: 'Rien chez HeyGen' })).toMatchObject({
      type: 'VideoFailed',
      data: { how: 'declared', comment: 'Rien chez HeyGen', mayHaveCost: true },
      status: 'approved',
    })
  })
})

describe('refused beside its field, with what was typed', () => {
  it.each([
    [
      'an empty script',
      fieldsOf({ ...script, accueil: '', portrait: '', elan: '', annee: '', cloture: '' }),
      'Le script est vide.',
    ],
    [
      'a script too long for HeyGen',
      fieldsOf({ ...script, elan: 'a'.repeat(4_900) }),
      'Le script dépasse 4 900 caractères',
    ],
    [
      'a section too long to read',
      fieldsOf({ ...script, accueil: 'a'.repeat(6_001) }),
      'Cette section est trop longue.',
    ],
    [
      'an unseen letter',
      fieldsOf({ ...script, accueil: 'Bon\u202ejour' }),
      'Des caractères invisibles ont été retirés.',
    ],
  ])('%s', async (_, typed, sentence) => {
    const requestId = await draft(house)
    for (const intent of ['editScript', 'approveScript']) {
      const answer = await press(requestId, intent, typed)
      expect([answer.status, textOf(answer.body).includes(textOf(sentence))]).toEqual([422, true])
      const shown = formOf(answer.body, { action: address(requestId), intent: 'editScript' }).fields
      expect(shown).toMatchObject(
        Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.replace('\u202e', '')])),
      )
    }
    expect(await typesOf(house, requestId)).toEqual(['BookRequested', 'ScriptEdited'])
  })

  it('a problem of one section beside that section, one of the whole script beside its measure', async () => {
    const requestId = await draft(house)
    const one = await press(requestId, 'editScript', fieldsOf({ ...script, annee: 'a'.repeat(6_001) }))
    expect(errorBeside(one.body, 'script.annee')).toContain('Cette section est trop longue.')
    expect(errorBeside(one.body, 'script.accueil')).toBeNull()
    const whole = await press(requestId, 'editScript', fieldsOf({ ...script, annee: 'a'.repeat(4_900) }))
    expect(errorBeside(whole.body, 'script-meter')).toContain('Le script dépasse')
    expect(errorBeside(whole.body, 'script.accueil')).toBeNull()
    expect(whole.body).toContain('href="#script-meter"')
  })

  it.each([
    ['', 'Un identifiant HeyGen n’a que des lettres'],
    ['../videos', 'Un identifiant HeyGen n’a que des lettres'],
    ['inconnue', 'HeyGen ne connaît pas cette vidéo.'],
  ])('the video id %j', async (heygenVideoId, sentence) => {
    const requestId = await uncertain(house)
    const answer = await press(requestId, 'attachVideo', { heygenVideoId })
    expect([answer.status, errorBeside(answer.body, 'heygenVideoId')]).toEqual([422, expect.stringContaining(sentence)])
    expect(formOf(answer.body, { action: address(requestId), intent: 'attachVideo' }).fields['heygenVideoId']).toBe(
      heygenVideoId,
    )
  })

  it('the video of another request', async () => {
    const requestId = await uncertain(house)
    const other = await film(house)
    const { heygenVideoId } = (await lastOf(house, other, 'VideoSubmitted')).data
    const answer = await press(requestId, 'attachVideo', { heygenVideoId })
    expect(errorBeside(answer.body, 'heygenVideoId')).toContain('appartient à une autre demande')
  })

  it.each<[string, Record<string, string>]>([
    ['an intent nobody knows', { intent: 'deleteEverything' }],
    ['no intent', { intent: '' }],
    ['no version', { version: '' }],
    ['a version in letters', { version: 'x' }],
    ['an attempt that is none', { attempt: 'x' }],
    ['no command', { commandId: '' }],
  ])('%s', async (what, wrong) => {
    const requestId = await draft(house)
    const action = address(requestId)
    const answer = await admin.submit(
      await admin.get(action),
      { action, intent: 'editScript' },
      { ...fieldsOf(another), ...wrong },
    )
    expect(answer.status).toBe(what === 'no command' ? 403 : 422)
    expect(await typesOf(house, requestId)).toEqual(['BookRequested', 'ScriptEdited'])
  })
})

beforeEach(() => void (house.time.ahead += 1_000))
