/** Where the bench takes place: an embedded Postgres of its own in a temporary folder, and databases with our schema. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { installQueue } from '#app/jobs/install-queue.ts'
import { openArchive, type Archive } from '#db/archive.ts'
import { openDatabase, type Connection } from '#db/database.ts'
import { startEmbedded } from '#db/embedded/embedded.ts'
import { migrate } from '#db/migrate.ts'

export const masterKey = Buffer.alloc(32, 7)

export type Place = {
  /** A folder that goes when the bench does. */
  dir: string
  /** Makes a database with our schema. @returns its address */
  createDatabase(name: string): Promise<string>
  close(): Promise<void>
}

const forget = () => undefined

export async function openPlace(): Promise<Place> {
  const dir = mkdtempSync(join(tmpdir(), 'recit-bench-'))
  const postgres = await startEmbedded({ dataDir: dir, role: 'companion' })
  return {
    dir,
    async createDatabase(name) {
      await inDatabase(postgres.connection, ({ pool }) => pool.query(`create database ${name}`))
      const connection = { ...postgres.connection, database: name }
      await inDatabase(connection, async (database) => {
        await installQueue(database.pool)
        await migrate(database)
      })
      const { user, port, host } = connection
      return `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
    },
    async close() {
      await postgres.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function inDatabase(
  connection: Connection,
  act: (database: ReturnType<typeof openDatabase>) => Promise<unknown>,
) {
  const database = openDatabase(connection, forget, { patience: 'long', max: 2 })
  try {
    await act(database)
  } finally {
    await database.close()
  }
}

/** The archive of a database as the house opens it. */
export const archiveOf = (url: string): Archive =>
  openArchive({ connection: { connectionString: url }, masterKey, onError: forget })

/** The same, for filling it: commits that do not wait for the disk. */
export const fillingArchiveOf = (url: string): Archive =>
  openArchive({
    connection: { connectionString: `${url}&options=${encodeURIComponent('-c synchronous_commit=off')}` },
    ...{ masterKey, onError: forget, patience: 'long' },
  })
