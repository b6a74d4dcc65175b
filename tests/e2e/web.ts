/**
 * A whole Récit for the browser: the process that `npm start` ends up in, in demonstration mode, on a database of its own,
 * joined to simulators that the test steers (`web.simulators.openai.plan([...])`).
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

import { createTestDesk, staff, webhookSecret, type TestDesk } from '../setup/desk.ts'

export type Web = TestDesk & {
  origin: string
  /** Ends the process with SIGTERM, and gives its exit code. */
  stop(): Promise<number | null>
}

const root = resolve(import.meta.dirname, '../..')

export async function startWeb(): Promise<Web> {
  const desk = await createTestDesk({ renderMs: 2_000 })
  const dataDir = mkdtempSync(join(tmpdir(), 'recit-web-'))
  // Where it finds somebody playing on this port, the app joins instead of playing the vendors itself.
  mkdirSync(join(dataDir, 'demo'))
  writeFileSync(join(dataDir, 'demo/port'), new URL(desk.simulators.url).port)
  const child = spawn(process.execPath, [join(root, 'server.ts')], {
    cwd: root,
    env: environment(desk, dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = `http://127.0.0.1:${await portOf(child)}`
  desk.simulators.heygen.setWebhook({ url: `${origin}/api/webhook/heygen`, secret: webhookSecret })
  return {
    ...desk,
    origin,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        // A script that is being written would else be waited for.
        await Promise.all([once(child, 'exit'), desk.simulators.close()])
      }
      await desk.close()
      rmSync(dataDir, { recursive: true, force: true })
      return child.exitCode
    },
  }
}

/** Every vendor's key is emptied: a `.env` of the developer must not make a test call the real ones. */
function environment({ database }: TestDesk, dataDir: string): NodeJS.ProcessEnv {
  const { user, port, host, database: name } = database.connection
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    APP_ORIGIN: '',
    DATA_DIR: dataDir,
    DATABASE_URL: `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`,
    MASTER_KEY: database.masterKey.toString('hex'),
    SESSION_SECRET: '',
    ADMIN_EMAIL: staff.admin.email,
    ADMIN_PASSWORD: staff.admin.password,
    AUDITOR_EMAIL: staff.auditor.email,
    AUDITOR_PASSWORD: staff.auditor.password,
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    HEYGEN_API_KEY: '',
    HEYGEN_BASE_URL: '',
    HEYGEN_WEBHOOK_SECRET: webhookSecret,
    WORKER: 'inline',
    FOUR_EYES: 'off',
    LOG_LEVEL: 'error',
  }
}

/** The greeting names the port; an end before it is a failed start, whose words are on stderr. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    if (child.stdout === null) throw new Error('no stdout')
    child.once('exit', (code) => failed(new Error(`the app ended with ${code} before it listened`)))
    createInterface(child.stdout).on('line', (line) => {
      const port = /Récit est ouvert.*:(\d+)$/.exec(line)?.[1]
      if (port !== undefined) found(port)
      else if (line.startsWith('{')) console.error(line)
    })
  })
}
