import { afterAll } from 'vitest'

const steps: (() => Promise<unknown>)[] = []

afterAll(async () => {
  for (const step of steps.toReversed()) await step()
})

/** Done once all tests of the file have ended, the last first; may be asked for from within a test. */
export function whenDone(step: () => Promise<unknown>): void {
  steps.push(step)
}
