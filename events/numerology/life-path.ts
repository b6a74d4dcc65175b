import type { BirthDate } from './birth-date.ts'
import { digitSum, reduce, type Reduced } from './reduction.ts'
import type { LifePathMethod } from './sheet-schema.ts'

/** Raised with every change of a rule, and written into each fact. '1' knew the vertical life path alone. */
export const engineVersion = '2'

export type LifePath = Reduced & { method: LifePathMethod; engineVersion: string }

/** Chemin de vie, by the French method if none is named (`numerology.md` §3, §4.1). */
export function lifePath(birth: BirthDate, method: LifePathMethod = 'vertical'): LifePath {
  return { ...reduce(totals[method](birth)), method, engineVersion }
}

/** What each method adds up before it reduces. */
const totals: Record<LifePathMethod, (birth: BirthDate) => number> = {
  vertical: ({ day, month, year }) => day + month + year,
  horizontal: ({ day, month, year }) => digitSum(day) + digitSum(month) + digitSum(year),
  components: ({ day, month, year }) => reduce(day).value + reduce(month).value + reduce(year).value,
}
