/** One line for each request, with listed fields only: no query, no header, no body. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The part of a pino logger that the gate needs. */
export type Log = {
  info: (fields: object, text: string) => void
  warn: (fields: object, text: string) => void
  error: (fields: object, text: string) => void
}

/** Logs when the answer has left or the client has gone (`cut`). `ms` are milliseconds since the headers were read. */
export function logRequest(req: IncomingMessage, res: ServerResponse, { id, log }: { id: string; log: Log }): void {
  const began = performance.now()
  const line = { id, method: req.method, path: loggedPath(req.url ?? '') }
  res.once('close', () => {
    const status = res.statusCode
    const fields = { ...line, status, ms: Math.round(performance.now() - began), cut: !res.writableFinished }
    if (status >= 500) log.error(fields, 'answered')
    else if (status >= 400) log.warn(fields, 'refused')
    else log.info(fields, 'answered')
  })
}

/** A customer's link opens their film: its token is a secret. */
function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  return path
    .replace(/^\/v\/[^/]+/, '/v/…')
    .replace(/[^\x20-\x7e…]/g, '?')
    .slice(0, 200)
}
