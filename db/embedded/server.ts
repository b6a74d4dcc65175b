/** The running server of a folder: adopted if there is one, started if not. */
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { findBinaries } from './binaries.ts'
import { checkVersion, database, ensureCluster, superuser } from './cluster.ts'
import { lastWords, launchServer, type Launch } from './launch.ts'
import { prepareSocketDir, type Place } from './place.ts'
import { forgetDeadPostmaster, hasPidFile, isRunning, port, readPostmaster, type Postmaster } from './postmaster.ts'
import { chooseRunner, handOver } from './privileges.ts'

export type Log = (line: string, detail?: object) => void

/** `lost` settles when the connection has ended, whoever ended it. */
export type Server = { postmaster: Postmaster; client: pg.Client; adopted: boolean; lost: Promise<void> }

/** Once our own server runs, its stop is quick; a long one goes on without us. */
const stopPatienceMs = 900

/**
 * Connects to the server of a folder, starting it if need be: to be called under the start lock. Waits for a server that
 * recovers or still shuts down; starts again where the dead one's remains were in the way.
 * @throws Error in French when it cannot start, or not within `timeoutMs`
 */
export async function reachServer(place: Place, timeoutMs: number, signal: AbortSignal): Promise<Server> {
  const deadline = performance.now() + timeoutMs
  checkVersion(place, findBinaries())
  let launch: Launch | null = null
  while (performance.now() < deadline) {
    const postmaster = readPostmaster(place)
    const reached = postmaster && (await connect(postmaster))
    if (reached) return { ...reached, postmaster, adopted: launch === null }
    const words = launch?.verdict()
    if (words)
      throw new Error(
        `La base embarquée ne démarre pas. Son journal, « ${place.serverLog} », se termine ainsi :\n${words}`,
      )
    if (!launch?.isAlive() && !isRunning(postmaster, place)) launch = await startServer(place)
    await pause(launch ? 20 : 100, undefined, { signal }).catch((error: unknown) => {
      if (launch?.isAlive()) launch.child.kill('SIGINT')
      throw error
    })
  }
  throw new Error(
    `La base embarquée n’a pas répondu en ${Math.round(timeoutMs / 1000)} s. Si elle se remet d’un arrêt brutal, relancez Récit dans un instant. Son journal, « ${place.serverLog} », se termine ainsi :\n${lastWords(place)}`,
  )
}

/**
 * Stops the server (« fast »: open transactions are rolled back, everything acknowledged is on the disk).
 * @returns false if it was still stopping after 0.9 s
 */
export async function stopServer(place: Place, { pid }: Postmaster): Promise<boolean> {
  const deadline = performance.now() + stopPatienceMs
  if (isRunning(readPostmaster(place), place)) process.kill(pid, 'SIGINT')
  while (hasPidFile(place)) {
    if (performance.now() > deadline) return false
    await pause(10)
  }
  return true
}

async function startServer(place: Place): Promise<Launch> {
  const binaries = findBinaries()
  const runner = chooseRunner(binaries, place)
  await ensureCluster(place, binaries, runner)
  const owners = [process.getuid?.(), runner.account?.uid].filter((uid) => uid !== undefined)
  const socketDir = prepareSocketDir(place, owners)
  handOver(runner, socketDir)
  forgetDeadPostmaster(place, socketDir)
  return launchServer(place, binaries, runner, socketDir)
}

async function connect({ socketDir }: Postmaster): Promise<Pick<Server, 'client' | 'lost'> | null> {
  // Without a host, `pg` would look for a server on the network.
  if (socketDir === '') return null
  const client = new pg.Client({
    host: socketDir,
    port,
    user: superuser,
    database,
    ssl: false,
    application_name: 'recit-presence',
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  })
  // An error without a listener would end the process; the end that follows it is what counts.
  client.on('error', () => undefined)
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  try {
    await client.connect()
    return { client, lost }
  } catch {
    return null
  }
}
