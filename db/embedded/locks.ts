/** Who is in the house: advisory locks of the session, freed by the server when their holder dies. */
import { setTimeout as pause } from 'node:timers/promises'

import type { Client } from 'pg'

const lockSpace = 7203
const presence = 1
const webRole = 2
const webPatienceMs = 5_000

/** Every process of the house holds this one, shared. */
export async function enter(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', [lockSpace, presence])
}

/**
 * Only one web app per folder. A crashed one's lock is free as soon as its connection has ended, hence the patience.
 * @returns false if another app kept it for five seconds
 */
export async function claimWebRole(client: Client, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + webPatienceMs
  for (;;) {
    if (await tryLock(client, webRole)) return true
    if (performance.now() > deadline) return false
    await pause(100, undefined, { signal })
  }
}

/** Gives every lock back, and tells whether nobody else is left. To be asked under the start lock, else both would leave. */
export async function leaveAsLast(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_all()')
  return await tryLock(client, presence)
}

async function tryLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    lockSpace,
    lock,
  ])
  return rows[0]?.held === true
}
