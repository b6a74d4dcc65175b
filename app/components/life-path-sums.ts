/** The sums behind a life path number, in words that anyone can check with a pencil. Made in loaders. */
export type LifePathFound = { value: number; path: readonly number[]; master: boolean; debt: number | null }

/** « 18 + 4 + 1987 = 2009 », « 2 + 0 + 0 + 9 = 11, nombre maître conservé. » */
export function workingLines(birthDate: string, { value, path, master }: LifePathFound): string[] {
  const [year, month, day] = birthDate.split('-').map(Number)
  const sums = [`${day} + ${month} + ${year} = ${path[0] ?? value}`]
  path.slice(1).forEach((result, index) => sums.push(`${digits(path[index] ?? 0)} = ${result}`))
  const last = sums.length - 1
  return sums.map((sum, index) => (index < last ? sum : `${sum}${master ? ', nombre maître conservé' : ''}.`))
}

const digits = (n: number) => [...String(n)].join(' + ')
