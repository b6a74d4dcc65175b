/** Processes of the house, started for a figure and ended by their own pid. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const root = resolve(import.meta.dirname, '../..')

/** `port`: where it listens. */
export type Running = { child: ChildProcess; pid: number; port: number; origin: string; stop(): Promise<void> }

/** Every vendor's key is emptied: a `.env` of the developer must not make a bench call the real ones. */
const demonstration = {
  ...{ APP_ORIGIN: '', HOST: '127.0.0.1', SESSION_SECRET: '', MASTER_KEY: '', DATABASE_URL: '', FOUR_EYES: '' },
  ...{ ADMIN_EMAIL: '', ADMIN_PASSWORD: '', AUDITOR_EMAIL: '', AUDITOR_PASSWORD: '' },
  ...{ OPENAI_API_KEY: '', OPENAI_BASE_URL: '', HEYGEN_API_KEY: '', HEYGEN_BASE_URL: '', HEYGEN_WEBHOOK_SECRET: '' },
}

/** Runs a command in the house's folder, in demonstration, until it answers on its port. */
export async function run(command: string, args: string[], env: Record<string, string>): Promise<Running> {
  const port = await freePort()
  const child = spawn(command, args, {
    cwd: root,
    env: environment(port, env),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${command} ${args.join(' ')} ended:\n${words}`)
    await pause(5)
  }
  return { child, pid: child.pid ?? 0, port, origin: `http://127.0.0.1:${port}`, stop }
}

function environment(port: number, env: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_ENV } = process.env
  return { PATH, HOME, NODE_ENV, ...demonstration, ...env, PORT: String(port) }
}

/** Whether `/` is answered with 200. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ port, host: '127.0.0.1', path: '/', agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
