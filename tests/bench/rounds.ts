/**
 * Contenders take turns in short rounds, so that a slow minute of a shared machine falls on all of them. What a round does
 * is prepared before its clock starts. A ratio is the median of the ratios within each round, a rate the median of all.
 */
export type Act = () => Promise<unknown>
export type Contender = {
  name: string
  /** `count` acts for one of the lanes that run at the same time, in their order. */
  prepare(count: number, lane: number): Act[] | Promise<Act[]>
}
export type Pace = { lanes: number; rounds: number; ms: number }

export type Turns = {
  /** Acts a second. */
  rate(name: string): number
  /** How many times as many acts a second as the other. */
  ratio(name: string, other: string): number
}

export async function takeTurns(contenders: readonly Contender[], { lanes, rounds, ms }: Pace): Promise<Turns> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  const rateOf = (name: string) => rates.get(name) ?? []
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const seen = rateOf(contender.name)
      const last = seen.at(-1)
      const count = last === undefined ? 20 : Math.max(5, Math.ceil((last * ms) / 1000 / lanes))
      const rate = await runRound(contender, lanes, count)
      // The first round only warms up, and tells how many acts make a round.
      if (round === 1) seen.length = 0
      seen.push(rate)
    }
  }
  return {
    rate: (name) => median(rateOf(name)),
    ratio: (name, other) => median(rateOf(name).map((rate, round) => rate / (rateOf(other)[round] ?? NaN))),
  }
}

async function runRound({ prepare }: Contender, lanes: number, count: number): Promise<number> {
  const work = await Promise.all(Array.from({ length: lanes }, (_, lane) => prepare(count, lane)))
  const began = performance.now()
  await Promise.all(
    work.map(async (acts) => {
      for (const act of acts) await act()
    }),
  )
  return (lanes * count * 1000) / (performance.now() - began)
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
