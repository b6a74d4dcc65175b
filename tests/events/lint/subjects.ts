/** The people of the labelled set, and a good script of each that the sentences are put into. */
import { instructions } from '#app/lib/script-instructions.ts'
import { spokenScript } from '#demo/openai/spoken-script.ts'
import type { LintSubject } from '#events/lint/finding.ts'
import type { NumberSheet } from '#events/numerology/sheet-schema.ts'
import { reduce } from '#events/numerology/reduction.ts'
import type { Script } from '#events/script.ts'

export type SubjectName = 'ada' | 'noe' | 'model'

/** Seven, with a master among the name numbers, and memories. */
const adaSheet: NumberSheet = {
  engineVersion: '1',
  method: 'vertical',
  on: '2026-11-23',
  letters: 'ADA|ESSAI',
  warnings: [],
  oldDate: false,
  lifePath: { vertical: reduce(1960), horizontal: reduce(1960), components: reduce(1960) },
  expression: reduce(48),
  soulUrge: reduce(29),
  personality: reduce(17),
  active: reduce(5),
  hereditary: reduce(24),
  birthday: reduce(24),
  personalYear: reduce(9),
  personalMonth: reduce(2),
  personalDay: reduce(4),
  challenges: [1, 2, 1, 3],
  cycles: [4, 6, 7],
  pinnacles: [1, 4, 5, 8],
  pinnacleAges: [
    [0, 29],
    [30, 38],
    [39, 47],
    [48, null],
  ],
  grid: [3, 1, 2, 0, 2, 1, 1, 0, 1],
  missing: [4, 8],
  debts: [{ place: 'lifePath', debt: 16 }],
}

/** One, no master anywhere, a name that gives no numbers, and no memories. */
const noeSheet: NumberSheet = {
  ...adaSheet,
  lifePath: { vertical: reduce(1927), horizontal: reduce(1927), components: reduce(1927) },
  letters: null,
  ...{ expression: null, soulUrge: null, personality: null, active: null, hereditary: null },
  birthday: reduce(10),
  ...{ personalYear: reduce(4), personalMonth: reduce(5), personalDay: reduce(6) },
  ...{ challenges: [0, 0, 0, 0], cycles: [1, 1, 1], pinnacles: [2, 2, 4, 1] },
  ...{ grid: null, missing: null, debts: [{ place: 'lifePath', debt: 19 }] },
}

const ada: LintSubject = {
  firstName: 'Ada',
  sheet: adaSheet,
  memories: ['J’ai grandi à Paris, près de ma grand-mère Jeanne, et je rêve de repartir à Lisbonne avec ma sœur.'],
  pausesAllowed: true,
  spokenOnly: false,
}

/** `model`: about Ada too, in a text as a model gave it. */
export const subjects: Record<SubjectName, LintSubject> = {
  ada,
  noe: { firstName: 'Noé', sheet: noeSheet, memories: [], pausesAllowed: false, spokenOnly: false },
  model: { ...ada, spokenOnly: true },
}

export function sheetFor(lifePath: number): NumberSheet {
  const number = reduce(lifePath)
  return { ...adaSheet, lifePath: { vertical: number, horizontal: number, components: number } }
}

/** As the simulator writes it under the instructions of the house; another seed draws other wordings. */
export function goodScript(name: SubjectName, seed = ''): Script {
  return scriptOf(subjects[name], seed)
}

export function scriptOf({ firstName, sheet }: LintSubject, seed = ''): Script {
  const numbers = {
    lifePath: sheet.lifePath[sheet.method].value,
    expression: sheet.expression?.value ?? null,
    soulUrge: sheet.soulUrge?.value ?? null,
    personality: sheet.personality?.value ?? null,
    personalYear: sheet.personalYear.value,
  }
  return spokenScript({ firstName, ...numbers, theme: null, hasWords: false }, `${instructions}\n${seed}`)
}
