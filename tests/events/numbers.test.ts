/** The life path and its reduction, against the published vectors; and the calendar they rest on (`numerology.md`). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  existsInCalendar,
  isOld,
  parseIsoDate,
  readBirthDate,
  readDay,
  toFrenchDate,
  toIsoDate,
  type BirthDate,
} from '#events/numerology/birth-date.ts'
import { frenchNumber } from '#events/numerology/french-shape.ts'
import { lifePath } from '#events/numerology/life-path.ts'
import { digitSum, reduce } from '#events/numerology/reduction.ts'
import { lifePathMethods } from '#events/numerology/sheet-schema.ts'

import vectors from './numerology-vectors.json' with { type: 'json' }

const date = (iso: string): BirthDate => {
  const parsed = parseIsoDate(iso)
  if (parsed === null) throw new Error(`${iso} is no date`)
  return parsed
}

const anyDate = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(31) })
  .filter(existsInCalendar)

describe('the life path', () => {
  test.each(vectors.vecteurs)('of $id, born on $entree.dateNaissance', ({ entree, attendu }) => {
    const birth = date(entree.dateNaissance)
    expect(frenchNumber(lifePath(birth))).toEqual(attendu.cheminDeVie.vertical)
    expect(frenchNumber(lifePath(birth, 'horizontal'))).toEqual(attendu.cheminDeVie.horizontal)
    expect(frenchNumber(lifePath(birth, 'components'))).toEqual(attendu.cheminDeVie.composants)
  })

  test('says by which method and which version it was found', () => {
    const birth = date('1986-04-10')
    expect(lifePath(birth)).toMatchObject({ value: 2, method: 'vertical', engineVersion: '2' })
    expect(lifePath(birth, 'horizontal')).toMatchObject({ value: 11, method: 'horizontal', engineVersion: '2' })
    expect(lifePath(birth, 'components')).toMatchObject({ value: 11, method: 'components', engineVersion: '2' })
  })

  test.each([
    ['1989-07-05', [2001, 3], 'not 4, as refinery29 says'],
    ['1970-02-05', [1977, 24, 6], 'not 7 with a debt, as venusvoyance says'],
    ['1906-12-09', [1927, 19, 10, 1], 'not 10, as the look-alike says'],
  ])('of %s is %j, %s', (iso, path) => {
    expect(lifePath(date(iso)).path).toEqual(path)
  })

  test('has the same base by every method', () => {
    fc.assert(
      fc.property(anyDate, (birth) => {
        const bases = lifePathMethods.map((method) => lifePath(birth, method).base)
        expect(new Set(bases).size).toBe(1)
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
    expect(frenchNumber(reduce(n))).toEqual(published)
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

  test('is told and read the same, and is the one of the calendar', () => {
    fc.assert(
      fc.property(anyDate, (birth) => {
        const iso = toIsoDate(birth)
        expect(parseIsoDate(iso)).toEqual(birth)
        expect(readDay(toFrenchDate(birth))).toEqual({ ok: true, date: birth })
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

describe('a birth date as it is typed', () => {
  const today = date('2026-11-23')

  test.each([
    ['1990-03-15', '1990-03-15'],
    ['15/03/1990', '1990-03-15'],
    // Never the American order: this is the 5th of July.
    ['05/07/1989', '1989-07-05'],
    [' 15/03/1990 ', '1990-03-15'],
    ['29/02/2000', '2000-02-29'],
    ['2026-11-23', '2026-11-23'],
  ])('« %s » is %s', (typed, iso) => {
    expect(readBirthDate(typed, today)).toEqual({ ok: true, date: date(iso), old: false })
  })

  test.each([
    ['30/02/1990', 'date_inexistante'],
    ['1990-02-30', 'date_inexistante'],
    ['29/02/1900', 'date_inexistante'],
    ['03/15/1990', 'date_inexistante'],
    ['00/01/1990', 'date_inexistante'],
    ['0000-01-01', 'date_inexistante'],
    ['2031-01-01', 'date_future'],
    ['24/11/2026', 'date_future'],
    ['90-03-15', 'date_invalide'],
    ['15/03/90', 'date_invalide'],
    ['5/7/1989', 'date_invalide'],
    ['15-03-1990', 'date_invalide'],
    ['15.03.1990', 'date_invalide'],
    ['1990/03/15', 'date_invalide'],
    ['1990-03-15T00:00:00Z', 'date_invalide'],
    ['15 mars 1990', 'date_invalide'],
    ['', 'date_invalide'],
  ])('« %s » is refused: %s', (typed, code) => {
    expect(readBirthDate(typed, today)).toEqual({ ok: false, code })
  })

  test.each([
    ['1899-12-31', true],
    ['1900-01-01', false],
    ['10/12/1815', true],
  ])('%s is old: %s', (typed, old) => {
    const read = readBirthDate(typed, today)
    expect(read).toMatchObject({ ok: true, old })
    expect(read.ok && isOld(read.date)).toBe(old)
  })

  test('answers the error cases of the vectors', () => {
    const dates = vectors.erreurs.filter(({ entree }) => !('prenoms' in entree))
    expect(dates.map(({ id, entree }) => [id, readBirthDate(entree.dateNaissance, today)])).toEqual([
      ['30-fevrier', { ok: false, code: 'date_inexistante' }],
      ['format-fr-accepte-a-la-saisie', { ok: true, date: date('1990-03-15'), old: false }],
      ['futur', { ok: false, code: 'date_future' }],
      ['annee-2-chiffres', { ok: false, code: 'date_invalide' }],
      ['avant-1900', { ok: true, date: date('1815-12-10'), old: true }],
    ])
  })

  test('of another day than a birth may lie ahead', () => {
    expect(readDay('01/01/2031')).toEqual({ ok: true, date: date('2031-01-01') })
    expect(readDay('31/04/2031')).toEqual({ ok: false, code: 'date_inexistante' })
    expect(readDay('2031')).toEqual({ ok: false, code: 'date_invalide' })
  })
})
