/** Two people changed the text they both began with: yours, the saved one, and both brought together. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sectionKeys, type Script } from '#events/script.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { draft, factsOf, script, typesOf, viewOf } from '../desk/requests.ts'
import { signIn, type Client } from './client.ts'
import { formOf, formsOf, textOf, titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let hugo: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
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

/** The forms of a conflict, by the words of their button. */
const formSaying = (html: string, words: string): Record<string, string> => {
  const form = formsOf(html).find(({ buttons }) => buttons.some(({ text }) => text === words))
  if (!form) throw new Error(`no form says ${words}`)
  const intent = form.buttons.find(({ text }) => text === words)?.intent ?? ''
  return { ...form.fields, intent }
}
/** The columns of the page, section by section: heading, then what stands beside it. */
const columnsOf = (html: string) =>
  [...html.matchAll(/<section class="three"[^>]*>([\s\S]*?)<\/section>/g)].map(([, part = '']) => textOf(part))
const lastText = async (requestId: string) => {
  const last = (await factsOf(house, requestId)).at(-1)
  if (last?.type !== 'ScriptEdited') throw new Error('no text was saved')
  return { script: last.data.script, why: last.data.why, by: last.actor.id }
}

describe('two people changed one text', () => {
  const hers = { ...script, elan: 'Il invite à écouter longtemps avant de parler.' }
  const his = { ...script, elan: 'Il invite à écouter avant de rire.', annee: 'Une année de patience.' }
  const both = { ...his, elan: 'Il invite à écouter longtemps avant de rire.' }

  /** Hugo saves a text that he began before Léa saved hers. */
  async function met(mine: Script, theirs: Script) {
    const requestId = await draft(house)
    const page = await hugo.get(address(requestId))
    await draft(house, requestId, theirs)
    return { requestId, answer: await hugo.submit(page, edit(requestId), fieldsOf(mine)) }
  }

  it('the second is shown what each changed, and both together, ready to be saved', async () => {
    const { requestId, answer } = await met(his, hers)
    expect([answer.status, titleOf(answer.body)]).toEqual([409, conflict])
    expect(textOf(answer.body)).toContain('Léa Morvan, le')
    expect(await typesOf(house, requestId)).toHaveLength(3)
    const [elan = '', annee = '', ...more] = columnsOf(answer.body)
    expect(elan).toMatch(
      /^Élan Votre texte .*Retiré : parler\. Ajouté : rire\. Version enregistrée .*Ajouté : longtemps/,
    )
    expect(annee).toMatch(/^Année Votre texte .* Version enregistrée Aucun mot n’a changé\. Fusion/)
    expect(more).toEqual([])
    expect(formSaying(answer.body, 'Enregistrer la fusion')).toMatchObject({ ...fieldsOf(both), intent: 'editScript' })

    const saved = await hugo.post(address(requestId), formSaying(answer.body, 'Enregistrer la fusion'))
    expect([saved.status, await lastText(requestId)]).toEqual([
      303,
      { script: both, why: 'merged', by: house.actors.second.id },
    ])
  })

  it('the same words changed twice stand both in it, marked, to be decided', async () => {
    const theirs = { ...hers, annee: 'Une année de calme.' }
    const { requestId, answer } = await met(his, theirs)
    expect(textOf(answer.body)).toContain('1 passage à trancher, entre ⟦ et ⟧')
    const fields = formSaying(answer.body, 'Enregistrer la fusion')
    expect(fields['script.annee']).toMatch(/⟦[^⟧]*patience[^⟧]*⟧⟦[^⟧]*calme[^⟧]*⟧/)
    expect(textOf(answer.body)).toContain('Il reste 1 passage à trancher.')

    // Undecided it can be saved, and says so for ever; it cannot be approved without a word.
    expect((await hugo.post(address(requestId), fields)).status).toBe(303)
    const page = await hugo.get(address(requestId))
    const approveIt = await hugo.submit(page, { ...edit(requestId), intent: 'approveScript' })
    expect([approveIt.status, (await viewOf(house, requestId)).status]).toEqual([422, 'drafted'])
    const found = (await house.desk.findRequest(requestId, house.actors.second))?.findings ?? []
    expect(found.filter(({ section, severity }) => section === 'annee' && severity === 'block')).not.toEqual([])
  })

  it('who prefers their own text puts it in the place of the saved one', async () => {
    const { requestId, answer } = await met(his, hers)
    const saved = await hugo.post(address(requestId), formSaying(answer.body, 'Garder mon texte'))
    expect([saved.status, await lastText(requestId)]).toEqual([
      303,
      { script: his, why: 'edited', by: house.actors.second.id },
    ])
  })

  it('who prefers the saved one lets go of theirs, and of its copy on the server', async () => {
    const { requestId, answer } = await met(his, hers)
    const actor = house.actors.second
    await house.desk.saveDraft({ requestId, actor, script: his, seen: { version: 2 } })
    const draftOf = async () => (await house.desk.findRequest(requestId, actor))?.draft?.script
    expect(await draftOf()).toEqual(his)
    const kept = await hugo.post(address(requestId), formSaying(answer.body, 'Garder la version enregistrée'))
    expect([kept.status, kept.headers.get('location')]).toEqual([303, address(requestId)])
    expect([await draftOf(), (await viewOf(house, requestId)).script]).toEqual([undefined, hers])
  })

  it('a third who comes between meets the fusion in turn', async () => {
    const { requestId, answer } = await met(his, hers)
    await draft(house, requestId, { ...hers, cloture: 'Merci, et à bientôt.' })
    const again = await hugo.post(address(requestId), formSaying(answer.body, 'Enregistrer la fusion'))
    expect([again.status, titleOf(again.body)]).toEqual([409, conflict])
    const fields = formSaying(again.body, 'Enregistrer la fusion')
    expect(fields).toMatchObject(fieldsOf({ ...both, cloture: 'Merci, et à bientôt.' }))
    expect((await hugo.post(address(requestId), fields)).status).toBe(303)
  })

  it('a fusion too long for HeyGen is refused, and loses nothing', async () => {
    const { requestId, answer } = await met(his, hers)
    const long = { ...formSaying(answer.body, 'Enregistrer la fusion'), 'script.annee': 'Une année. '.repeat(440) }
    const refused = await hugo.post(address(requestId), long)
    expect(refused.status).toBe(422)
    expect(formOf(refused.body, edit(requestId)).fields).toMatchObject({
      ...{ 'script.elan': both.elan, 'script.annee': long['script.annee'] },
    })
  })

  it('who typed nothing is shown what changed, and has nothing to decide about it', async () => {
    const { answer } = await met(script, hers)
    const page = textOf(answer.body)
    expect([page.includes('Ce qui a changé dans le texte'), page.includes('Ajouté : longtemps')]).toEqual([true, true])
    expect(formsOf(answer.body).flatMap(({ buttons }) => buttons.map(({ text }) => text))).toContain(
      'Revenir à la demande',
    )
    expect(columnsOf(answer.body)).toEqual([])
  })

  it('who typed the very text that was saved is told so', async () => {
    const { answer } = await met(hers, hers)
    expect(textOf(answer.body)).toContain('celui que vous avez envoyé, mot pour mot')
  })

  it('what stands in a text is shown, never run', async () => {
    const sly = { ...script, elan: '"><script>alert(1)</script> "/><b>' }
    const { answer } = await met(sly, hers)
    expect(answer.body).not.toContain('<script>alert')
    expect(formSaying(answer.body, 'Garder mon texte')['script.elan']).toBe(sly.elan)
  })
})
