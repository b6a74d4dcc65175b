/**
 * The cookies of the house: the session of a member of staff, the visitor that an anonymous form is bound to, and the form
 * that was sent last (`sent-form.ts`).
 */
import { randomBytes } from 'node:crypto'

import type { GateArgs, House } from './context.ts'

/** Whom a form's token is bound to: a `Session`, or a visitor who has not signed in. */
export type Holder = { id: string; setCookie?: string }

type Kind = 'session' | 'visitor' | 'form'

/** The cookie's value as the browser sent it; null where it is absent or cannot be one of ours. */
export function readCookie(request: Request, { house, kind }: { house: House; kind: Kind }): string | null {
  const name = cookieName(kind, house)
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key = '', ...value] = part.split('=')
    if (key.trim() === name) return asToken(value.join('=').trim())
  }
  return null
}

/** A `Set-Cookie` value. Without a date: the browser forgets it when it closes, the desk ends the session before. */
export function writeCookie(house: House, kind: Kind, value: string): string {
  return `${cookieName(kind, house)}=${value}; Path=/; HttpOnly; SameSite=Lax${house.secureCookies ? '; Secure' : ''}`
}

export function clearCookie(house: House, kind: Kind): string {
  return `${writeCookie(house, kind, '')}; Max-Age=0`
}

/**
 * The visitor behind an anonymous form (request form, login). A new one carries `setCookie`: the page that shows the form
 * must send it, else the form's token will not hold.
 */
export function findVisitor({ request, context: { house } }: GateArgs): Holder {
  const known = readCookie(request, { house, kind: 'visitor' })
  if (known !== null) return { id: known }
  const id = randomBytes(24).toString('base64url')
  return { id, setCookie: writeCookie(house, 'visitor', id) }
}

/** The headers of a page with an anonymous form: `data(…, { headers: visitorHeaders(visitor) })`. */
export function visitorHeaders({ setCookie }: Holder): HeadersInit {
  return setCookie === undefined ? {} : { 'Set-Cookie': setCookie }
}

/** `__Host-` holds a cookie to https, this very host and the path /; over plain http browsers would drop it. */
function cookieName(kind: Kind, { secureCookies }: House): string {
  return `${secureCookies ? '__Host-' : 'recit_'}${letters[kind]}`
}

const letters: Record<Kind, string> = { session: 's', visitor: 'v', form: 'f' }

function asToken(value: string): string | null {
  return /^[\w-]{16,200}$/.test(value) ? value : null
}
