/**
 * Who is alive: every process holds one advisory lock for each of its workers, on a connection of its own. The locks of
 * a killed process are free at once, so that its jobs can be taken up within seconds instead of graphile's four hours.
 */
import pg from 'pg'

import type { Connection } from './database.ts'

const lockSpace = 7202

export type Presence = {
  /** Takes the locks of these workers, now and after every reconnect. */
  hold(workerIds: string[]): Promise<void>
  /** Still holding them. Without, no new paid call. */
  alive(): boolean
  /** Frees the jobs of every worker whose lock nobody holds. @returns the ids of those workers */
  freeTheDead(): Promise<string[]>
  close(): Promise<void>
}

/** @param onError told of a lost connection; it is opened again by the next `freeTheDead`. */
export function openPresence(connection: Connection, onError: (error: Error) => void): Presence {
  const held: string[] = []
  let client: pg.Client | null = null
  let closed = false

  async function connected(): Promise<pg.Client> {
    if (client) return client
    const next = new pg.Client({
      ...connection,
      application_name: 'recit-presence',
      connectionTimeoutMillis: 2_000,
      query_timeout: 4_000,
    })
    const lose = (error?: Error) => {
      if (client === next) client = null
      if (error && !closed) onError(error)
    }
    next.on('error', lose)
    next.on('end', () => lose())
    await next.connect()
    await lock(next, held)
    client = next
    return next
  }

  return {
    async hold(workerIds) {
      held.push(...workerIds)
      await lock(await connected(), workerIds)
    },
    alive: () => client !== null,
    async freeTheDead() {
      const line = await connected()
      const { rows } = await line.query<{ worker: string }>(deadWorkers, [lockSpace])
      const dead = rows.map((row) => row.worker)
      if (dead.length > 0) await line.query('select graphile_worker.force_unlock_workers($1)', [dead])
      return dead
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}

async function lock(client: pg.Client, workerIds: readonly string[]): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext(id)) from unnest($2::text[]) id', [lockSpace, workerIds])
}

/**
 * Workers that hold a job but no lock. A worker takes its lock a moment after its first job may have come: hence the
 * 3 s. `pg_locks` shows both halves of a lock unsigned.
 */
const deadWorkers = `
  with working as (
    select locked_by as worker from graphile_worker._private_jobs where locked_at < now() - interval '3 seconds'
    union select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '3 seconds')
  select worker from working w where worker is not null and not exists (
    select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = $1
      and l.database = (select oid from pg_database where datname = current_database())
      and l.objid::bigint = (hashtext(w.worker)::bigint & 4294967295))`
