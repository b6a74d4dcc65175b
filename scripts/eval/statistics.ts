/** What few numbers allow one to say. */

export type Share = { count: number; of: number }
export type Interval = [low: number, high: number]

/** Two-sided 95 %. */
const z = 1.959964

/**
 * Wilson's score interval of a share, in 0…1; null where there is nothing to share. Unlike the usual ± it stays true for
 * twenty scripts of which all, or none, are good (Wilson 1927).
 */
export function wilson({ count, of }: Share): Interval | null {
  if (of === 0) return null
  const share = count / of
  const centre = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

/** The interval of `after` minus `before`, made of Wilson's two (Newcombe 1998, method 10, for independent samples). */
export function differenceInterval(before: Share, after: Share): Interval | null {
  const [one, two] = [wilson(before), wilson(after)]
  if (!one || !two) return null
  const [was, is] = [before.count / before.of, after.count / after.of]
  const difference = is - was
  return [difference - Math.hypot(is - two[0], one[1] - was), difference + Math.hypot(two[1] - is, was - one[0])]
}

/** Between two values the way is straight; null of nothing. `at` is 0…1. */
export function quantile(values: readonly number[], at: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * at
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
