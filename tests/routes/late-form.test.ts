/** A form whose session ended while it was being filled in: nothing is written, nothing is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { draft, script, typesOf } from '../desk/requests.ts'
import { signIn } from './client.ts'
import { formOf, textOf, titleOf } from './page.ts'

const words = 'Ce que j’écrivais quand la session s’est terminée.\n\nDeux lignes plus bas : « fin ».'

let house: TestDesk
let web: TestWeb

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

async function openEditor() {
  const id = await draft(house)
  const client = await signIn(web.port, staff.admin)
  const address = `/admin/requests/${id}`
  const page = await client.get(address)
  await client.submit(await client.get('/admin'), { action: '/logout' })
  return { id, client, address, page }
}

type Opened = Awaited<ReturnType<typeof openEditor>>

const save = ({ client, page, address }: Opened) =>
  client.submit(page, { action: address, intent: 'editScript' }, { 'script.elan': words })

/** What the page of the login does, in the same browser. */
async function signInBeside({ client }: Pick<Opened, 'client'>, who: keyof typeof staff = 'admin') {
  const { email, password } = staff[who]
  const answer = await client.submit(await client.get('/login'), { action: '/login' }, { email, password })
  expect(answer.status).toBe(303)
}

describe('a script saved too late', () => {
  it('comes back whole, and is saved once somebody has signed in', async () => {
    const opened = await openEditor()
    const { id, client, address } = opened
    const late = await save(opened)
    expect([late.status, titleOf(late.body)]).toEqual([403, 'Votre session est terminée'])
    expect(textOf(late.body)).toContain('Se connecter dans un autre onglet')
    const { fields } = formOf(late.body, { action: address })
    expect(fields).toMatchObject({ intent: 'editScript', 'script.elan': words, 'script.accueil': script.accueil })
    expect(await typesOf(house, id)).toEqual(['BookRequested', 'ScriptEdited'])

    await signInBeside(opened)
    const again = await client.submit(late, { action: address })
    expect([again.status, again.headers.get('location')]).toEqual([303, address])
    expect((await house.desk.findRequest(id, house.actors.admin))?.request.script?.elan).toBe(words)
    // Sent once more, it is the same command.
    expect((await client.submit(late, { action: address })).status).toBe(303)
    expect(await typesOf(house, id)).toEqual(['BookRequested', 'ScriptEdited', 'ScriptEdited'])
  })

  it('stays whole, however often it is sent without signing in', async () => {
    const opened = await openEditor()
    let page = await save(opened)
    for (let n = 0; n < 3; n += 1) page = await opened.client.submit(page, { action: opened.address })
    expect(page.status).toBe(403)
    expect(formOf(page.body, { action: opened.address }).fields['script.elan']).toBe(words)
    expect(await typesOf(house, opened.id)).toEqual(['BookRequested', 'ScriptEdited'])
  })

  it('meets what others saved meanwhile, and says so', async () => {
    const opened = await openEditor()
    const late = await save(opened)
    await draft(house, opened.id, { ...script, elan: 'Ce que Hugo a écrit.' })
    await signInBeside(opened)
    const answer = await opened.client.submit(late, { action: opened.address })
    expect([answer.status, titleOf(answer.body)]).toEqual([409, 'La demande a changé entre-temps'])
    expect(textOf(answer.body)).toContain('Ce que Hugo a écrit.')
    expect(answer.body).toContain('quand la session s’est terminée')
  })

  it('opens nothing for an auditor who signs in instead', async () => {
    const opened = await openEditor()
    const late = await save(opened)
    await signInBeside(opened, 'auditor')
    expect((await opened.client.submit(late, { action: opened.address })).status).toBe(403)
    expect(await typesOf(house, opened.id)).toEqual(['BookRequested', 'ScriptEdited'])
  })

  it('asked for as data is the same refusal, for the error boundary', async () => {
    const opened = await openEditor()
    const { fields } = formOf(opened.page.body, { action: opened.address, intent: 'editScript' })
    const typed = { ...fields, 'script.elan': words }
    const answer = await opened.client.post(`${opened.address}.data`, typed, { accept: '*/*' })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('Votre session est terminée')
    expect(answer.body).toContain('Ce que j’écrivais')
    expect(answer.body).toContain(`"${opened.address}"`)
  })
})

it('an order of a script with its wishes comes back from its own door as well', async () => {
  const { id, client, address, page } = await openEditor()
  const door = { action: '/api/generate-script' }
  const late = await client.submit(page, door, { instructions: 'Plus doux, sans promesse.' })
  expect(textOf(late.body)).toContain('Consignes')
  await signInBeside({ client })
  const again = await client.submit(late, door)
  expect([again.status, again.headers.get('location')]).toEqual([303, address])
  expect((await typesOf(house, id)).at(-1)).toBe('ScriptRequested')
})
