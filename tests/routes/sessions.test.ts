/** How long one stays inside, and every way of no longer being so: the login page, never an error. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { createClient, signIn, type Client } from './client.ts'

const minute = 60_000
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
beforeEach(() => void (house.time.ahead += 70 * minute))

const outside = [303, '/login?next=%2Fadmin']
async function look(client: Client) {
  const { status, headers } = await client.get('/admin')
  return status === 200 ? 'inside' : [status, headers.get('location')]
}

it('ends after half an hour without a page', async () => {
  const client = await signIn(web.port, staff.admin)
  house.time.ahead += 29 * minute
  expect(await look(client)).toBe('inside')
  house.time.ahead += 29 * minute
  expect(await look(client)).toBe('inside')
  house.time.ahead += 31 * minute
  expect(await look(client)).toEqual(outside)
})

it('ends after eight hours, whatever one does', async () => {
  const client = await signIn(web.port, staff.admin)
  for (let passed = 0; passed < 8 * 60 - 20; passed += 20) {
    house.time.ahead += 20 * minute
    expect(await look(client)).toBe('inside')
  }
  house.time.ahead += 21 * minute
  expect(await look(client)).toEqual(outside)
})

it('ends with the logout, for whoever kept the cookie as well', async () => {
  const client = await signIn(web.port, staff.admin)
  const thief = createClient(web.port)
  for (const [name, value] of client.cookies) thief.cookies.set(name, value)
  expect(await look(thief)).toBe('inside')

  const answer = await client.submit(await client.get('/admin'), { action: '/logout' })
  expect([answer.status, answer.headers.get('location'), client.cookies.has('recit_s')]).toEqual([303, '/login', false])
  expect([await look(client), await look(thief)]).toEqual([outside, outside])
})

it('needs the token of the page to be ended', async () => {
  const client = await signIn(web.port, staff.admin)
  expect((await client.submit(await client.get('/admin'), { action: '/logout' }, { csrf: 'x' })).status).toBe(403)
  expect(await look(client)).toBe('inside')
})

it('ends with the account, at once', async () => {
  const client = await signIn(web.port, staff.second)
  const { kysely } = house.database.archive.database
  const disable = (at: Date | null) =>
    sql`update staff set disabled_at = ${at} where email = ${staff.second.email}`.execute(kysely)
  await disable(new Date())
  expect(await look(client)).toEqual(outside)
  await expect(signIn(web.port, staff.second)).rejects.toThrow('answered 422')
  await disable(null)
})

it('takes the role of the moment, not that of the login', async () => {
  const client = await signIn(web.port, staff.second)
  const { kysely } = house.database.archive.database
  await sql`update staff set role = 'auditor' where email = ${staff.second.email}`.execute(kysely)
  expect((await client.post('/api/generate-script', { requestId: 'x' })).status).toBe(403)
  expect((await client.get('/admin')).body).toContain('audit')
  await sql`update staff set role = 'admin' where email = ${staff.second.email}`.execute(kysely)
})

it('is a new one at each login: a cookie planted before is worth nothing', async () => {
  const client = createClient(web.port)
  const planted = 'p'.repeat(43)
  client.cookies.set('recit_s', planted)
  await client.submit(await client.get('/login'), { action: '/login' }, staff.admin)
  const first = client.cookies.get('recit_s')
  const second = (await signIn(web.port, staff.admin)).cookies.get('recit_s')
  expect(new Set([planted, first, second]).size).toBe(3)
})

it.each(['', 'x', '%', '%E0%A4%A', '../../x', 'é', 'a'.repeat(43), 'a'.repeat(7_000), "' or 1=1 --"])(
  'a damaged cookie (%j) is none',
  async (value) => {
    const client = createClient(web.port)
    client.cookies.set('recit_s', Buffer.from(value).toString('latin1'))
    expect(await look(client)).toEqual(outside)
    expect((await client.get('/login')).status).toBe(200)
  },
)

it('of two cookies of one name neither opens what it should not', async () => {
  const inside = (await signIn(web.port, staff.admin)).cookies.get('recit_s') ?? ''
  const client = createClient(web.port)
  const answer = await client.get('/admin', { cookie: `recit_s=${'a'.repeat(43)}; recit_s=${inside}` })
  expect(answer.status).toBe(303)
})
