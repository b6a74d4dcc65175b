/** Everything below the doors, opened in order and closed in reverse: database, archive, telephones, desk. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'

import pino, { type Logger } from 'pino'

import { createDesk, createNightDesk, type NightDesk } from '#app/desk/create-desk.ts'
import { usualPace, type DeskContext } from '#app/desk/context.ts'
import type { Desk } from '#app/desk/desk.ts'
import type { Env } from '#app/env.ts'
import { scrubbed } from '#app/gate/scrub.ts'
import { installQueue } from '#app/jobs/install-queue.ts'
import { startNightShift } from '#app/jobs/night-shift.ts'
import { openArchive, type Archive } from '#db/archive.ts'
import type { Connection, Patience } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { patientPool } from '#db/patient-pool.ts'
import { openPresence } from '#db/presence.ts'

import { readKeys, type Keys } from './keys.ts'
import { joinRehearsal, type Rehearsal } from './simulators.ts'
import { connectTelephones } from './telephones.ts'

export type DatabaseSeat = { connection: Connection; stop(): Promise<void> }

/** The database of `DATABASE_URL`; without it the embedded one, whose code is only loaded then. */
export async function seatDatabase(env: Env, role: 'web' | 'companion', log: Logger): Promise<DatabaseSeat> {
  if (env.databaseUrl !== null)
    return { connection: { connectionString: env.databaseUrl }, stop: () => Promise.resolve() }
  const { startEmbedded } = await import('#db/embedded/embedded.ts')
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  return startEmbedded({ dataDir: env.dataDir, role, log: (line, detail) => log.info(detail ?? {}, line) })
}

export const createLogger = (env: Env): Logger =>
  pino({ level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, scrubbed(process.stdout))

/** Opens the archive and brings its schema and the queue's up to date. Several processes may do so at once. */
export async function openMigrated(
  seat: DatabaseSeat,
  keys: Keys,
  log: Logger,
  patience: Patience = 'page',
): Promise<Archive> {
  const onError = (error: Error) => log.warn({ error: error.message }, 'database connection lost')
  const settings = { connection: seat.connection, masterKey: keys.masterKey, onError }
  const builder = openArchive({ ...settings, patience: 'long', max: 2 })
  try {
    await installQueue(builder.database.pool)
    const done = await migrate(builder.database)
    if (done.length > 0) log.info({ migrations: done }, 'schema brought up to date')
  } finally {
    await builder.close()
  }
  return openArchive({ ...settings, patience })
}

export type House = {
  env: Env
  keys: Keys
  log: Logger
  archive: Archive
  context: DeskContext
  desk: Desk
  rehearsal: Rehearsal | null
  /** The night shift, in this process. */
  workNights(): Promise<{ stop(): Promise<void> }>
  close(): Promise<void>
}

/** What a fault test changes in the desk's surroundings: crash points, a quicker pace, a telephone of its own. */
export type ContextChange = (context: DeskContext) => DeskContext

export async function openHouse(
  env: Env,
  role: 'web' | 'companion',
  change: ContextChange = (context) => context,
): Promise<House> {
  const log = createLogger(env)
  const keys = readKeys(env)
  const seat = await seatDatabase(env, role, log)
  const archive = await openMigrated(seat, keys, log)
  const rehearsal = env.demo.openai || env.demo.heygen ? await joinRehearsal(env.dataDir) : null
  const { telephones, presenter } = await connectTelephones(env, rehearsal?.url ?? null)
  const context = change({
    archive,
    telephones,
    settings: { presenter, fourEyes: env.fourEyes, webhookSecrets: [...keys.webhookSecrets], pace: usualPace },
    clock: Date.now,
    ids: randomUUID,
    log,
    mayCall: () => true,
    at: () => undefined,
  })
  return {
    env,
    keys,
    log,
    archive,
    context,
    desk: createDesk(context),
    rehearsal,
    workNights: () => workNights(context, seat.connection, log),
    async close() {
      await rehearsal?.close()
      await telephones.storage.close()
      await archive.close()
      await seat.stop()
    },
  }
}

async function workNights(
  context: DeskContext,
  connection: Connection,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const onError = (error: Error) => log.warn({ error: error.message }, 'presence lost')
  const presence = openPresence(connection, onError)
  const desk: NightDesk = createNightDesk({ ...context, mayCall: presence.alive })
  const pool = patientPool(context.archive.database.pool)
  const shift = await startNightShift({ pool, desk, presence, log })
  return {
    async stop() {
      await shift.stop()
      await presence.close()
    },
  }
}
