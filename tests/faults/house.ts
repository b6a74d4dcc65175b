/** A house to knock about: a data folder, a database, the simulators in a process of their own, and its environment. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type pg from 'pg'

import { preparePlace } from '#db/embedded/place.ts'
import { port as postgresPort, readPostmaster } from '#db/embedded/postmaster.ts'

import { killServer } from '../embedded/house.ts'
import { createTestDatabase } from '../setup/database.ts'
import { startChild, until, type Child } from './child.ts'
import { createLog } from './log.ts'
import { startRehearsal } from './rehearsal.ts'
import { createVisitor, type Visitor } from './visitor.ts'
import { whenDone } from './when-done.ts'

export type House = Awaited<ReturnType<typeof openHouse>>

/** `embedded`: the house's own, in its data folder. `shared`: a database on the tests' server, by DATABASE_URL. */
export type DatabaseKind = 'embedded' | 'shared' | pg.ClientConfig

const admin = { email: 'lea@recit.exemple', password: 'un mot de passe long' }

export async function openHouse(kind: DatabaseKind, settings: { renderMs?: number; webhooks?: boolean } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'recit-faults-'))
  const dataDir = join(dir, 'data')
  whenDone(async () => {
    await killServer(dataDir)
    rmSync(dir, { recursive: true, force: true })
  })
  const database = await databaseOf(kind, dataDir)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const webhookSecret = `whsec_${randomBytes(12).toString('hex')}`
  const webhook = settings.webhooks === false ? null : { url: `${origin}/api/webhook/heygen`, secret: webhookSecret }
  const rehearsal = await startRehearsal({ dir: join(dir, 'ledger'), renderMs: settings.renderMs ?? 300, webhook })
  const env = {
    ...{ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...database.env },
    ...{ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password },
    ...{ OPENAI_API_KEY: 'sk-faults', OPENAI_BASE_URL: `${rehearsal.url}/v1` },
    ...{ HEYGEN_AVATAR_ID: 'look_7c1f0e5b', HEYGEN_VOICE_ID: 'voice_fr_0192', HEYGEN_ENGINE: 'avatar_iv' },
    ...{ HEYGEN_API_KEY: 'faults', HEYGEN_BASE_URL: rehearsal.url, HEYGEN_WEBHOOK_SECRET: webhookSecret },
  }
  return {
    ...createLog(database.connection),
    ...{ dataDir, origin, port, env, rehearsal, webhookSecret },

    /** Runs a process with this environment, changed by `more`. */
    run: (args: string[], more: Record<string, string> = {}): Child => startChild(args, { ...env, ...more }),

    async startApp(options: string[] = [], more: Record<string, string> = {}): Promise<Child> {
      const app = startChild([join(import.meta.dirname, 'app-process.ts'), ...options], { ...env, ...more })
      await app.heard({ ready: true })
      return app
    },

    async startWorker(options: string[] = []): Promise<Child> {
      const worker = startChild([join(import.meta.dirname, 'worker-process.ts'), ...options], env)
      await worker.heard({ ready: true })
      return worker
    },

    /** An admin who has signed in. */
    async signIn(): Promise<Visitor> {
      const visitor = createVisitor(origin)
      const { status } = await visitor.send(await visitor.open('/login'), { action: '/login' }, admin)
      if (status !== 303) throw new Error(`signing in answered ${status}`)
      return visitor
    },
  }
}

/** The product's own entry has started: it greets whoever is in front of the terminal. */
export async function greeted(child: Child): Promise<void> {
  await until('the greeting', () => {
    if (!child.alive()) throw new Error(`it did not start:\n${child.said()}`)
    return child.said().includes('Récit est ouvert')
  })
}

async function databaseOf(kind: DatabaseKind, dataDir: string) {
  if (kind === 'embedded') return { env: {}, connection: () => embeddedConnection(dataDir) }
  if (kind !== 'shared') return { env: { DATABASE_URL: urlOf(kind) }, connection: () => kind }
  const { connection, drop } = await createTestDatabase()
  whenDone(drop)
  return { env: { DATABASE_URL: urlOf(connection) }, connection: () => connection }
}

function embeddedConnection(dataDir: string): pg.ClientConfig {
  const host = readPostmaster(preparePlace(dataDir))?.socketDir ?? '/nowhere'
  return { host, port: postgresPort, user: 'recit', database: 'postgres' }
}

function urlOf({ host = '', port, user, database }: pg.ClientConfig): string {
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

/** Free now, and the same over restarts of the app: HeyGen knows the address. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
