/** A data folder of its own for each test, and small apps to kill in it. Whatever is left alive is ended after the test. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'
import { afterEach } from 'vitest'

import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from '#db/embedded/embedded.ts'
import { preparePlace } from '#db/embedded/place.ts'
import { isRunning, readPostmaster } from '#db/embedded/postmaster.ts'

export type Said = { ready?: boolean; failed?: string; writer?: string; n?: number }
export type App = { child: ChildProcess; said: Said[]; opened: Promise<Said> }

const folders: string[] = []
const apps: App[] = []
const databases: EmbeddedDatabase[] = []

afterEach(async () => {
  for (const { child } of apps.splice(0)) await kill(child)
  for (const database of databases.splice(0)) await database.stop()
  for (const folder of folders.splice(0)) {
    for (const name of readdirSync(folder)) await killServer(join(folder, name))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A temporary folder; a data folder of a test is one of its direct children. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recit-embedded-'))
  folders.push(folder)
  return folder
}

export async function open(
  dataDir: string,
  role: EmbeddedOptions['role'] = 'companion',
  log?: EmbeddedOptions['log'],
): Promise<EmbeddedDatabase> {
  const database = await startEmbedded(log ? { dataDir, role, log } : { dataDir, role })
  databases.push(database)
  return database
}

/** Runs `app.ts`; `opened` is its first line: ready, or failed. */
export function startApp(dataDir: string, role: EmbeddedOptions['role'], writers = 0, options: SpawnOptions = {}): App {
  const args = [join(import.meta.dirname, 'app.ts'), dataDir, role, String(writers)]
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  const said: Said[] = []
  const opened = new Promise<Said>((resolve) => {
    if (child.stdout === null) throw new Error('no stdout')
    createInterface(child.stdout).on('line', (line) => {
      said.push(JSON.parse(line) as Said)
      if (said[0]) resolve(said[0])
    })
  })
  const app = { child, said, opened }
  apps.push(app)
  return app
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'close')
}

/** The pid of the server that runs on a folder; 0 if none does. */
export function serverPid(dataDir: string): number {
  const place = preparePlace(dataDir)
  const postmaster = readPostmaster(place)
  return postmaster && isRunning(postmaster, place) ? postmaster.pid : 0
}

/** Kills the server of a folder and every process it made. */
export async function killServer(dataDir: string): Promise<void> {
  const pid = serverPid(dataDir)
  if (pid === 0) return
  for (const each of [pid, ...childrenOf(pid)]) killQuietly(each)
  while (serverPid(dataDir) !== 0) await pause(10)
}

export async function query<Row extends pg.QueryResultRow>(
  { connection }: EmbeddedDatabase,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<Row>(sql).finally(() => client.end())
  return rows
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20)
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
  return pids.filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2])
  } catch {
    return 0
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself, its parent being dead.
  }
}
