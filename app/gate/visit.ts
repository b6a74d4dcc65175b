/** One request's own things: its id, where it comes from, its nonce, and how its answer flows. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'

import type { House } from './context.ts'
import type { Log } from './http-log.ts'
import { describeError } from './scrub.ts'

export type Visit = {
  id: string
  /** The client's address; behind a TLS proxy on this machine, the one that the proxy saw. */
  ip: string
  /** For the scripts of this one page. */
  nonce: string
  /** Resolves when the answer can take more bytes; false when nobody listens any more. */
  drained: () => Promise<boolean>
  /** Logs an error without its secrets. */
  report: (error: unknown) => void
}

const visits = new WeakMap<IncomingMessage, Visit>()

/** Opened by the guard, before anything else looks at the request. */
export function openVisit(
  req: IncomingMessage,
  res: ServerResponse,
  { house, log }: { house: House; log: Log },
): Visit {
  const id = randomBytes(6).toString('base64url')
  const visit: Visit = {
    id,
    ip: clientIp(req, house),
    nonce: randomBytes(16).toString('base64url'),
    drained: () => drained(res),
    report: (error) => log.error({ id, ...describeError(error) }, 'request failed'),
  }
  visits.set(req, visit)
  return visit
}

/** @throws {Error} when the guard does not stand in front. */
export function visitOf(req: IncomingMessage): Visit {
  const visit = visits.get(req)
  if (visit === undefined) throw new Error('the guard must stand before Remix')
  return visit
}

/** Only a proxy on this very machine is believed, and only the entry that it added itself: the last one. */
function clientIp(req: IncomingMessage, house: House): string {
  const peer = req.socket.remoteAddress ?? ''
  const behindProxy = house.secureCookies && /^(::ffff:)?127\.|^::1$/.test(peer)
  const seen = [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? ''
  return behindProxy && isIP(seen) !== 0 ? seen : peer
}

async function drained(res: ServerResponse): Promise<boolean> {
  if (res.writableNeedDrain && !res.destroyed) {
    const over = new AbortController()
    const { signal } = over
    await Promise.race([once(res, 'drain', { signal }), once(res, 'close', { signal })]).finally(() => over.abort())
  }
  return !res.destroyed
}
