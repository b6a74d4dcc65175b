/** A Postgres of the test's own that nobody keeps alive: it stops, dies, hangs and comes back when the test says so. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

import { findBinaries } from '#db/embedded/binaries.ts'
import { database, ensureCluster, superuser } from '#db/embedded/cluster.ts'
import { launchServer } from '#db/embedded/launch.ts'
import { preparePlace, prepareSocketDir } from '#db/embedded/place.ts'
import { forgetDeadPostmaster, port } from '#db/embedded/postmaster.ts'
import { chooseRunner, handOver } from '#db/embedded/privileges.ts'

import { until } from './child.ts'
import { whenDone } from './when-done.ts'

export type Cluster = Awaited<ReturnType<typeof createCluster>>

export async function createCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'recit-cluster-'))
  const place = preparePlace(join(folder, 'data'))
  const binaries = findBinaries()
  const runner = chooseRunner(binaries, place)
  await ensureCluster(place, binaries, runner)
  const socketDir = prepareSocketDir(place, [process.getuid?.() ?? 0, runner.account?.uid ?? 0])
  handOver(runner, socketDir)
  const connection = { host: socketDir, port, user: superuser, database }
  let pid = 0

  const cluster = {
    connection,

    async start(): Promise<void> {
      forgetDeadPostmaster(place, socketDir)
      pid = launchServer(place, binaries, runner, socketDir).child.pid ?? 0
      await until('the cluster', () => answers(connection))
    },

    /** `SIGQUIT` is Postgres's immediate stop: no goodbye, no checkpoint. `SIGKILL` goes to every process at once. */
    async end(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
      if (signal === 'SIGKILL') signalAll(pid, signal)
      else signalOne(pid, signal)
      await until('the cluster to be gone', () => !isThere(pid))
    },

    /** Connections stay open, and nobody answers. */
    hang: () => signalAll(pid, 'SIGSTOP'),
    goOn: () => signalAll(pid, 'SIGCONT'),
  }

  whenDone(async () => {
    if (pid !== 0 && isThere(pid)) await cluster.end('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  await cluster.start()
  return cluster
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function signalAll(pid: number, signal: NodeJS.Signals): void {
  for (const one of [pid, ...childrenOf(pid)]) signalOne(one, signal)
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself, its parent being dead.
  }
}

/** A zombie is gone: only its parent, this process, has not yet noticed. */
function isThere(pid: number): boolean {
  return !['', 'Z'].includes(stateOf(pid).state)
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && stateOf(pid).parent === parent)
}

function stateOf(pid: number): { state: string; parent: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, state = '', parent] = stat.slice(stat.lastIndexOf(')')).split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return { state: '', parent: 0 }
  }
}
