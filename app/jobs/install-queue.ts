import { runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'

/** Creates or upgrades graphile-worker's own schema. `append_facts` calls its `add_job`. */
export async function installQueue(pgPool: Pool): Promise<void> {
  await runMigrations({ pgPool })
}
