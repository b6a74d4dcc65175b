import type { BirthDate } from './birth-date.ts'
import { reduce, type Reduced } from './reduction.ts'

export const engineVersion = '1'

export type LifePath = Reduced & { method: 'vertical'; engineVersion: string }

/** Day + month + year, then reduced: the French « vertical » method (`numerology.md` §3). */
export function lifePath({ year, month, day }: BirthDate): LifePath {
  return { ...reduce(day + month + year), method: 'vertical', engineVersion }
}
