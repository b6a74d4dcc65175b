/** The night shift without its clock: takes the next job out of the queue, lets time pass until it is due, does it. */
import { sql } from 'kysely'

import { createNightDesk } from '#app/desk/create-desk.ts'
import { errandOf } from '#app/jobs/errand.ts'

import type { TestDesk } from '../setup/desk.ts'

export type Waiting = { task: 'write' | 'film' | 'watch' | 'archive'; runAt: Date; payload: Record<string, string> }

type Clockwork = Pick<TestDesk, 'context' | 'database' | 'time'>

export async function waitingJobs({ database }: Clockwork): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select t.identifier as task, j.run_at as "runAt", j.payload
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    order by j.run_at, j.id`.execute(database.archive.database.kysely)
  return rows
}

/** @returns what was done; null when nothing waits */
export async function workOnce(house: Clockwork): Promise<Waiting | null> {
  const job = await takeNext(house)
  if (!job) return null
  const { context, time } = house
  time.ahead += Math.max(0, job.runAt.getTime() - context.clock())
  const night = createNightDesk(context)
  const errand = errandOf(job.payload, { attempts: 1 })
  if (job.task === 'write') await night.write(errand, new AbortController().signal)
  else await night[job.task](errand)
  return job
}

/** @returns the tasks done, in order; @throws when it does not come to an end */
export async function workAll(house: Clockwork, most = 40): Promise<string[]> {
  const did: string[] = []
  for (let job = await workOnce(house); job; job = await workOnce(house)) {
    did.push(job.task)
    if (did.length > most) throw new Error(`still busy after ${did.join(', ')}`)
  }
  return did
}

async function takeNext({ database }: Clockwork): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    with next as (
      delete from graphile_worker._private_jobs where id = (
        select id from graphile_worker._private_jobs order by run_at, id limit 1)
      returning task_id, run_at, payload)
    select t.identifier as task, n.run_at as "runAt", n.payload
    from next n join graphile_worker._private_tasks t on t.id = n.task_id`.execute(database.archive.database.kysely)
  return rows[0]
}
