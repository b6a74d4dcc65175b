/** Contenders take turns, so that a slow minute of a shared machine falls on all of them; the median of their rounds counts. */
import type { Story } from '../setup/history.ts'

export type Contest = Record<string, (story: Story) => Promise<void>>

type Round = (name: string, act: (story: Story) => Promise<void>, until: () => number) => Promise<number>

/** Operations a second by contender. A first short round warms each up and is thrown away. */
export async function inRounds(contenders: Contest, { ms, n }: { ms: number; n: number }, run: Round): Promise<Record<string, number>> {
  const rates: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let round = 0; round <= n; round += 1) {
    for (const [name, act] of Object.entries(contenders)) {
      const began = performance.now()
      const end = began + (round === 0 ? ms / 3 : ms)
      const done = await run(name, act, () => end)
      if (round > 0) rates[name]?.push((done * 1000) / (performance.now() - began))
    }
  }
  return Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, median(all)]))
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
