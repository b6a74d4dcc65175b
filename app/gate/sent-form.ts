/**
 * Who goes back after sending and sends the same again has not asked twice. Without JavaScript the browser puts what was
 * typed into a page that is new to us. For ten minutes that page therefore carries the id of the form that was sent: the
 * same content is then the same command (`commandFor`), other content is another one.
 */
import { isCommandId } from './command-id.ts'
import type { GateArgs, House } from './context.ts'
import { readCookie, writeCookie } from './cookies.ts'

const rememberedSeconds = 600

/** The id of the form that this browser sent last; undefined where that is longer ago, or never was. */
export function findSentForm({ request, context: { house } }: GateArgs): string | undefined {
  const id = readCookie(request, { house, kind: 'form' }) ?? ''
  return isCommandId(id) ? id : undefined
}

/** A `Set-Cookie` value. The id is random and opens nothing. */
export function sentFormCookie(house: House, commandId: string): string {
  return `${writeCookie(house, 'form', commandId)}; Max-Age=${rememberedSeconds}`
}
