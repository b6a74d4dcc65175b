import pg from 'pg'

import type { Connection } from './database.ts'

const reopenMs = 5_000
const heartbeatMs = 10_000

/**
 * LISTEN on a connection of its own. A notification is a hint: it may be lost, and the sweep finds the row all the same.
 * A half-open connection gives no event, so it is asked every 10 s whether it is still there.
 */
export async function listenInbox(connection: Connection, wake: () => void): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | null = null
  let closed = false

  async function open(): Promise<void> {
    if (closed) return
    const next = new pg.Client({
      ...connection,
      application_name: 'recit-inbox',
      connectionTimeoutMillis: 2_000,
      query_timeout: 4_000,
    })
    next.on('error', () => undefined)
    next.on('end', () => {
      if (client === next) client = null
      setTimeout(() => void open(), reopenMs).unref()
    })
    next.on('notification', wake)
    await next
      .connect()
      .then(() => next.query('listen webhook_inbox'))
      .then(
        () => {
          client = next
        },
        () => next.end().catch(() => undefined),
      )
  }

  await open()
  const heartbeat = setInterval(() => {
    const asked = client
    asked?.query('select 1').catch(() => asked.end().catch(() => undefined))
  }, heartbeatMs)
  heartbeat.unref()

  return {
    async close() {
      closed = true
      clearInterval(heartbeat)
      await client?.end()
    },
  }
}
