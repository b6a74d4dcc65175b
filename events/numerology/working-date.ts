/** The numbers of the birth date, life path apart. */
import { parseIsoDate, type BirthDate } from './birth-date.ts'
import { basesOf, outerPinnacles } from './date-numbers.ts'
import type { Reduced } from './reduction.ts'
import type { NumberSheet } from './sheet-schema.ts'
import { addition, labelled, shortSum, shown, shownAll, toMaster, toOneDigit, withReduction } from './working-lines.ts'
import type { Working } from './working-lines.ts'

/** Anniversaire, année, mois and jour personnels, défis, cycles, réalisations. */
export function dateWorkings(sheet: NumberSheet, birth: BirthDate): Working[] {
  return [
    worked('birthday', 'Nombre d’anniversaire', sheet.birthday, [labelled('Jour', birth.day)], null),
    ...personalWorkings(sheet, birth),
    challengesWorking(sheet, birth),
    cyclesWorking(sheet, birth),
    pinnaclesWorking(sheet, birth),
  ]
}

function worked(key: string, name: string, number: Reduced, sums: readonly string[], note: string | null): Working {
  return { key, name, value: shown(number), lines: withReduction(sums, number), note }
}

function personalWorkings(sheet: NumberSheet, birth: BirthDate): Working[] {
  const { personalYear, personalMonth, personalDay } = sheet
  const on = dayOf(sheet)
  const year = [addition([birth.day, birth.month, on.year])]
  const month = [...unmastered('Année personnelle', personalYear), addition([personalYear.base, on.month])]
  const day = [...unmastered('Mois personnel', personalMonth), addition([personalMonth.base, on.day])]
  return [
    worked('personalYear', 'Année personnelle', personalYear, year, `Du 1er janvier au 31 décembre ${on.year}.`),
    worked('personalMonth', 'Mois personnel', personalMonth, month, `Pour ${monthName(on)} ${on.year}.`),
    worked('personalDay', 'Jour personnel', personalDay, day, `Pour le ${dayName(on)} ${monthName(on)} ${on.year}.`),
  ]
}

/** The schema of the sheet lets no other day in. */
function dayOf({ on }: NumberSheet): BirthDate {
  const day = parseIsoDate(on)
  if (!day) throw new Error(`no calendar day: ${on}`)
  return day
}

/** The month and the day go on from one digit: « Année personnelle : 11 → 2 ». */
const unmastered = (label: string, { value, base, master }: Reduced) =>
  master ? [labelled(label, `${value} → ${base}`)] : []

const dayName = ({ day }: BirthDate) => (day === 1 ? '1er' : day)
const monthName = ({ month }: BirthDate) => monthNames[month - 1] ?? ''
const monthNames = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
]

function challengesWorking({ challenges }: NumberSheet, birth: BirthDate): Working {
  const { day, month, year } = basesOf(birth)
  const [first = 0, second = 0] = challenges
  return {
    key: 'challenges',
    name: 'Défis',
    value: challenges.join(', '),
    lines: [
      ...partsOf(birth),
      labelled('Défi mineur 1', difference(month, day)),
      labelled('Défi mineur 2', difference(day, year)),
      labelled('Défi majeur', difference(first, second)),
      labelled('Défi ultime', difference(month, year)),
    ],
    note: challenges.includes(0) ? 'Zéro est ici un résultat comme un autre.' : null,
  }
}

/** Day, month and year down to one digit. */
const partsOf = ({ day, month, year }: BirthDate) => [
  labelled('Jour', toOneDigit(day)),
  labelled('Mois', toOneDigit(month)),
  labelled('Année', toOneDigit(year)),
]

/** The smaller from the greater: « 7 − 3 = 4 ». */
function difference(a: number, b: number): string {
  const [greater, smaller] = [Math.max(a, b), Math.min(a, b)]
  return `${greater} − ${smaller} = ${greater - smaller}`
}

function cyclesWorking({ cycles }: NumberSheet, { day, month, year }: BirthDate): Working {
  return {
    key: 'cycles',
    name: 'Cycles',
    value: shownAll(cycles),
    lines: [
      labelled('Cycle formatif, jusque vers 28 ans, par le mois', toMaster(month)),
      labelled('Cycle productif, de 28 à 56 ans environ, par le jour', toMaster(day)),
      labelled('Cycle de la moisson, ensuite, par l’année', toMaster(year)),
    ],
    note: null,
  }
}

function pinnaclesWorking(sheet: NumberSheet, birth: BirthDate): Working {
  const { day, month, year } = basesOf(birth)
  const { first, second } = outerPinnacles(birth)
  const sums = [
    shortSum([month, day]),
    shortSum([day, year]),
    shortSum([first.value, second.value]),
    shortSum([month, year]),
  ]
  const { base } = sheet.lifePath[sheet.method]
  return {
    key: 'pinnacles',
    name: 'Réalisations',
    value: shownAll(sheet.pinnacles),
    lines: [
      ...partsOf(birth),
      labelled('Premier âge', `36 − ${base} = ${36 - base}, puis 9 ans de plus deux fois`),
      ...sheet.pinnacleAges.map(([from, to], at) =>
        labelled(to === null ? `À partir de ${from} ans` : `De ${from} à ${to} ans`, sums[at] ?? ''),
      ),
    ],
    note: null,
  }
}
