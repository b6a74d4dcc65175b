/** Who stands at the door. Every loader and every action of staff asks here itself: Remix runs them side by side. */
import { redirect } from '@remix-run/node'

import type { Session } from '#app/desk/desk.ts'

import { clearCookie, readCookie, writeCookie } from './cookies.ts'
import type { GateArgs, House } from './context.ts'
import { refuseLate } from './csrf.ts'
import { takeForm } from './form.ts'
import { refusal } from './refusal.ts'
import { refuse } from './refusal-page.ts'

/** The session of an admin or an auditor; null for anybody else. Prolongs it unless told not to. */
export async function findStaff(args: GateArgs, options: { renew?: boolean } = {}): Promise<Session | null> {
  const token = sessionToken(args)
  return token === null ? null : args.context.desk.findSession(token, options)
}

/**
 * @throws {Response} 303 to the login page, which leads back here; a form cannot follow there: 403, a page that holds it.
 */
export async function requireStaff(args: GateArgs): Promise<Session> {
  const session = await findStaff(args)
  if (session !== null) return session
  const signIn = `/login?next=${encodeURIComponent(wayBack(args.request))}`
  if (args.request.method === 'POST') throw refuseLate(await takeForm(args.request), args, signIn)
  throw redirect(signIn, 303)
}

/** @throws {Response} as `requireStaff`, or 403 for an auditor. */
export async function requireAdmin(args: GateArgs): Promise<Session> {
  const session = await requireStaff(args)
  if (session.person.role === 'admin') return session
  const text = 'Votre compte permet de lire, pas de décider. Demandez à une personne qui administre le site.'
  throw refuse(args.request, refusal(403, { text, back: { href: '/admin', label: 'Revenir à la file' } }))
}

/** The token of the session's cookie, for the live door; null without one. */
export function sessionToken({ request, context }: GateArgs): string | null {
  return readCookie(request, { house: context.house, kind: 'session' })
}

/** The `Set-Cookie` of a fresh session. */
export function signInCookie(house: House, token: string): string {
  return writeCookie(house, 'session', token)
}

/** Ends the session at the desk and in the browser, and leads to the login page. */
export async function signOut(args: GateArgs): Promise<Response> {
  const token = sessionToken(args)
  if (token !== null) await args.context.desk.signOut(token)
  return redirect('/login', { status: 303, headers: { 'Set-Cookie': clearCookie(args.context.house, 'session') } })
}

/** Where to go after the login: a page of staff of this house, or the queue. Never another site (security.md §12 row 20). */
export function safeNext(next: string | null | undefined): string {
  const own = 'http://own.invalid'
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next) || !URL.canParse(next, own)) return start
  const { origin, pathname, search } = new URL(next, own)
  const known =
    /^\/(admin|audit)(\/|$)/.test(pathname) && !pathname.endsWith('.data') && !pathname.startsWith('/admin/live')
  return origin === own && known ? pathname + search : start
}

const start = '/admin'

/** A form cannot be sent again by a redirect: after the login one comes back to the page that showed it. */
function wayBack({ method, headers, url }: Request): string {
  const address = method === 'GET' || method === 'HEAD' ? url : (headers.get('referer') ?? '')
  if (!URL.canParse(address)) return start
  const { pathname, search } = new URL(address)
  return safeNext(pathname + search)
}
