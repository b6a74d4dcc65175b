/** The staff's door: who comes in, how often one may try, and where it leads. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { createClient, type Client, type Heard } from './client.ts'
import { errorBeside, formOf, textOf, titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
const door = { action: '/login' }
const wrong = 'Adresse ou mot de passe inexacts. Vérifiez les deux.'

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
})
afterAll(async () => {
  await web.close()
  await house.close()
})
// Tries are counted by the address of this machine as well: each test begins in another hour.
beforeEach(() => void (house.time.ahead += 3_700_000))

async function attempt(
  typed: Record<string, string>,
  client: Client = createClient(web.port),
  at = '/login',
): Promise<Heard> {
  return client.submit(await client.get(at), door, typed)
}

describe('signing in', () => {
  it.each(Object.values(staff))('as $email', async ({ email, password }) => {
    const client = createClient(web.port)
    const answer = await attempt({ email: ` ${email.toUpperCase()} `, password }, client)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin'])
    expect(answer.headers.get('set-cookie')).toMatch(/^recit_s=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(titleOf((await client.get('/admin')).body)).toBe('File')
  })

  it('the wrong password and an unknown address are told alike, the address stays, the password does not', async () => {
    const known = await attempt({ email: staff.admin.email, password: 'pas le bon du tout' })
    const unknown = await attempt({ email: 'personne@recit.exemple', password: 'pas le bon du tout' })
    for (const answer of [known, unknown]) {
      expect([answer.status, errorBeside(answer.body, 'email')]).toEqual([422, wrong])
      expect(answer.body).not.toContain('pas le bon')
    }
    expect(formOf(known.body, door).fields).toMatchObject({ email: staff.admin.email, password: '' })
    expect(textOf(known.body)).toBe(textOf(unknown.body))
  })

  it.each([
    [{ email: '', password: 'x' }, 'email', 'Indiquez votre adresse électronique.'],
    [{ email: 'a@b.fr', password: '' }, 'password', 'Indiquez votre mot de passe.'],
    [{ email: 'a@b.fr', password: 'x'.repeat(129) }, 'password', 'Ce mot de passe est trop long.'],
  ])('%o is refused beside its field', async (typed, field, sentence) => {
    const answer = await attempt(typed)
    expect([answer.status, errorBeside(answer.body, field)]).toEqual([422, sentence])
  })

  it('an account whose stored password is damaged is shut, not broken', async () => {
    const { kysely } = house.database.archive.database
    const { rows } = await sql<{ password_hash: string }>`
      select password_hash from staff where email = ${staff.second.email}`.execute(kysely)
    await sql`update staff set password_hash = 'damaged' where email = ${staff.second.email}`.execute(kysely)
    const answer = await attempt(staff.second)
    await sql`update staff set password_hash = ${rows[0]?.password_hash ?? ''} where email = ${staff.second.email}`.execute(
      kysely,
    )
    expect([answer.status, errorBeside(answer.body, 'email')]).toEqual([422, wrong])
  })

  it('needs the token of its own page', async () => {
    const client = createClient(web.port)
    const theirs = await createClient(web.port).get('/login')
    const answer = await client.submit(theirs, door, staff.admin)
    expect([answer.status, titleOf(answer.body)]).toEqual([403, 'Formulaire périmé'])
    expect(answer.body).not.toContain(staff.admin.password)
    const again = await client.submit(answer, door, { password: staff.admin.password })
    expect([again.status, client.cookies.has('recit_s')]).toEqual([303, true])
  })
})

describe('too many tries', () => {
  it('five pass to the password, of twelve at once; then not even the right one does, for a while', async () => {
    const { email, password } = staff.auditor
    const client = createClient(web.port)
    const page = await client.get('/login')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => client.submit(page, door, { email, password: `essai ${String(n)}` })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill(422), ...Array(7).fill(429)])
    const late = await attempt({ email, password })
    const seconds = Number(late.headers.get('retry-after'))
    expect([late.status, errorBeside(late.body, 'email')]).toEqual([429, 'Trop d’essais. Recommencez dans 15 minutes.'])
    expect(seconds).toBeGreaterThan(800)
    expect(seconds).toBeLessThanOrEqual(900)

    house.time.ahead += (seconds + 1) * 1000
    expect((await attempt({ email, password })).status).toBe(303)
  })

  it('the right password forgets the wrong ones', async () => {
    const { email, password } = staff.admin
    for (const one of ['a', 'b', 'c', 'd', password]) await attempt({ email, password: one })
    const answers = []
    for (const one of ['a', 'b', 'c', 'd', password]) answers.push((await attempt({ email, password: one })).status)
    expect(answers).toEqual([422, 422, 422, 422, 303])
  })

  it('thirty from one address, whatever the account', async () => {
    const client = createClient(web.port)
    const page = await client.get('/login')
    const answers = await Promise.all(
      Array.from({ length: 33 }, (_, n) => client.submit(page, door, { email: `a${String(n)}@b.fr`, password: 'x' })),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3)
  })
})

describe('where it leads', () => {
  it.each([
    ['/audit?page=2', '/audit?page=2'],
    ['/admin/requests/x?a=b', '/admin/requests/x?a=b'],
    ['//evil.exemple', '/admin'],
    ['https:evil.exemple', '/admin'],
    ['https://evil.exemple/admin', '/admin'],
    ['/\\evil.exemple', '/admin'],
    ['/%2f/evil.exemple', '/admin'],
    ['/admin/../../evil', '/admin'],
    ['/admin\r\nSet-Cookie: a=b', '/admin'],
    ['javascript:alert(1)', '/admin'],
    ['/logout', '/admin'],
    ['/admin.data', '/admin'],
    ['/admin/live', '/admin'],
    ['', '/admin'],
  ])('next=%o leads to %s', async (next, to) => {
    const client = createClient(web.port)
    const answer = await attempt(staff.admin, client, `/login?next=${encodeURIComponent(next)}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
    const again = await client.get(`/login?next=${encodeURIComponent(next)}`)
    expect([again.status, again.headers.get('location')]).toEqual([303, to])
  })

  it('is not forgotten over a wrong password, nor over several', async () => {
    const client = createClient(web.port)
    let page = await client.get('/login?next=%2Faudit%3Fpage%3D2')
    for (const password of ['faux', '', 'faux encore'])
      page = await client.submit(page, door, { email: staff.second.email, password })
    expect(page.status).toBe(422)
    const answer = await client.submit(page, door, { email: staff.second.email, password: staff.second.password })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/audit?page=2'])
  })
})
