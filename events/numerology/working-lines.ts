/** Arithmetic as it is written on paper. */
import { digitSum, reduce, type Reduced } from './reduction.ts'

/** What a customer can check with a pencil. */
export type Working = {
  key: string
  /** In French. */
  name: string
  /** As it is shown: « 11/2 » for a master number; several are set apart by commas. */
  value: string
  /** Sums, one below the other; two may read the same. */
  lines: string[]
  /** One sentence, or null. */
  note: string | null
}

/** « 1 + 4 + 1 = 6 »; a term alone is its own sum. */
export function addition(terms: readonly number[]): string {
  const sum = terms.reduce((total, term) => total + term, 0)
  return terms.length > 1 ? `${terms.join(' + ')} = ${sum}` : String(sum)
}

/** The sums that lead to the number to reduce, then « 4 + 2 = 6 » for each step; a master number is said to be kept. */
export function withReduction(sums: readonly string[], { path, master }: Reduced): string[] {
  const steps = path.slice(0, -1).map((n) => addition([...String(n)].map(Number)))
  const lines = [...sums, ...steps]
  return lines.map((line, index) => (master && index === lines.length - 1 ? `${line}${kept}` : line))
}

/** « 1 + 9 = 10 → 1 »: a sum and its reduction in one line. */
export function shortSum(terms: readonly [number, number]): string {
  const { path, master } = reduce(terms[0] + terms[1])
  return `${terms.join(' + ')} = ${path.join(' → ')}${master ? kept : ''}`
}

/** « 1984 → 22 → 4 »: down to one digit, masters ignored. */
export function toOneDigit(n: number): string {
  const { path, base, value } = reduce(n)
  return [...path, ...(base === value ? [] : [digitSum(value)])].join(' → ')
}

/** « 1984 → 22, nombre maître conservé ». */
export function toMaster(n: number): string {
  const { path, master } = reduce(n)
  return `${path.join(' → ')}${master ? kept : ''}`
}

/** « 22/4 » for a master number. */
export const shown = ({ value, base, master }: Reduced) => (master ? `${value}/${base}` : String(value))

/** Several results of reductions, as they are shown. */
export const shownAll = (values: readonly number[]) => values.map((value) => shown(reduce(value))).join(', ')

/** « Jour : 29 », with the no-break space of French. */
export const labelled = (label: string, what: string | number) => `${label}\u00a0: ${what}`

const kept = ', nombre maître conservé'
