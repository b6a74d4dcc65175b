/** A database of its own for a test file, copied from the migrated template. */
import { randomBytes } from 'node:crypto'

import pg from 'pg'
import { inject } from 'vitest'

import { openArchive, type Archive } from '#db/archive.ts'

export type TestDatabase = {
  connection: { host: string; port: number; user: string; database: string }
  archive: Archive
  masterKey: Buffer
  drop(): Promise<void>
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const database = `test_${randomBytes(8).toString('hex')}`
  await once(server, `create database ${database} template recit_template`)
  const connection = { ...server, database }
  const masterKey = randomBytes(32)
  const archive = openArchive({ connection, masterKey, onError: () => undefined })
  return {
    connection,
    archive,
    masterKey,
    async drop() {
      await archive.close()
      await once(server, `drop database if exists ${database} with (force)`)
    },
  }
}

/** A template can be copied by one at a time: the lock queues the test files. */
async function once(server: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7299)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
