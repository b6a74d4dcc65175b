/**
 * Who is alive: every process holds one advisory lock for each of its workers, on a connection of its own. The locks of
 * a killed process are free at once, so that its jobs can be taken up within seconds instead of graphile's four hours.
 */
import pg from 'pg'

import type { Connection } from './database.ts'

const lockSpace = 7202
/** An answer older than this says nothing of today: a line can be dead without an error. */
const freshMs = 6_000

export type Presence = {
  /** Takes the locks of these workers, now and after every reconnect. */
  hold(workerIds: string[]): Promise<void>
  /** Still holding them all, by an answer of the last seconds. Without, no new paid call. */
  alive(): boolean
  /** Frees the jobs of every worker whose lock nobody holds; renews what `alive` says. @returns the ids of those workers */
  freeTheDead(): Promise<string[]>
  close(): Promise<void>
}

/** @param onError told of a lost line; it is opened again by the next `freeTheDead`. */
export function openPresence(connection: Connection, onError: (error: Error) => void): Presence {
  const held: string[] = []
  let client: pg.Client | null = null
  let answeredAt = -Infinity
  let closed = false

  /** Runs on the line, opened if need be. A failure closes it: what it held is free for whoever comes, us included. */
  async function onLine<T>(work: (line: pg.Client) => Promise<T>): Promise<T> {
    const line = client ?? newLine()
    try {
      if (line !== client) {
        await line.connect()
        await takeLocks(line, held)
        client = line
      }
      const result = await work(line)
      answeredAt = performance.now()
      return result
    } catch (error) {
      lose(line)
      throw error
    }
  }

  function newLine(): pg.Client {
    const timeouts = { connectionTimeoutMillis: 2_000, query_timeout: 4_000 }
    const line = new pg.Client({ ...connection, ...timeouts, application_name: 'recit-presence', keepAlive: true })
    line.on('error', (error) => {
      if (client === line && !closed) onError(error)
      lose(line)
    })
    line.on('end', () => lose(line))
    return line
  }

  function lose(line: pg.Client): void {
    if (client === line) client = null
    // Not a polite good-bye: a line that does not answer would never say it, and keep its locks for as long.
    line.connection.stream.destroy()
  }

  return {
    async hold(workerIds) {
      held.push(...workerIds)
      await onLine((line) => takeLocks(line, workerIds))
    },
    alive: () => client !== null && performance.now() - answeredAt < freshMs,
    freeTheDead: () => onLine(freeTheDead),
    async close() {
      closed = true
      await client?.end()
    },
  }
}

/** Never waits: a lock that somebody still holds, say our own lost session, is asked for again by the next round. */
async function takeLocks(line: pg.Client, workerIds: readonly string[]): Promise<void> {
  const text =
    'select coalesce(bool_and(pg_try_advisory_lock($1, hashtext(id))), true) as held from unnest($2::text[]) id'
  const { rows } = await line.query<{ held: boolean }>(text, [lockSpace, workerIds])
  if (rows[0]?.held !== true) throw new Error('another session holds the lock of a worker of this process')
}

async function freeTheDead(line: pg.Client): Promise<string[]> {
  const { rows } = await line.query<{ worker: string }>(deadWorkers, [lockSpace])
  const dead = rows.map((row) => row.worker)
  if (dead.length > 0) await line.query('select graphile_worker.force_unlock_workers($1)', [dead])
  return dead
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
