/** Once for all tests: a real Postgres of their own with a migrated template, and the production build. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { installQueue } from '#app/jobs/install-queue.ts'
import { openDatabase } from '#db/database.ts'
import { startEmbedded } from '#db/embedded/embedded.ts'
import { migrate } from '#db/migrate.ts'

import { buildIfStale } from '../../scripts/build-if-stale.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; database: string }
  }
}

export const template = 'recit_template'

export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'recit-tests-'))
  const postgres = await startEmbedded({ dataDir, role: 'companion' })
  await makeTemplate(postgres.connection)
  project.provide('postgres', postgres.connection)
  // The browser and fault tests run what `npm start` serves.
  buildIfStale()
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function makeTemplate(connection: { host: string; port: number; user: string; database: string }) {
  const report = () => undefined
  const server = openDatabase(connection, report, { patience: 'long', max: 1 })
  await server.pool.query(`create database ${template}`)
  await server.close()
  const fresh = openDatabase({ ...connection, database: template }, report, { patience: 'long', max: 2 })
  await installQueue(fresh.pool)
  await migrate(fresh)
  await fresh.close()
}
