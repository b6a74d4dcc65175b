/** `npm start` as a person runs it, on data that exists: how soon there is a page, and the memory of all its processes at rest. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { database, superuser } from '#db/embedded/cluster.ts'
import { preparePlace } from '#db/embedded/place.ts'
import { port as postgresPort, readPostmaster, type Postmaster } from '#db/embedded/postmaster.ts'

import type { Place } from './place.ts'
import { memoryOf, withDescendants } from './process-memory.ts'
import { run, type Running } from './processes.ts'
import { held, megabytes, print, seconds } from './report.ts'
import { median } from './rounds.ts'

const starts = 3
const restMs = 10_000

export async function benchStart(place: Place): Promise<void> {
  const dataDir = join(place.dir, 'home')
  await opened(dataDir, () => samplesAreDone(dataDir))
  const times: number[] = []
  for (let n = 1; n <= starts; n += 1) {
    const began = performance.now()
    await opened(dataDir, async (house) => {
      times.push((performance.now() - began) / 1000)
      if (n === starts) await weigh(house, dataDir)
    })
  }
  print('npm start, on existing data', [held('first page', median(times), { most: 3 }, seconds)])
}

async function opened(dataDir: string, act: (house: Running) => Promise<void>): Promise<void> {
  const house = await run('npm', ['start'], { DATA_DIR: dataDir })
  try {
    await act(house)
  } finally {
    await stop(house, dataDir)
  }
}

/** The signal goes to the house itself: npm waits for it, and ends with it. */
async function stop(house: Running, dataDir: string): Promise<void> {
  const app = processesOf(house, dataDir).app.at(-1)
  if (app === undefined) return house.stop()
  process.kill(app, 'SIGTERM')
  while (house.child.exitCode === null && house.child.signalCode === null) await pause(20)
}

/** Postgres is the app's child, in a session of its own. */
function processesOf({ pid }: Running, dataDir: string) {
  const postmaster = postmasterOf(dataDir).pid
  return { postgres: withDescendants([postmaster]), app: withDescendants([pid], postmaster) }
}

async function weigh(house: Running, dataDir: string): Promise<void> {
  if (process.platform !== 'linux') return print('Memory at rest', [{ what: 'left out: needs /proc of Linux' }])
  await pause(restMs)
  const { app, postgres } = processesOf(house, dataDir)
  const [ours, theirs] = [memoryOf(app), memoryOf(postgres)]
  print('Memory of all that npm start runs, at rest', [
    { what: `npm and the app (${app.length} processes)`, figure: megabytes(ours) },
    { what: `Postgres (${postgres.length} processes)`, figure: megabytes(theirs) },
    held('together', ours + theirs, { most: 300_000_000 }, megabytes),
  ])
}

/** The six samples are in the house, and nothing more is awaited than an outcome that stays uncertain. */
async function samplesAreDone(dataDir: string): Promise<void> {
  const text =
    "select count(*)::int as n from book_requests where coalesce(awaits, 'watchSlowly') = 'watchSlowly' and version > 1"
  for (let quiet = 0; quiet < 3;) {
    await pause(1_000)
    const [row] = await ask<{ n: number }>(dataDir, text)
    quiet = row && row.n >= 5 ? quiet + 1 : 0
  }
}

async function ask<Row extends object>(dataDir: string, text: string): Promise<Row[]> {
  const host = postmasterOf(dataDir).socketDir
  const client = new pg.Client({ host, port: postgresPort, user: superuser, database })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

function postmasterOf(dataDir: string): Postmaster {
  const postmaster = readPostmaster(preparePlace(dataDir))
  if (!postmaster) throw new Error(`no Postgres in ${dataDir}`)
  return postmaster
}
