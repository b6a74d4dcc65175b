/** Stands in Express before Remix, for every request (security.md §2; design.md §8). */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'

import { limitBody } from './body-limit.ts'
import type { House } from './context.ts'
import { isForm } from './form-type.ts'
import { dress } from './headers.ts'
import { logRequest, type Log } from './http-log.ts'
import { hostOf, isFromOurPages, isOurHost } from './origin.ts'
import { refusal, type RefusalStatus } from './refusal.ts'
import { refusalPage } from './refusal-page.ts'
import { describeError } from './scrub.ts'
import { openVisit } from './visit.ts'

/** HeyGen's door: no cookie, no origin, its own signature. Matched exactly, never by prefix. */
export const webhookPath = '/api/webhook/heygen'

const formBytes = 100_000
const webhookBytes = 256_000

/** Logs, dresses, judges and measures every request. `app.use(createGuard(…))` comes first, before static files. */
export function createGuard({ house, log }: { house: House; log: Log }): RequestHandler {
  return (req, res, next) => {
    const { id } = openVisit(req, res, { house, log })
    logRequest(req, res, { id, log })
    dress(res, { https: house.secureCookies })
    stripForwarded(req)
    const status = judge(req, house)
    if (status !== null) return void turnAway(res, status)
    if (req.path === webhookPath && req.method !== 'POST') return void res.status(200).end()
    // Ours is the stricter check; Remix's own answers 500 behind a proxy that rewrites Host, or to `Origin: null`.
    delete req.headers.origin
    limitBody(req, res, { max: req.path === webhookPath ? webhookBytes : formBytes, next })
  }
}

/** The last handler: what nothing else caught becomes a page (files say 404 here), or a cut line where an answer has begun. */
export function lastResort(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    // Express knows a handler of errors by its four parameters.
    void next
    if (res.headersSent) return void res.destroy()
    const { status = 500 } = error as { status?: number }
    if (status >= 500) log.error({ path: req.path, ...describeError(error) }, 'not handled')
    turnAway(res, refusalFor(status))
  }
}

function refusalFor(status: number): RefusalStatus {
  if (status >= 500) return 500
  return status === 404 || status === 405 ? status : 400
}

type Check = (req: Request, house: House) => RefusalStatus | null

function judge(req: Request, house: House): RefusalStatus | null {
  for (const check of [checkMethod, checkUrl, checkData, checkHost, checkOrigin, checkType]) {
    const status = check(req, house)
    if (status !== null) return status
  }
  return null
}

const checkMethod: Check = (req) => {
  const allowed = req.path === webhookPath ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : ['GET', 'HEAD', 'POST']
  return allowed.includes(req.method) ? null : 405
}

/** `_data` is an old way into Remix that skips its check of the origin (security.md R1). */
const checkUrl: Check = ({ originalUrl }) => {
  if (!originalUrl.startsWith('/') || !URL.canParse(`http://host${originalUrl}`)) return 400
  const { pathname, searchParams } = new URL(`http://host${originalUrl}`)
  return searchParams.has('_data') || !isReadable(pathname) ? 400 : null
}

/** Asked for as data, Remix would gather these answers in memory: a film is long, the live one never ends. */
const checkData: Check = ({ path }) =>
  /^\/+(media\/|admin\/live).*\.data$/i.test(decodeURIComponent(path)) ? 404 : null

const checkHost: Check = (req, house) => {
  if (hostOf(req) === null) return 400
  return isOurHost(req, house) ? null : 421
}

const checkOrigin: Check = (req, house) => {
  if (req.method !== 'POST' || req.path === webhookPath) return null
  return isFromOurPages(req, house) ? null : 403
}

const checkType: Check = (req) => {
  if (req.method !== 'POST') return null
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') return 415
  return req.path === webhookPath || isForm(req.headers['content-type']) ? null : 415
}

function isReadable(pathname: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

/** Remix believes these whoever sent them (security.md §1 run 7). */
function stripForwarded(req: Request): void {
  const names = Object.keys(req.headers).filter((name) =>
    /^x-forwarded-|^forwarded$|^x-real-ip$|^x-http-method/.test(name),
  )
  for (const name of names) Reflect.deleteProperty(req.headers, name)
}

/** What is left of the body is read and forgotten, so that the client reads the page; then the line is closed. */
function turnAway(res: Response, status: RefusalStatus): void {
  res.req.resume()
  if (status === 405) res.setHeader('Allow', 'GET, HEAD, POST')
  res.setHeader('Connection', 'close')
  res
    .status(status)
    .type('html')
    .send(refusalPage(refusal(status)))
}
