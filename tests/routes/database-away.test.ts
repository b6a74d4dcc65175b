/** Nobody reaches the database: every door says so with 503, lets nobody in, and opens again by itself. */
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { overCuttableLine, type CuttableDesk } from '../desk/database-line.ts'
import { draft, another, typesOf, finish } from '../desk/requests.ts'
import { signed, successOf } from '../desk/deliveries.ts'
import { createClient, signIn, type Client, type Heard } from './client.ts'
import { textOf, titleOf } from './page.ts'

let house: TestDesk
let line: CuttableDesk
let web: TestWeb
let admin: Client
let stranger: Client
let requestId: string

beforeAll(async () => {
  house = await createTestDesk()
  line = await overCuttableLine(house)
  web = await startTestWeb(line.desk)
  admin = await signIn(web.port, staff.admin)
  stranger = createClient(web.port)
  requestId = await draft(house)
})
afterAll(async () => {
  await web.close()
  await line.close()
  await house.close()
})

const address = () => `/admin/requests/${requestId}`
const edit = () => ({ action: address(), intent: 'editScript' })

describe('while it is away', () => {
  let opened: Record<'form' | 'login' | 'request', Heard>
  beforeEach(async () => {
    opened = { form: await stranger.get('/'), login: await stranger.get('/login'), request: await admin.get(address()) }
    await line.cut()
  })
  afterEach(() => line.mend())

  it.each<[string, () => Promise<Heard>]>([
    ['the queue', () => admin.get('/admin')],
    ['a request', () => admin.get(address())],
    ['the journal', () => admin.get(`/audit/${requestId}`)],
    ['a film', () => admin.get(`/media/${requestId}`, { accept: 'text/html' })],
    ['an order', () => admin.post('/api/generate-script', { requestId })],
    ['a decision', () => admin.submit(opened.request, edit(), { 'script.elan': another.elan })],
    ['the login, with the right password', () => stranger.submit(opened.login, { action: '/login' }, staff.admin)],
  ])('%s: 503 and a page that says to try again', async (_, ask) => {
    const heard = await ask()
    expect([heard.status, titleOf(heard.body)]).toEqual([503, 'Le journal ne répond pas'])
    expect(heard.headers.get('retry-after')).toBe('5')
    expect(textOf(heard.body)).not.toMatch(/ECONN|postgres|pool/i)
  })

  it('a customer’s form is not thanked for', async () => {
    const typed = {
      firstNames: 'Zoé',
      lastName: 'Perdue',
      birthDay: '1',
      birthMonth: '1',
      birthYear: '1990',
      email: 'z@exemple.fr',
      consentAi: 'yes',
      consentStart: 'yes',
    }
    expect((await stranger.submit(opened.form, { action: '/?index' }, typed)).status).toBe(503)
    await line.mend()
    expect((await stranger.submit(opened.form, { action: '/?index' }, typed)).status).toBe(303)
    await line.cut()
  })

  it('the customers’ form is shown, and the process is alive but not ready', async () => {
    expect((await stranger.get('/')).status).toBe(200)
    expect((await stranger.get('/healthz')).status).toBe(200)
    const ready = await stranger.get('/readyz')
    expect([ready.status, JSON.parse(ready.body)]).toMatchObject([
      503,
      { ok: false, checks: { database: false, jobs: false } },
    ])
  })
})

it('afterwards the same session goes on, and nothing was half done', async () => {
  expect((await admin.get('/admin')).status).toBe(200)
  expect(await typesOf(house, requestId)).toEqual(['BookRequested', 'ScriptEdited'])
})

it('HeyGen is told 503, tries again, and is heard', async () => {
  const film = await finish(house)
  const { body, headers } = signed(await successOf(house, film))
  const deliver = () =>
    fetch(`http://127.0.0.1:${String(web.port)}/api/webhook/heygen`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    })
  await line.cut()
  expect((await deliver()).status).toBe(503)
  await line.mend()
  expect([(await deliver()).status, (await deliver()).status]).toEqual([204, 204])
})
