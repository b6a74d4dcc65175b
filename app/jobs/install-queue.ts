import { runMigrations, type RunnerOptions } from 'graphile-worker'

export type Pool = NonNullable<RunnerOptions['pgPool']>

/** Creates or upgrades graphile-worker's own schema. `append_facts` calls its `add_job`. */
export async function installQueue(pgPool: Pool): Promise<void> {
  await runMigrations({ pgPool })
}
