/**
 * A body that is too long never reaches an action, not even its beginning: to Remix a cut body looks like a whole one
 * unless the request is destroyed with an error (security.md §1 run 14).
 */
import type { Request, Response } from 'express'

import { refusal } from './refusal.ts'
import { refusalPage } from './refusal-page.ts'

/** Lets `next` see the request only while its body, declared or counted, stays within `max` bytes; else 413 and the end. */
export function limitBody(req: Request, res: Response, { max, next }: { max: number; next: () => void }): void {
  const pass = req.push.bind(req)
  let seen = 0
  let farewell: Farewell | null = null
  req.push = (chunk: Uint8Array | null, encoding) => {
    seen += chunk?.length ?? 0
    if (farewell === null && seen > max) farewell = refuseBody(req, res)
    if (farewell === null) return pass(chunk, encoding)
    if (chunk === null || seen > max + lingerBytes) farewell.end()
    return true
  }
  if (Number(req.headers['content-length'] ?? 0) <= max) {
    next()
    return
  }
  farewell = refuseBody(req, res)
  req.resume()
}

type Farewell = { end: () => void }

/** A client that is still sending may lose the answer when the line is cut at once: it gets a moment to read it. */
const lingerMs = 500
const lingerBytes = 1_000_000

function refuseBody(req: Request, res: Response): Farewell {
  if (!res.headersSent) {
    const page = Buffer.from(refusalPage(refusal(413)))
    res.writeHead(413, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': page.length,
      Connection: 'close',
    })
    res.write(page)
  }
  const end = () => {
    clearTimeout(timer)
    res.end()
    req.destroy(new Error('body too large'))
  }
  const timer = setTimeout(end, lingerMs)
  return { end }
}
