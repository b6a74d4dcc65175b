/** Forward only; names are for ever. */
import type { Migration, MigrationProvider } from 'kysely/migration'

import * as createLog from './2026_11_23_01_create_log.ts'
import * as createView from './2026_11_23_02_create_view.ts'
import * as createAppend from './2026_11_23_03_create_append.ts'
import * as createInboxAndStaff from './2026_11_23_04_create_inbox_and_staff.ts'
import * as addMemories from './2026_11_23_05_add_memories.ts'
import * as createScriptTable from './2026_11_23_06_create_script_table.ts'

const migrations: Record<string, Migration> = {
  '2026_11_23_01_create_log': createLog,
  '2026_11_23_02_create_view': createView,
  '2026_11_23_03_create_append': createAppend,
  '2026_11_23_04_create_inbox_and_staff': createInboxAndStaff,
  '2026_11_23_05_add_memories': addMemories,
  '2026_11_23_06_create_script_table': createScriptTable,
}

export const migrationProvider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) }
