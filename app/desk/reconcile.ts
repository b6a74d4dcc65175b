/** Nothing waits for ever: each request that awaits an effect has a job for it. At start, then each minute. */
import { effects, type Effect } from '#events/machine.ts'

import { jobFor } from './act.ts'
import type { DeskContext } from './context.ts'

const most = 1_000

/** @returns how many jobs had been lost. */
export async function reconcile({ archive, log }: DeskContext): Promise<number> {
  let lost = 0
  for (const { id, awaits } of await archive.listAwaiting(most)) {
    if (isEffect(awaits) && (await archive.addMissingJob(jobFor(awaits, id)))) lost += 1
  }
  await archive.foldCounts()
  if (lost > 0) log.warn({ lost }, 'jobs added again')
  return lost
}

const isEffect = (name: string | null): name is Effect => effects.some((effect) => effect === name)
