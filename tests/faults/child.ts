/** Real processes to start, speak with and kill; whatever is left alive is ended when the test file is done. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { Moment } from '#app/desk/context.ts'

import { whenDone } from './when-done.ts'

export type ToChild = { arm?: Moment; release?: Moment }
export type FromChild = { ready?: true; held?: Moment }

export type Child = {
  pid: number
  /** Everything on its stdout and stderr. */
  said(): string
  alive(): boolean
  tell(message: ToChild): void
  /** Resolves once it has said so over its channel. @throws when it ended before */
  heard(message: FromChild): Promise<void>
  signal(signal: NodeJS.Signals): void
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>
  /** `kill -9`. */
  kill(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

/** Runs `node …args` in the house's folder; of this process's environment only PATH reaches it. */
export function startChild(args: string[], env: Record<string, string>): Child {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const messages: string[] = []
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.on('message', (message) => messages.push(JSON.stringify(message)))
  const one = { pid: child.pid ?? 0, said: () => text, alive: () => isAlive(child) }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const started: Child = {
    ...one,
    ended,
    tell: (message) => void child.send(message),
    heard: (message) => until(JSON.stringify(message), () => messages.includes(JSON.stringify(message)) || failed(one)),
    signal: (signal) => void child.kill(signal),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
  whenDone(() => started.kill())
  return started
}

/** Waits until the answer is true. @throws naming what was waited for */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs: number = 25_000,
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain: ${what}`)
    await pause(20)
  }
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

function failed(child: Pick<Child, 'alive' | 'said'>): boolean {
  if (!child.alive()) throw new Error(`the process ended:\n${child.said()}`)
  return false
}
