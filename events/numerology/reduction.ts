/** Reduction to one digit, stopping on the master numbers 11, 22 and 33 (`numerology.md` §2). */

const masters = new Set([11, 22, 33])
const debts = new Set([13, 14, 16, 19])

export type Reduced = {
  /** The result shown; a master number is kept. */
  value: number
  /** The same result brought down to one digit, masters ignored. */
  base: number
  /** Every value met, the starting number included: 1927 → [1927, 19, 10, 1]. */
  path: number[]
  master: boolean
  /** The first of 13, 14, 16, 19 on the path, or null. */
  debt: number | null
}

export function reduce(start: number): Reduced {
  const path = [start]
  let value = start
  while (value > 9 && !masters.has(value)) {
    value = digitSum(value)
    path.push(value)
  }
  return {
    value,
    base: toOneDigit(value),
    path,
    master: masters.has(value),
    debt: path.find((n) => debts.has(n)) ?? null,
  }
}

function toOneDigit(n: number): number {
  return n > 9 ? toOneDigit(digitSum(n)) : n
}

export function digitSum(n: number): number {
  return [...String(n)].reduce((sum, digit) => sum + Number(digit), 0)
}
