/** The numbers of a birth date, life path apart (`numerology.md` §4.1). `on` is the day they are asked for. */
import type { BirthDate } from './birth-date.ts'
import { lifePath } from './life-path.ts'
import { reduce, type Reduced } from './reduction.ts'

/** Four of a kind, in the order of the reference. */
export type Four = [number, number, number, number]
export type AgeSpan = [from: number, to: number | null]

/** Nombre d’anniversaire: the day; 11 and 22 are kept. */
export const birthday = ({ day }: BirthDate): Reduced => reduce(day)

/** Année personnelle: it changes on 1 January. */
export const personalYear = ({ day, month }: BirthDate, on: BirthDate): Reduced => reduce(day + month + on.year)

/** Mois personnel. */
export const personalMonth = (birth: BirthDate, on: BirthDate): Reduced =>
  reduce(personalYear(birth, on).base + on.month)

/** Jour personnel. */
export const personalDay = (birth: BirthDate, on: BirthDate): Reduced => reduce(personalMonth(birth, on).base + on.day)

/** Défis mineur 1, mineur 2, majeur, ultime: 0 to 8, without masters; 0 is valid. */
export function challenges(birth: BirthDate): Four {
  const { day, month, year } = basesOf(birth)
  const [first, second] = [Math.abs(month - day), Math.abs(day - year)]
  return [first, second, Math.abs(first - second), Math.abs(month - year)]
}

/** Cycles formatif, productif, de la moisson: month, day, year. */
export function cycles({ day, month, year }: BirthDate): [number, number, number] {
  return [reduce(month).value, reduce(day).value, reduce(year).value]
}

/** Réalisations: the third adds what the first two show. */
export function pinnacles(birth: BirthDate): Four {
  const { first, second, last } = outerPinnacles(birth)
  return [first.value, second.value, reduce(first.value + second.value).value, last.value]
}

/** The first, second and last, on which the third and its variant rest. */
export function outerPinnacles(birth: BirthDate): { first: Reduced; second: Reduced; last: Reduced } {
  const { day, month, year } = basesOf(birth)
  return { first: reduce(month + day), second: reduce(day + year), last: reduce(month + year) }
}

/** In years of age. The base of the life path is the same in every method, so these are too. */
export function pinnacleAges(birth: BirthDate): [AgeSpan, AgeSpan, AgeSpan, AgeSpan] {
  const first = 36 - lifePath(birth).base
  return [
    [0, first],
    [first, first + 9],
    [first + 9, first + 18],
    [first + 18, null],
  ]
}

/** Each part of the date brought down to one digit, masters ignored. */
export function basesOf({ day, month, year }: BirthDate): BirthDate {
  return { day: reduce(day).base, month: reduce(month).base, year: reduce(year).base }
}
