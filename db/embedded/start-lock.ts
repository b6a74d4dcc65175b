/** One process at a time starts or stops the server of a folder: a file, as Node has no `flock`. */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

import { commandLine } from './postmaster.ts'

const beatMs = 1_000
/** Longer than any pause of a living holder. Only a recycled pid, or one of another container, waits for it. */
const silenceMs = 10_000

type Sight = { token: string; mtimeMs: number; since: number }

/**
 * Runs `work` while holding the lock. A holder that was killed is recognised by its pid, or by its silence.
 * @returns what `work` returns, or null if the lock stayed taken for `patienceMs`
 */
export async function withStartLock<T>(
  file: string,
  patienceMs: number,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T | null> {
  const token = `${process.pid} ${process.hrtime.bigint()}`
  const held = await acquire(file, token, patienceMs, signal)
  if (held === null) return null
  const beat = setInterval(() => writeQuietly(held, token), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    closeSync(held)
    if ([token, ''].includes(readToken(file))) rmSync(file, { force: true })
  }
}

async function acquire(
  file: string,
  token: string,
  patienceMs: number,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const deadline = performance.now() + patienceMs
  let seen: Sight | null = null
  for (;;) {
    const held = create(file, token)
    if (held !== null) return held
    seen = look(file, seen)
    if (seen && isDead(seen)) breakLock(file, seen)
    if (performance.now() > deadline) return null
    await pause(20, undefined, { signal })
  }
}

function create(file: string, token: string): number | null {
  try {
    const held = openSync(file, 'wx', 0o600)
    writeQuietly(held, token)
    return held
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
}

/** A full disk must not end the app from within a timer; a lock without words is judged by its silence. */
function writeQuietly(held: number, token: string): void {
  try {
    writeSync(held, token, 0)
  } catch {
    return
  }
}

/** The wall clock may jump: a holder's silence is timed by whoever waits for it. */
function look(file: string, before: Sight | null): Sight | null {
  const mtimeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (mtimeMs === undefined) return null
  const token = readToken(file)
  const unchanged = before?.token === token && before.mtimeMs === mtimeMs
  return unchanged ? before : { token, mtimeMs, since: performance.now() }
}

function isDead({ token, since }: Sight): boolean {
  const pid = parseInt(token, 10)
  return (pid > 0 && commandLine(pid) === '') || isSilent(since)
}

function isSilent(since: number): boolean {
  return performance.now() - since > silenceMs
}

/** Two that wait may both find the holder dead: only one removes the lock, and never a newer one. */
function breakLock(file: string, { token, since }: Sight): void {
  const turn = `${file}.breaking`
  const mine = create(turn, token)
  if (mine === null && isSilent(since)) rmSync(turn, { force: true })
  if (mine === null) return
  closeSync(mine)
  if (readToken(file) === token) rmSync(file, { force: true })
  rmSync(turn, { force: true })
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
