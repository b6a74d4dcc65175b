import { toIsoDate } from '#events/numerology/birth-date.ts'

/** The calendar day of the house, whatever the server's own time zone. ISO 8601. */
export function dayInParis(ms: number): string {
  const parts = Object.fromEntries(parisDay.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  return toIsoDate({ year: parts['year'] ?? 0, month: parts['month'] ?? 0, day: parts['day'] ?? 0 })
}

const parisDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
