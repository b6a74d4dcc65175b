/** Dates as French reads them, in the house's time zone. Pure: the present moment is an argument. */
import { counted, nbsp } from './typography.ts'

const zone = 'Europe/Paris'
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const shortMonths = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ')

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** « 23 novembre 2026 à 14 h 32 ». */
export function longDateTime(iso: string): string {
  const { year, month, day, ...time } = inParis(iso)
  return `${dayAndMonth(day, month)}${nbsp}${year} à ${hours(time)}`
}

/** « 23 novembre 2026 à 14 h 32 min 07 s », for the audit. */
export function exactDateTime(iso: string): string {
  const { minute, second } = inParis(iso)
  const shown = longDateTime(iso)
  return `${shown}${minute === 0 ? `${nbsp}00` : ''}${nbsp}min${nbsp}${twoDigits(second)}${nbsp}s`
}

/** « 23 nov., 9 h 12 ». */
export function shortDateTime(iso: string): string {
  const { month, day, ...time } = inParis(iso)
  return `${ordinal(day)}${nbsp}${shortMonths[month - 1] ?? ''}, ${hours(time)}`
}

/** « 18 avril 1987 » from a calendar day `YYYY-MM-DD`: no time zone can move it. */
export function calendarDay(isoDay: string): string {
  const [year, month, day] = isoDay.split('-').map(Number)
  return `${dayAndMonth(day ?? 1, month ?? 1)}${nbsp}${year ?? ''}`
}

/** How long ago: « moins d’une minute », « 12 min », « 5 h », « 2 jours ». */
export function elapsed(since: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000))
  if (minutes < 1) return 'moins d’une minute'
  if (minutes < 60) return `${minutes}${nbsp}min`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}${nbsp}h`
  return counted(Math.floor(minutes / (24 * 60)), 'jour', 'jours')
}

/** A length of speech or film in seconds: « 4 min 38 », « 39 s ». */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}${nbsp}s`
  const rest = whole % 60
  return `${Math.floor(whole / 60)}${nbsp}min${rest === 0 ? '' : `${nbsp}${twoDigits(rest)}`}`
}

function inParis(iso: string) {
  const parts = Object.fromEntries(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, Number(value)]))
  const read = (name: string) => parts[name] ?? 0
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  }
}

const dayAndMonth = (day: number, month: number) => `${ordinal(day)}${nbsp}${months[month - 1] ?? ''}`
const ordinal = (day: number) => (day === 1 ? '1er' : String(day))
const twoDigits = (n: number) => String(n).padStart(2, '0')

function hours({ hour, minute }: { hour: number; minute: number }): string {
  return `${hour}${nbsp}h${minute === 0 ? '' : `${nbsp}${twoDigits(minute)}`}`
}
