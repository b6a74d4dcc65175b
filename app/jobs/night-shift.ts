/**
 * The night shift: graphile-worker for the effects, and three rounds: the jobs of dead workers are freed, the inbox is
 * swept, what was lost is added again. Delivery is at least once; every desk verb it calls may be repeated.
 */
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

import { Logger, run, type Task, type WorkerEvents } from 'graphile-worker'

import type { NightDesk } from '#app/desk/create-desk.ts'

import { archive } from './archive.ts'
import { film } from './film.ts'
import type { Pool } from './install-queue.ts'
import { createRound, type Round } from './round.ts'
import { watch } from './watch.ts'
import { write } from './write.ts'

/** Who is alive among the workers (`db/presence.ts`). */
type Presence = { hold(workerIds: string[]): Promise<void>; freeTheDead(): Promise<string[]> }
type Log = { info(detail: object, line: string): void; warn(detail: object, line: string): void }

export type NightShiftOptions = {
  pool: Pool
  desk: NightDesk
  presence: Presence
  log: Log
  concurrency?: number
  rounds?: { freeMs: number; inboxMs: number; reconcileMs: number }
}

const usualRounds = { freeMs: 2_000, inboxMs: 1_000, reconcileMs: 60_000 }
/** How long a stop waits for calls under way; what is not done by then is left to the next start. */
const patienceMs = 8_000

export async function startNightShift(options: NightShiftOptions): Promise<{ stop(): Promise<void> }> {
  const { pool, desk, presence, log, concurrency = 6, rounds = usualRounds } = options
  const workerIds: string[] = []
  let stopping = false
  const events: WorkerEvents = new EventEmitter()
  // graphile 0.18 locks jobs in the name of the pool; its workers' own ids are nowhere in the database.
  events.on('pool:create', ({ workerPool }) => workerIds.push(workerPool.id))
  let present: Promise<void> = Promise.resolve()

  const onDuty =
    (task: Task): Task =>
    (payload, helpers) =>
      present.then(() => task(payload, helpers))
  const runner = await run({
    pgPool: pool,
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    parsedCronItems: [],
    events,
    logger: quiet(log),
    gracefulShutdownAbortTimeout: patienceMs,
    taskList: {
      write: onDuty(write(desk)),
      film: onDuty(film(desk)),
      watch: onDuty(watch(desk)),
      archive: onDuty(archive(desk)),
    },
  })
  present = presence.hold(workerIds)
  await present

  const all: Round[] = [
    createRound('free the dead', rounds.freeMs, log, async () => {
      const dead = await presence.freeTheDead()
      if (dead.length > 0) log.warn({ dead }, 'jobs of dead workers freed')
    }),
    createRound('inbox', rounds.inboxMs, log, async () => {
      while (!stopping && (await desk.decideDeliveries()) > 0);
    }),
    createRound('reconcile', rounds.reconcileMs, log, async () => void (await desk.reconcile())),
  ]

  return {
    async stop() {
      stopping = true
      const rounds = Promise.all(all.map((round) => round.stop()))
      // First of all no new job; what is under way after the patience is left to the next start.
      const jobs = runner
        .stop()
        .catch((error: unknown) => log.warn({ error: String(error) }, 'the night shift stopped with an error'))
      await Promise.race([Promise.all([jobs, rounds]), pause(patienceMs, undefined, { ref: false })])
    },
  }
}

/** graphile's own lines, at our levels; its messages name jobs and ids only. */
function quiet(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ queue: true }, message)
  })
}
