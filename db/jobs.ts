/** What the archive asks of graphile-worker's tables: which jobs were lost, and adding them. */
import { sql } from 'kysely'

import type { Database } from './database.ts'
import type { Job } from './log.ts'

export function createJobs({ kysely }: Database) {
  return {
    /** Adds the job unless one with its key waits or runs. @returns whether it was added */
    async addMissingJob({ task, key, payload, runAt }: Job): Promise<boolean> {
      const { rows } = await sql`
        select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key => ${key},
          run_at => ${runAt}::timestamptz, max_attempts => 25)
        where not exists (select 1 from graphile_worker.jobs where key = ${key} and attempts < max_attempts)`.execute(
        kysely,
      )
      return rows.length > 0
    },

    async pingJobs(): Promise<boolean> {
      return sql`select 1 from graphile_worker.jobs limit 1`.execute(kysely).then(
        () => true,
        () => false,
      )
    },

    /** Adds the job or moves it to another time. */
    async scheduleJob({ task, key, payload, runAt }: Job): Promise<void> {
      await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key => ${key},
        run_at => ${runAt}::timestamptz, max_attempts => 25)`.execute(kysely)
    },
  }
}
