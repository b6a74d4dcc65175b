/** The properties of `numerology.md` §7, over names and dates of all kinds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { existsInCalendar, type BirthDate } from '#events/numerology/birth-date.ts'
import { lifePathMethods, sheetSchema } from '#events/numerology/sheet-schema.ts'
import { numberSheet } from '#events/numerology/sheet.ts'

const anyDate = fc
  .record({ year: fc.integer({ min: 1, max: 2199 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(31) })
  .filter(existsInCalendar)

const signs = [...'abcdefghijklmnopqrstuvwxyzéèêëàâîïôöûùüÿçñåäœæøłđðþħŧŋßŽŚ', ...'ABCXYZÉŒÆØ', ' ', '-', '’', 'ễ']
const anyName = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 24 })
  .map((letters) => letters.join(''))
  .filter((name) => /\p{L}/u.test(name))

const anySheet = fc
  .record({
    ...{ firstNames: anyName, lastName: anyName, birthDate: anyDate, on: anyDate },
    method: fc.constantFrom(...lifePathMethods),
  })
  .map((person) => ({ person, sheet: numberSheet(person) }))

type Sheet = ReturnType<typeof numberSheet>

/** Every number of a sheet that was reduced, with the number it began with where we know it better. */
function numbersOf(sheet: Sheet) {
  const { lifePath, expression, soulUrge, personality, active, hereditary } = sheet
  const { birthday, personalYear, personalMonth, personalDay } = sheet
  const found = [...Object.values(lifePath), expression, soulUrge, personality, active, hereditary]
  return [...found, birthday, personalYear, personalMonth, personalDay].filter((number) => number !== null)
}

/** Written out here: the engine's own digit sum is not the judge of itself. */
function digitsAdded(n: number): number {
  return n < 10 ? n : (n % 10) + digitsAdded(Math.floor(n / 10))
}

const start = (number: { path: number[] } | null) => number?.path[0] ?? Number.NaN

test('the base of the life path is the same by every method, and so are the ages', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (birthDate: BirthDate, on) => {
      const person = { firstNames: 'Ada', lastName: 'Lovelace', birthDate, on }
      const sheets = lifePathMethods.map((method) => numberSheet({ ...person, method }))
      expect(new Set(sheets.map(({ lifePath, method }) => lifePath[method].base)).size).toBe(1)
      expect(new Set(sheets.map(({ pinnacleAges }) => JSON.stringify(pinnacleAges))).size).toBe(1)
    }),
  )
})

test('the total of the expression is that of the vowels and that of the consonants', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet: { expression, soulUrge, personality } }) => {
      expect(start(expression)).toBe(start(soulUrge) + start(personality))
    }),
  )
})

test('the grid counts every letter once, and misses what it does not hold', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet: { grid, letters, missing, expression } }) => {
      const counts = grid ?? []
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe((letters ?? '').length - 1)
      expect(counts.reduce((sum, count, index) => sum + count * (index + 1), 0)).toBe(start(expression))
      expect(missing).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => counts[digit - 1] === 0))
    }),
  )
})

test('the défis are from 0 to 8', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet: { challenges } }) => {
      expect(challenges.filter((challenge) => challenge < 0 || challenge > 8)).toEqual([])
    }),
  )
})

test('accents, letter case and Œ for OE change nothing', () => {
  fc.assert(
    fc.property(anySheet, ({ person, sheet }) => {
      const plain = (name: string) =>
        name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'OE')
      for (const written of [plain, upper, decomposed]) {
        const same = { ...person, firstNames: written(person.firstNames), lastName: written(person.lastName) }
        expect(numberSheet(same)).toEqual(sheet)
      }
    }),
  )
})

const upper = (name: string) => name.toUpperCase()
const decomposed = (name: string) => name.normalize('NFD')

test('every path begins with the number to reduce, goes on by digit sums and ends with the value', () => {
  fc.assert(
    fc.property(anySheet, ({ person: { birthDate, on }, sheet }) => {
      for (const { path, value } of numbersOf(sheet)) {
        expect(path.slice(1)).toEqual(path.slice(0, -1).map(digitsAdded))
        expect(path.at(-1)).toBe(value)
      }
      expect(start(sheet.lifePath.vertical)).toBe(birthDate.day + birthDate.month + birthDate.year)
      expect(start(sheet.birthday)).toBe(birthDate.day)
      expect(start(sheet.personalYear)).toBe(birthDate.day + birthDate.month + on.year)
      expect(start(sheet.personalMonth)).toBe(sheet.personalYear.base + on.month)
      expect(start(sheet.personalDay)).toBe(sheet.personalMonth.base + on.day)
    }),
  )
})

test('every sheet can be written into a fact', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet }) => {
      expect(sheetSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet)
    }),
  )
})
