/** Emmett's `appendToStream` beside our append: same database, same bodies, explicit versions on both sides. Installed on demand. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { factBody } from '#db/stored-fact.ts'

import { contender, whole } from './appenders.ts'
import { archiveOf, type Place } from './place.ts'
import { compared, perSecond, print } from './report.ts'
import { takeTurns, type Contender } from './rounds.ts'

type Event = { type: string; data: object }
type EventStore = {
  appendToStream(stream: string, events: Event[], options: { expectedStreamVersion: bigint }): Promise<unknown>
  schema: { migrate(): Promise<unknown> }
  close(): Promise<void>
}
type Emmett = { getPostgreSQLEventStore(connectionString: string): EventStore }

const folder = join(import.meta.dirname, 'emmett')
const entry = join(folder, 'node_modules/@event-driven-io/emmett-postgresql/dist/index.js')

export async function benchEmmett(place: Place): Promise<void> {
  if (!install()) {
    return print('Beside Emmett 0.42.0', [{ what: 'left out: no registry to install it from' }])
  }
  const { getPostgreSQLEventStore } = (await import(entry)) as Emmett
  const url = await place.createDatabase('emmett')
  const archive = archiveOf(url)
  const store = getPostgreSQLEventStore(url)
  try {
    await store.schema.migrate()
    for (const writers of [1, 8]) {
      const contenders = [await emmett(archive, store, writers), await whole(archive, writers, { name: 'whole' })]
      const { rate, ratio } = await takeTurns(contenders, { lanes: writers, rounds: 16, ms: 150 })
      print(`Beside Emmett 0.42.0, ${writers === 1 ? '1 writer' : `${writers} writers`}`, [
        { what: 'appendToStream', figure: perSecond(rate('emmett')) },
        compared('whole: chain and view', perSecond(rate('whole')), ratio('whole', 'emmett'), 'Emmett', { least: 1.8 }),
      ])
    }
  } finally {
    await store.close()
    await archive.close()
  }
}

function install(): boolean {
  if (existsSync(entry)) return true
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, timeout: 90_000 })
  return done.status === 0
}

/** Its streams begin empty; their versions count from 1, as ours do. */
async function emmett(archive: Parameters<typeof whole>[0], store: EventStore, lanes: number): Promise<Contender> {
  const reached = new Map<string, bigint>()
  return contender(archive, lanes, 'emmett', ({ stream, facts: [fact], key }) => async () => {
    if (!fact || !key) throw new Error('a fact and its key')
    const data = JSON.parse(factBody(fact.deed, { stream, id: fact.id }, key.clear)) as object
    const expectedStreamVersion = reached.get(stream) ?? 0n
    await store.appendToStream(stream, [{ type: fact.deed.type, data }], { expectedStreamVersion })
    reached.set(stream, expectedStreamVersion + 1n)
  })
}
