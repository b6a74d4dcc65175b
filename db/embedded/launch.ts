/** Starting the server process: in a session of its own, writing to its own log file. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'

import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { port } from './postmaster.ts'
import { commandFor, handOver, type Runner } from './privileges.ts'

/** `verdict` is null while the process lives or may be tried again, else why it will never start. */
export type Launch = { child: ChildProcess; isAlive(): boolean; verdict(): string | null }

const largestLogBytes = 10 * 1024 * 1024

const settings = {
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Neither asynchronous reads nor replication are worth their idle processes here.
  io_method: 'sync',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // DETAIL quotes the row that failed, and rows hold personal data.
  log_error_verbosity: 'terse',
}

/** An old backend may still hold the shared memory, or the dead server still look alive, for a second or so. */
const passing = /lock file "[^"]*" already exists|pre-existing shared memory block/

/** Launches the server. A Ctrl-C in the app's terminal does not reach it, and it outlives the app. */
export function launchServer(place: Place, binaries: Binaries, runner: Runner, socketDir: string): Launch {
  const { output, from } = openLog(place, runner)
  const { file, args, options } = commandFor(runner, binaries.postgres, serverArguments(place, socketDir))
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  let refused: string | null = null
  child.on('error', (error) => (refused = error.message))
  child.unref()
  return {
    child,
    isAlive: () => refused === null && child.exitCode === null && child.signalCode === null,
    verdict: () => refused ?? (child.exitCode === null ? null : fatalWords(place, from)),
  }
}

/** The last words of the server, for an error message. */
export function lastWords({ serverLog }: Place, from = 0): string {
  if (!existsSync(serverLog)) return ''
  return readFileSync(serverLog).subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n')
}

function serverArguments({ cluster }: Place, socketDir: string): string[] {
  // A quoted name: the setting is a list, and a folder's name may hold a comma.
  const sockets = `"${socketDir.replaceAll('"', '""')}"`
  const all = Object.entries({ ...settings, unix_socket_directories: sockets })
  return ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function openLog({ serverLog }: Place, runner: Runner): { output: number; from: number } {
  const size = statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLogBytes) renameSync(serverLog, `${serverLog}.1`)
  const output = openSync(serverLog, 'a', 0o600)
  handOver(runner, serverLog)
  return { output, from: size > largestLogBytes ? 0 : size }
}

function fatalWords(place: Place, from: number): string | null {
  const words = lastWords(place, from)
  return passing.test(words) ? null : words
}
