/** Where the house may be reached, and whether a request comes from one of its own pages (security.md §2.1). */
import type { IncomingMessage } from 'node:http'

import type { House } from './context.ts'

type Address = Pick<House, 'origin' | 'secureCookies'>

/**
 * Whether a page of ours posted this: `Sec-Fetch-Site` first, which no page can forge; else `Origin`; neither: no.
 * Browsers send no `Sec-Fetch-*` over plain http to other names than the loopback's.
 */
export function isFromOurPages(req: IncomingMessage, house: Address): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = req.headers
  return origin !== undefined && ownOrigins(req, house).includes(origin)
}

/**
 * Whether the request names a host of ours. On the loopback a foreign name means DNS rebinding: a page of another site whose
 * name was made to point here. Behind https the proxy decides which names arrive.
 */
export function isOurHost(req: IncomingMessage, house: Address): boolean {
  if (house.secureCookies) return true
  const names = [...ownOrigins(req, house), ...loopbackOrigins(req)].map((origin) => new URL(origin).host)
  return names.includes(hostOf(req) ?? '')
}

/** The normalised `Host`, or null where it is not one. */
export function hostOf(req: IncomingMessage): string | null {
  const host = req.headers.host ?? ''
  if (!/^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host)) return null
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : null
}

function ownOrigins(req: IncomingMessage, { origin }: Address): string[] {
  return origin === null ? loopbackOrigins(req) : [origin]
}

function loopbackOrigins(req: IncomingMessage): string[] {
  const port = req.socket.localPort ?? 0
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => new URL(`http://${name}:${port}`).origin)
}
