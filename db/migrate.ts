import { Migrator } from 'kysely/migration'

import type { Database } from './database.ts'
import { migrationProvider } from './migrations/index.ts'

/** Brings the schema up to date; Kysely holds an advisory lock, so that several processes may start at once. */
export async function migrate({ kysely }: Database): Promise<string[]> {
  const migrator = new Migrator({ db: kysely, provider: migrationProvider })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}
