/** The life path and its reduction, against the published vectors; and the calendar they rest on (`numerology.md`). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { existsInCalendar, parseIsoDate, toIsoDate, type BirthDate } from '#events/numerology/birth-date.ts'
import { lifePath } from '#events/numerology/life-path.ts'
import { digitSum, reduce, type Reduced } from '#events/numerology/reduction.ts'

import vectors from './numerology-vectors.json' with { type: 'json' }

type Published = { valeur: number; base: number; chemin: number[]; maitre: boolean; dette: number | null }

const inFrench = ({ value, base, path, master, debt }: Reduced): Published => ({
  ...{ valeur: value, base, chemin: path, maitre: master, dette: debt },
})
const date = (iso: string): BirthDate => {
  const parsed = parseIsoDate(iso)
  if (parsed === null) throw new Error(`${iso} is no date`)
  return parsed
}

const horizontal = ({ day, month, year }: BirthDate) => reduce(digitSum(day) + digitSum(month) + digitSum(year))
const byParts = ({ day, month, year }: BirthDate) =>
  reduce(reduce(day).value + reduce(month).value + reduce(year).value)

const anyDate = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(31) })
  .filter(existsInCalendar)

describe('the life path', () => {
  test.each(vectors.vecteurs)('of $id, born on $dateNaissance', ({ dateNaissance, cheminDeVie }) => {
    const birth = date(dateNaissance)
    const { method, engineVersion, ...reduced } = lifePath(birth)
    expect(inFrench(reduced)).toEqual(cheminDeVie.vertical)
    expect([method, engineVersion]).toEqual(['vertical', '1'])
    // The two other schools are played here only; the vectors say that they are played well.
    expect(inFrench(horizontal(birth))).toEqual(cheminDeVie.horizontal)
    expect(inFrench(byParts(birth))).toEqual(cheminDeVie.composants)
  })

  test.each([
    ['1989-07-05', [2001, 3], 'not 4, as refinery29 says'],
    ['1970-02-05', [1977, 24, 6], 'not 7 with a debt, as venusvoyance says'],
    ['1906-12-09', [1927, 19, 10, 1], 'not 10, as the look-alike says'],
  ])('of %s is %j, %s', (iso, path) => {
    expect(lifePath(date(iso)).path).toEqual(path)
  })

  test('has the same base in every school', () => {
    fc.assert(
      fc.property(anyDate, (birth) => {
        const { base } = lifePath(birth)
        expect([horizontal(birth).base, byParts(birth).base]).toEqual([base, base])
      }),
    )
  })

  test('can be worked out by hand, step by step', () => {
    fc.assert(
      fc.property(anyDate, (birth) => {
        const { path, value } = lifePath(birth)
        expect(path[0]).toBe(birth.day + birth.month + birth.year)
        expect(path.at(-1)).toBe(value)
        expect(path.slice(1)).toEqual(path.slice(0, -1).map(digitSum))
      }),
    )
  })
})

describe('reduction', () => {
  test.each(vectors.reductions)('of $n is $valeur', ({ n, ...published }) => {
    expect(inFrench(reduce(n))).toEqual(published)
  })

  test('stops on one digit or a master number, and nowhere before', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (n) => {
        const { value, base, path, master, debt } = reduce(n)
        expect(value <= 9 || [11, 22, 33].includes(value)).toBe(true)
        expect(path.slice(0, -1).filter((step) => step <= 9 || [11, 22, 33].includes(step))).toEqual([])
        expect(master).toBe(value > 9)
        // Digit sums keep the remainder by nine.
        expect(base).toBe(n === 0 ? 0 : ((n - 1) % 9) + 1)
        expect(debt).toBe(path.filter((step) => [13, 14, 16, 19].includes(step))[0] ?? null)
      }),
    )
  })
})

describe('a birth date', () => {
  test.each([
    ['2000-02-29', true],
    ['2024-02-29', true],
    ['1900-02-28', true],
    ['1900-02-29', false],
    ['2023-02-29', false],
    ['2100-02-29', false],
    ['1990-02-30', false],
    ['1990-04-31', false],
    ['1990-06-31', false],
    ['1990-09-31', false],
    ['1990-11-31', false],
    ['1990-12-31', true],
    ['1990-13-01', false],
    ['1990-00-10', false],
    ['1990-01-00', false],
    ['1815-12-10', true],
    ['0001-01-01', true],
    ['0000-01-01', false],
    ['90-03-15', false],
    ['15/03/1990', false],
    ['1990-3-15', false],
    ['1990-03-15T00:00:00Z', false],
    ['', false],
  ])('« %s » exists: %s', (iso, exists) => {
    expect(parseIsoDate(iso) !== null).toBe(exists)
  })

  test('that the vectors call wrong is none', () => {
    const wrong = vectors.erreurs.filter(({ erreur }) => ['date_inexistante', 'date_invalide'].includes(erreur))
    expect(wrong.map(({ id }) => id)).toEqual(['30-fevrier', 'annee-2-chiffres'])
    expect(wrong.map(({ dateNaissance }) => parseIsoDate(dateNaissance))).toEqual([null, null])
  })

  test('is told and read the same, and is the one of the calendar', () => {
    fc.assert(
      fc.property(anyDate, (birth) => {
        const iso = toIsoDate(birth)
        expect(parseIsoDate(iso)).toEqual(birth)
        expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso)
      }),
    )
  })

  test('that the calendar does not know is refused', () => {
    const anyThree = fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.nat(14), day: fc.nat(33) })
    fc.assert(
      fc.property(anyThree, (birth) => {
        const { year, month, day } = birth
        // The calendar of the machine moves a day that does not exist to another one.
        const moved = new Date(0)
        moved.setUTCFullYear(year, month - 1, day)
        const stays = moved.getUTCFullYear() === year && moved.getUTCMonth() === month - 1 && moved.getUTCDate() === day
        expect(existsInCalendar(birth)).toBe(stays)
      }),
    )
  })
})
