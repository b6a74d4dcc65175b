/** The whole run: so many scripts, so many at a time. */
import { createHash } from 'node:crypto'

import type { OpenAiTelephone } from '#app/lib/openai.ts'
import { instructions } from '#app/lib/script-instructions.ts'
import { linterVersion } from '#events/lint/finding.ts'
import { engineVersion } from '#events/numerology/life-path.ts'

import { assignmentFor } from './assignment.ts'
import { people, take } from './people.ts'
import type { Result, Run } from './run.ts'
import { writeOne } from './write-one.ts'

export type Plan = {
  telephone: OpenAiTelephone
  /** Of the API, for the head of the report. */
  host: string
  simulated: boolean
  n: number
  concurrency: number
  /** ISO 8601. */
  startedAt: string
  signal: AbortSignal
  /** Each result as it comes. */
  onResult?: (result: Result, done: number) => void
}

/** Ends early when `signal` fires, with what there is. */
export async function writeAll(plan: Plan): Promise<Run> {
  const slots = take(plan.n).map((person, index) => ({
    assignment: assignmentFor(person),
    round: 1 + Math.floor(index / people.length),
    result: null as Result | null,
  }))
  const waiting = slots.values()
  let [done, cutOff] = [0, 0]
  async function work() {
    for (const slot of waiting) {
      if (plan.signal.aborted) return
      slot.result = await writeOne(plan.telephone, { ...slot, signal: plan.signal })
      if (slot.result) plan.onResult?.(slot.result, (done += 1))
      else cutOff += 1
    }
  }
  await Promise.all(Array.from({ length: plan.concurrency }, work))
  return { ...headOf(plan), cutOff, results: slots.flatMap(({ result }) => result ?? []) }
}

function headOf({ telephone, host, simulated, n, startedAt }: Plan): Omit<Run, 'cutOff' | 'results'> {
  const { model, promptVersion } = telephone
  return {
    ...{ format: 1, startedAt, model, host, simulated, n },
    ...{ promptVersion, instructionsHash: createHash('sha256').update(instructions).digest('hex') },
    ...{ engineVersion, linterVersion },
  }
}
