/** Numbers as the report writes them. */
import { fr, frenchNumber, nbsp } from '#app/components/typography.ts'

import type { Interval, Share } from './statistics.ts'

export const none = '–'

/** « 92 % ». */
export const percent = (share: number): string => `${frenchNumber(Math.round(share * 100))}${nbsp}%`

export const shareOf = ({ count, of }: Share): string => (of === 0 ? none : percent(count / of))

/** « de 74 à 98 % ». */
export function intervalOf(interval: Interval | null): string {
  return interval ? `de ${Math.round(interval[0] * 100)} à ${percent(interval[1])}` : none
}

/** « +8 points (de −12 à +27) ». */
export function pointsOf(difference: number, [low, high]: Interval): string {
  const points = (value: number) => signed(Math.round(value * 100), frenchNumber)
  return fr`${points(difference)}${nbsp}points (de ${points(low)} à ${points(high)})`
}

/** « +12 », « −3 », « 0 ». */
export function signed(value: number, shown: (value: number) => string): string {
  const size = shown(Math.abs(value))
  if (size === shown(0)) return size
  return value < 0 ? `−${size}` : `+${size}`
}

const upTo = (digits: number) => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: digits })

export const whole = (value: number): string => upTo(0).format(value)
export const decimal = (value: number): string => upTo(2).format(value)

/** 1234 → « 1,2 s »; 40 → « 0,04 s ». */
export const secondsOf = (ms: number): string => `${upTo(ms < 1000 ? 2 : 1).format(ms / 1000)}${nbsp}s`

/** A script costs less than a cent: 6100 → « 0,0061 $ ». */
export const smallDollars = (microUsd: number): string => `${upTo(4).format(microUsd / 1_000_000)}${nbsp}$`
