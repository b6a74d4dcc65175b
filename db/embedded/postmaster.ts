/** What `postmaster.pid` says, and whether to believe it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Place } from './place.ts'

export type Postmaster = { pid: number; socketDir: string }

/** The Postgres « port » is only a part of the socket's file name: nothing listens on the network. */
export const port = 5432

/** The server that its own file names, alive or dead; null if there is none, or if the file came with a copied folder. */
export function readPostmaster({ cluster }: Place): Postmaster | null {
  const [pid, folder, , , socketDir = ''] = readText(pidFile(cluster)).split('\n')
  return folder === cluster && Number(pid) > 0 ? { pid: Number(pid), socketDir } : null
}

/** The file's pid may be a zombie's, or after a reboot anybody's: only a process that names our cluster is our server. */
export function isRunning(postmaster: Postmaster | null, { cluster }: Place): boolean {
  return postmaster !== null && commandLine(postmaster.pid).includes(cluster)
}

/**
 * Removes what a killed server left behind. Postgres itself would trust any living process of that pid and refuse to
 * start. Its last guard stays: shared memory still in use by an old backend, found by the folder's inode.
 */
export function forgetDeadPostmaster({ cluster }: Place, socketDir: string): void {
  rmSync(pidFile(cluster), { force: true })
  rmSync(join(socketDir, `.s.PGSQL.${port}`), { force: true })
  rmSync(join(socketDir, `.s.PGSQL.${port}.lock`), { force: true })
}

/** A process's command line; empty when it is gone or a zombie. */
export function commandLine(pid: number): string {
  if (existsSync('/proc/self/cmdline')) return readText(`/proc/${pid}/cmdline`)
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
}

/** Its first and last act: Postgres removes the file when it has stopped. */
export function hasPidFile({ cluster }: Place): boolean {
  return existsSync(pidFile(cluster))
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
