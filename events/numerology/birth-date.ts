/** Birth dates without `Date`: a calendar day has no time zone (`numerology.md` §6). */

export type BirthDate = { year: number; month: number; day: number }
export type DateProblem = 'date_invalide' | 'date_inexistante' | 'date_future'

/** Before this year a date is accepted, with the warning « date ancienne ». */
const oldBefore = 1900

/**
 * A birth date as it is typed: `yyyy-mm-dd` or `jj/mm/aaaa`, never month first (`numerology.md` §6).
 * `today` is the day in Paris; `old` says that the date is before 1900.
 */
export function readBirthDate(
  text: string,
  today: BirthDate,
): { ok: true; date: BirthDate; old: boolean } | { ok: false; code: DateProblem } {
  const read = readDay(text)
  if (!read.ok) return read
  if (toIsoDate(read.date) > toIsoDate(today)) return { ok: false, code: 'date_future' }
  return { ...read, old: isOld(read.date) }
}

/** Any calendar day as it is typed, in the two forms of `readBirthDate`; it may lie ahead. */
export function readDay(
  text: string,
): { ok: true; date: BirthDate } | { ok: false; code: Exclude<DateProblem, 'date_future'> } {
  const date = isoParts(text.trim()) ?? frenchParts(text.trim())
  if (!date) return { ok: false, code: 'date_invalide' }
  return existsInCalendar(date) ? { ok: true, date } : { ok: false, code: 'date_inexistante' }
}

export function parseIsoDate(iso: string): BirthDate | null {
  const date = isoParts(iso)
  return date && existsInCalendar(date) ? date : null
}

export function toIsoDate({ year, month, day }: BirthDate): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

/** « 09/12/1906 ». */
export function toFrenchDate({ year, month, day }: BirthDate): string {
  return `${padded(day, 2)}/${padded(month, 2)}/${padded(year, 4)}`
}

export function isOld({ year }: BirthDate): boolean {
  return year < oldBefore
}

export function existsInCalendar({ year, month, day }: BirthDate): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function isoParts(text: string): BirthDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

function frenchParts(text: string): BirthDate | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  return match && { year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) }
}

const padded = (n: number, width: number) => String(n).padStart(width, '0')

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
