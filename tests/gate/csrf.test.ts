import { describe, expect, it } from 'vitest'

import { findVisitor, visitorHeaders } from '#app/gate/cookies.ts'
import { formFields, refuseLate, requireCsrf } from '#app/gate/csrf.ts'
import { takeForm } from '#app/gate/form.ts'
import { isRefusal } from '#app/gate/refusal-shape.ts'

import { formRequest, gateArgs, session, thrownResponse } from './desk.ts'

const { context } = gateArgs(new Request('http://localhost/'))
const binding = { purpose: 'editScript', holder: session }
const page = { Accept: 'text/html,*/*' }

async function send(fields: Record<string, string>, headers: Record<string, string> = page) {
  const request = formRequest(Object.entries(fields), headers, '/admin/requests/1?onglet=texte')
  return { form: await takeForm(request), args: gateArgs(request) }
}

describe('the token of a form', () => {
  it('passes in the form it was made for', async () => {
    const { form, args } = await send({ ...formFields(context, binding) })
    expect(() => requireCsrf(form, args, binding)).not.toThrow()
  })

  const good = formFields(context, binding)
  const foreign = formFields(context, { ...binding, holder: { id: 'another session' } })
  it.each<[string, Record<string, string>]>([
    ['missing', { commandId: good.commandId }],
    ['empty', { csrf: '', commandId: good.commandId }],
    ['of another session', { ...foreign }],
    ['of another act', { ...formFields(context, { ...binding, purpose: 'approveScript' }) }],
    ['of another form', { csrf: good.csrf, commandId: foreign.commandId }],
    ['without a command', { csrf: good.csrf }],
    ['one letter longer', { ...good, csrf: `${good.csrf}A` }],
    ['not in ASCII', { ...good, csrf: 'é'.repeat(43) }],
  ])('is refused when %s, with a fresh form and what was typed', async (_what, fields) => {
    const { form, args } = await send({ ...fields, intent: 'editScript', title: '<b>"Élan"</b>', text: '\nune ligne' })
    const refused = await thrownResponse(() => requireCsrf(form, args, binding))
    const html = await refused.text()
    expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
    expect(html).toContain('action="/admin/requests/1?onglet=texte"')
    expect(html).toContain('&#60;b&#62;&#34;Élan&#34;&#60;/b&#62;')
    expect(html).toContain('<textarea name="text" rows="1">\n\nune ligne</textarea>')
    expect(html).toContain('<input type="hidden" name="intent" value="editScript">')
    const fresh = { csrf: hidden(html, 'csrf'), commandId: hidden(html, 'commandId') }
    const again = await send(fresh)
    expect(() => requireCsrf(again.form, again.args, binding)).not.toThrow()
  })

  it('when refused keeps the command id, so that sending again is the same command', async () => {
    const { form, args } = await send({ ...good, csrf: 'old' })
    expect(hidden(await (await thrownResponse(() => requireCsrf(form, args, binding))).text(), 'commandId')).toBe(
      good.commandId,
    )
  })

  it('never writes a password back', async () => {
    const { form, args } = await send({ password: 'correct horse', email: 'a@b.fr' })
    const html = await (await thrownResponse(() => requireCsrf(form, args, binding))).text()
    expect(html).not.toContain('correct horse')
    expect(html).toContain('type="password"')
  })

  it('is data for a page that stays in the browser', async () => {
    const { form, args } = await send({ title: 'Élan' }, { Accept: '*/*' })
    const refused: unknown = await (await thrownResponse(() => requireCsrf(form, args, binding))).json()
    expect(isRefusal(refused) && refused.stale?.fields).toEqual([
      { name: 'title', label: 'title', value: 'Élan', kind: 'text' },
    ])
  })
})

describe('a form that came after the session had ended', () => {
  const cookie = { ...page, Cookie: 'recit_v=a-visitor-of-this-browser-0123' }
  const [way, signIn] = ['/admin/requests/1?onglet=texte', '/login?next=%2Fadmin']

  async function kept(headers: Record<string, string> = cookie) {
    const { form, args } = await send({ ...formFields(context, binding), text: 'Élan', version: '3' }, headers)
    const answer = refuseLate(form, args, signIn)
    const html = await answer.text()
    return { answer, html, fields: { csrf: hidden(html, 'csrf'), commandId: hidden(html, 'commandId') }, form }
  }

  it('waits in the page with all that was typed and its command; nothing of it is in an address', async () => {
    const { answer, html, fields, form } = await kept()
    expect([answer.status, fields.commandId]).toEqual([403, form.commandId])
    expect(html).toContain(`action="${way}"`)
    expect(html).toContain('<textarea name="text" rows="1">\nÉlan</textarea>')
    expect(html).toContain('<input type="hidden" name="version" value="3">')
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([signIn])
  })

  it('passes for whoever has signed in at the same browser since, whatever the act', async () => {
    const { form, args } = await send((await kept()).fields, cookie)
    expect(() => requireCsrf(form, args, binding)).not.toThrow()
    expect(() => requireCsrf(form, args, { ...binding, purpose: 'another act of this door' })).not.toThrow()
  })

  it('sets the cookie it is bound to, where there was none', async () => {
    const { answer, fields } = await kept(page)
    const set = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { form, args } = await send(fields, { ...page, Cookie: set })
    expect(() => requireCsrf(form, args, binding)).not.toThrow()
  })

  it.each<[string, Record<string, string>, string]>([
    ['in another browser', { ...page, Cookie: 'recit_v=another-visitor-0123456789' }, way],
    ['without a cookie', page, way],
    ['at another door', cookie, '/admin/requests/2'],
  ])('does not pass %s', async (_where, headers, path) => {
    const { fields } = await kept()
    const request = formRequest(Object.entries(fields), headers, path)
    const form = await takeForm(request)
    const refused = await thrownResponse(() => requireCsrf(form, gateArgs(request), binding))
    expect(refused.status).toBe(403)
  })

  it('opens no door of strangers', async () => {
    const { form, args } = await send((await kept()).fields, cookie)
    expect((await thrownResponse(() => requireCsrf(form, args, { purpose: 'login' }))).status).toBe(403)
  })
})

describe('an anonymous form', () => {
  it('is bound to the visitor whose cookie the page has set', async () => {
    const visitor = findVisitor(gateArgs(new Request('http://localhost/')))
    const cookie = new Headers(visitorHeaders(visitor)).get('set-cookie') ?? ''
    expect(cookie).toMatch(/^recit_v=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/)
    const fields = { ...formFields(context, { purpose: 'signIn', holder: visitor }) }
    const same = await send(fields, { ...page, Cookie: cookie.split(';')[0] ?? '' })
    expect(() => requireCsrf(same.form, same.args, { purpose: 'signIn' })).not.toThrow()
    const other = await send(fields)
    const refused = await thrownResponse(() => requireCsrf(other.form, other.args, { purpose: 'signIn' }))
    expect(refused.headers.get('set-cookie')).toMatch(/^recit_v=/)
  })
})

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
}
