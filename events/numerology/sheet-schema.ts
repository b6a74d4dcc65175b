/** The sheet of numbers as it is written into a fact: every number with its working (`numerology.md` §2, §4). */
import { z } from 'zod'

export const lifePathMethods = ['vertical', 'horizontal', 'components'] as const
export type LifePathMethod = (typeof lifePathMethods)[number]

const number = z.strictObject({
  value: z.int(),
  base: z.int(),
  path: z.array(z.int()),
  master: z.boolean(),
  debt: z.int().nullable(),
})

/** Null where the name is not written in Latin letters, or holds none: nothing is guessed at. */
const nameNumber = number.nullable()

export const nameWarnings = ['chiffre_ignore', 'signe_ignore'] as const
export type NameWarning = (typeof nameWarnings)[number]

/** The five numbers in which a karmic debt counts, in this order. */
export const debtPlaces = ['lifePath', 'expression', 'soulUrge', 'personality', 'birthday'] as const

export const sheetSchema = z.strictObject({
  engineVersion: z.string(),
  /** The method of the life path that the house uses; the debts and the ages rest on it. */
  method: z.enum(lifePathMethods),
  /** The day the personal year, month and day are of. */
  on: z.iso.date(),
  /** The letters counted: first names, a bar, birth name. */
  letters: z.string().nullable(),
  warnings: z.array(z.enum(nameWarnings)),
  /** Born before 1900. */
  oldDate: z.boolean(),
  lifePath: z.strictObject({ vertical: number, horizontal: number, components: number }),
  expression: nameNumber,
  soulUrge: nameNumber,
  personality: nameNumber,
  active: nameNumber,
  hereditary: nameNumber,
  birthday: number,
  personalYear: number,
  personalMonth: number,
  personalDay: number,
  /** Minor 1, minor 2, major, last: 0 to 8. */
  challenges: z.array(z.int()).length(4),
  /** Formative, productive, harvest. */
  cycles: z.array(z.int()).length(3),
  pinnacles: z.array(z.int()).length(4),
  /** From and to, in years of age; the last has no end. */
  pinnacleAges: z.array(z.tuple([z.int(), z.int().nullable()])).length(4),
  /** How many letters have each value, 1 to 9. */
  grid: z.array(z.int()).length(9).nullable(),
  missing: z.array(z.int()).nullable(),
  debts: z.array(z.strictObject({ place: z.enum(debtPlaces), debt: z.int() })),
})

export type NumberSheet = z.infer<typeof sheetSchema>
