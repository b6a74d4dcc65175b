/** Nothing waits for ever: each request that awaits an effect has a job for it. At start, then each minute. */
import { effects, type Effect } from '#events/machine.ts'

import { jobFor } from './act.ts'
import { instant, type DeskContext } from './context.ts'

const most = 1_000
const keysOfJobs = new Map(effects.map((effect) => [effect as string, jobFor(effect, '').key]))
/** How long what HeyGen said is kept once it is decided: long enough to look into a quarrel about a film. */
const deliveriesKeptMs = 30 * 24 * 3_600_000

/** A draft that nobody came back to is no longer anybody's wish. */
const draftsKeptMs = 30 * 24 * 3_600_000

/** @returns how many jobs had been lost. */
export async function reconcile(context: DeskContext): Promise<number> {
  const { archive, clock, log } = context
  const lost = await addLostJobs(context)
  await archive.foldCounts()
  const purged = await archive.purgeDeliveries(instant(clock() - deliveriesKeptMs), most)
  await archive.dropOldDrafts(instant(clock() - draftsKeptMs))
  if (lost > 0) log.warn({ lost }, 'jobs added again')
  if (purged > 0) log.info({ purged }, 'old deliveries purged')
  return lost
}

async function addLostJobs({ archive }: DeskContext): Promise<number> {
  let lost = 0
  for (const { id, awaits } of await archive.listWithoutJob(keysOfJobs, most)) {
    // Asked for again with the job: it may have come meanwhile.
    if (await archive.addMissingJob(jobFor(awaits as Effect, id))) lost += 1
  }
  return lost
}
