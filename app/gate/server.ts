/** Opening the door in the morning and closing it in the evening (security.md §2.2, §2.3). */
import { createServer, type RequestListener, type Server } from 'node:http'

/** Listens, with limits on how slowly a client may speak. Rejects when the address is taken. */
export function listen(app: RequestListener, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, app)
  server.maxConnections = 1_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

/**
 * Takes no new request, ends the long ones through `closeFirst` (live pages), waits for the others, and cuts what is left
 * after `ms` (10 s by default). Resolves to true when nothing had to be cut.
 */
export async function drain(
  server: Server,
  { closeFirst, ms = 10_000 }: { closeFirst: () => void; ms?: number },
): Promise<boolean> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  closeFirst()
  let cut = false
  // A connection that was busy when the server closed stays open as idle one: it is looked for again and again.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const hardStop = setTimeout(() => {
    cut = true
    server.closeAllConnections()
  }, ms)
  await closed
  clearInterval(sweep)
  clearTimeout(hardStop)
  return !cut
}
