import { describe, expect, it } from 'vitest'

import { findStaff, requireAdmin, requireStaff, safeNext, signInCookie, signOut } from '#app/gate/session.ts'

import { camille, fakeDesk, formRequest, gateArgs, session, thrownResponse, token } from './desk.ts'
import { house } from './house.ts'

const asking = (path: string, cookie = '', accept = 'text/html') =>
  new Request(`http://localhost:3000${path}`, { headers: { Cookie: cookie, Accept: accept } })
const signedIn = `a=1; recit_s=${token}; b=2`
const auditors = fakeDesk({
  findSession: () => Promise.resolve({ ...session, person: { ...camille, role: 'auditor' } }),
})

describe('who stands at the door', () => {
  it('is known by the cookie', async () => {
    expect(await requireAdmin(gateArgs(asking('/admin', signedIn)))).toEqual(session)
  })

  it.each([
    '',
    'recit_s=',
    'recit_s=short',
    `recit_s=${token}x`,
    `recit_s=${'x'.repeat(5000)}`,
    'recit_s=%00%ff<>',
    ';;;=',
    '__Host-s=abc',
  ])('is nobody with the cookie %j, and is led to the login page', async (cookie) => {
    const led = await thrownResponse(() => requireStaff(gateArgs(asking('/admin/requests/1?onglet=a&b=é', cookie))))
    expect(led.status).toBe(303)
    expect(led.headers.get('location')).toBe(`/login?next=${encodeURIComponent('/admin/requests/1?onglet=a&b=%C3%A9')}`)
  })

  it('when a form came too late, finds it kept, and a login that leads back to the page that showed it', async () => {
    const headers = { Referer: 'http://localhost:3000/admin/requests/7', Accept: 'text/html' }
    const late = formRequest([['script.elan', 'Un <b>élan</b>']], headers, '/api/generate-script?a=1')
    const held = await thrownResponse(() => requireAdmin(gateArgs(late)))
    const html = await held.text()
    expect([held.status, held.headers.get('location')]).toEqual([403, null])
    expect(html).toContain('<h1>Votre session est terminée</h1>')
    expect(html).toContain('href="/login?next=%2Fadmin%2Frequests%2F7" target="_blank"')
    expect(html).toContain('action="/api/generate-script?a=1"')
    expect(html).toContain('\nUn &#60;b&#62;élan&#60;/b&#62;</textarea>')
  })

  it('as an auditor may read, not write', async () => {
    expect((await requireStaff(gateArgs(asking('/admin', signedIn), auditors))).person.role).toBe('auditor')
    const refused = await thrownResponse(() => requireAdmin(gateArgs(asking('/admin', signedIn), auditors)))
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('permet de lire')])
  })

  it('is looked at without prolonging where asked', async () => {
    const asked: unknown[] = []
    const desk = fakeDesk({ findSession: (...given) => Promise.resolve((asked.push(given), null)) })
    await findStaff(gateArgs(asking('/admin/live', signedIn), desk), { renew: false })
    expect(asked).toEqual([[token, { renew: false }]])
  })
})

describe('the cookie', () => {
  it('is plain on the loopback and bound to the host behind https', () => {
    expect(signInCookie(house, token)).toBe(`recit_s=${token}; Path=/; HttpOnly; SameSite=Lax`)
    expect(signInCookie({ ...house, secureCookies: true }, token)).toBe(
      `__Host-s=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    )
  })

  it('is forgotten at the door and at the desk', async () => {
    const ended: string[] = []
    const desk = fakeDesk({ signOut: (given) => Promise.resolve(void ended.push(given)) })
    const left = await signOut(gateArgs(asking('/logout', signedIn), desk))
    expect([left.status, left.headers.get('location'), ended]).toEqual([303, '/login', [token]])
    expect(left.headers.get('set-cookie')).toMatch(/^recit_s=; .*Max-Age=0$/)
  })
})

describe('where to go after the login', () => {
  it.each(['/admin', '/admin/requests/1?onglet=2', '/audit', '/audit/1?step=3'])(
    '%s is a page of the house',
    (next) => {
      expect(safeNext(next)).toBe(next)
    },
  )

  it.each([
    null,
    undefined,
    '',
    'admin',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example/admin',
    'http://own.invalid/admin',
    'javascript:alert(1)',
    '%2F%2Fevil.example',
    '/%2F%2Fevil.example',
    '/admin/../..//evil.example',
    '/admin\\..\\evil',
    '/\t/evil.example',
    '/admin\r\nSet-Cookie: a=1',
    '/adminevil',
    '/login',
    '/logout',
    '/admin.data',
    '/admin/requests/1.data',
    '/admin/live',
    '/@evil.example',
  ])('%j leads to the queue', (next) => expect(safeNext(next)).toBe('/admin'))
})
