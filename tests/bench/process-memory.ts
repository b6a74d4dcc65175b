/** Processes and their memory, as /proc of Linux tells. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** These and all that they started, parents first; without one of them and what that one started. */
export function withDescendants(pids: readonly number[], without?: number): number[] {
  return pids.filter((pid) => pid !== without).flatMap((pid) => [pid, ...withDescendants(childrenOf(pid), without)])
}

function childrenOf(pid: number): number[] {
  return allPids().filter((one) => parentOf(one) === pid)
}

/** Bytes. Memory that several processes share counts once, split between them (PSS). */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + proportionalBytes(pid), 0)
}

/** None where there is no /proc. */
function allPids(): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** The name in brackets may hold anything; the parent is the second field after it. */
function parentOf(pid: number): number {
  const stat = readIfThere(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function proportionalBytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
}

/** A process may end between being listed and being read. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
