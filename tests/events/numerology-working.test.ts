/** The working that a customer checks with a pencil: right line by line, and in French. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { existsInCalendar, parseIsoDate, type BirthDate } from '#events/numerology/birth-date.ts'
import { lifePathMethods, type LifePathMethod } from '#events/numerology/sheet-schema.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import { workingOf } from '#events/numerology/working.ts'

import { typographyFaults } from '../components/typography-scan.ts'
import vectors from './numerology-vectors.json' with { type: 'json' }

function day(iso: string): BirthDate {
  const date = parseIsoDate(iso)
  if (!date) throw new Error(`${iso} is no date`)
  return date
}

type Asked = { first?: string; last?: string; birth: string; on?: string; method?: LifePathMethod }

function workings({ first = 'Ada', last = 'Lovelace', birth, on = '2026-11-23', method = 'vertical' }: Asked) {
  const person = { firstNames: first, lastName: last, birthDate: day(birth) }
  return workingOf(numberSheet({ ...person, on: day(on), method }), person)
}

function working(key: string, asked: Asked) {
  const found = workings(asked).find((one) => one.key === key)
  if (!found) throw new Error(`no working of ${key}`)
  return { ...found, lines: found.lines.map((line) => line.replaceAll('\u00a0', ' ')) }
}

describe('the working of Ada Lovelace', () => {
  const ada = { birth: '1815-12-10' }

  test('has every number of the sheet, in order', () => {
    expect(workings(ada).map(({ key, value }) => [key, value])).toEqual([
      ...[
        ['lifePath', '1'],
        ['expression', '9'],
        ['soulUrge', '1'],
        ['personality', '8'],
        ['active', '6'],
        ['hereditary', '3'],
        ['missing', '2, 7, 8, 9'],
        ['debts', '19, 19'],
      ],
      ...[
        ['birthday', '1'],
        ['personalYear', '5'],
        ['personalMonth', '7'],
        ['personalDay', '3'],
        ['challenges', '2, 5, 3, 3'],
        ['cycles', '3, 1, 6'],
        ['pinnacles', '4, 7, 11/2, 9'],
      ],
    ])
  })

  test('goes letter by letter', () => {
    expect(working('expression', ada)).toEqual({
      ...{ key: 'expression', name: 'Nombre d’expression', value: '9', note: null },
      lines: [
        'A1 D4 A1 : 1 + 4 + 1 = 6',
        'L3 O6 V4 E5 L3 A1 C3 E5 : 3 + 6 + 4 + 5 + 3 + 1 + 3 + 5 = 30',
        '6 + 30 = 36',
        '3 + 6 = 9',
      ],
    })
    expect(working('personality', ada).lines[0]).toBe('D4 : 4')
  })

  test('tells the ages and keeps the master of a réalisation', () => {
    expect(working('pinnacles', ada).lines).toEqual([
      'Jour : 10 → 1',
      'Mois : 12 → 3',
      'Année : 1815 → 15 → 6',
      'Premier âge : 36 − 1 = 35, puis 9 ans de plus deux fois',
      'De 0 à 35 ans : 3 + 1 = 4',
      'De 35 à 44 ans : 1 + 6 = 7',
      'De 44 à 53 ans : 4 + 7 = 11, nombre maître conservé',
      'À partir de 53 ans : 3 + 6 = 9',
    ])
  })

  test('tells missing numbers and debts apart', () => {
    const [missing, debts] = [working('missing', ada), working('debts', ada)]
    expect([missing.lines[0], missing.lines[1]]).toEqual(['1 : A A A', '2 : aucune lettre'])
    expect(missing.note).toBe('Un nombre manquant n’est pas une dette karmique.')
    expect(debts.lines).toEqual(['Chemin de vie : 1837 → 19 → 10 → 1', 'Nombre intime : 19 → 10 → 1'])
  })

  test('says for how long a personal number holds', () => {
    const notes = (on: string) =>
      workings({ ...ada, on }).flatMap(({ key, note }) => (/personal[YMD]/.test(key) ? note : []))
    expect(notes('2026-08-01')).toEqual([
      'Du 1er janvier au 31 décembre 2026.',
      'Pour août 2026.',
      'Pour le 1er août 2026.',
    ])
  })
})

describe('the working of the life path', () => {
  const birth = '1986-04-10'

  test('follows the method, and notes the master of another', () => {
    expect(working('lifePath', { birth })).toMatchObject({
      ...{ value: '2', lines: ['10 + 4 + 1986 = 2000', '2 + 0 + 0 + 0 = 2'] },
      note: 'Les méthodes horizontale et par composants donnent 11.',
    })
    expect(working('lifePath', { birth, method: 'horizontal' })).toMatchObject({
      value: '11/2',
      lines: ['1 + 0 + 0 + 4 + 1 + 9 + 8 + 6 = 29', '2 + 9 = 11, nombre maître conservé'],
      note: null,
    })
    expect(working('lifePath', { birth, method: 'components' })).toMatchObject({
      value: '11/2',
      lines: ['Jour : 10 → 1', 'Mois : 4', 'Année : 1986 → 24 → 6', '1 + 4 + 6 = 11, nombre maître conservé'],
      note: null,
    })
  })

  test('notes one other method alone', () => {
    expect(working('lifePath', { birth: '1970-01-02' }).note).toBe('La méthode par composants donne 11.')
    expect(working('lifePath', { birth: '1939-11-07', method: 'components' }).note).toBe(
      'La méthode verticale donne 22.',
    )
  })
})

describe('a name without some letters', () => {
  test('without vowels', () => {
    expect(working('soulUrge', { birth: '1990-05-05', first: 'Ng', last: 'Ng' })).toMatchObject({
      value: '0',
      lines: ['Aucune voyelle : 0'],
    })
  })

  test('without consonants', () => {
    expect(working('personality', { birth: '1990-05-05', first: 'Io', last: 'Aÿ' }).lines).toEqual([
      'Aucune consonne : 0',
    ])
  })

  test.each([
    ['Иван', 'Le nom est à écrire d’abord en lettres latines, comme sur le passeport ou à l’état civil.'],
    ['', 'Le nom ou le prénom ne contient aucune lettre.'],
  ])('« %s » is refused, and says why', (last, note) => {
    const refused = workings({ birth: '1990-05-05', last }).filter(({ value }) => value === '–')
    expect(refused.map(({ key }) => key)).toEqual([
      ...['expression', 'soulUrge', 'personality', 'active', 'hereditary', 'missing'],
    ])
    expect(new Set(refused.map((one) => one.note))).toEqual(new Set([note]))
  })
})

test('zero is explained among the défis', () => {
  expect(working('challenges', { birth: '1990-05-05' }).note).toBe('Zéro est ici un résultat comme un autre.')
  expect(working('challenges', { birth: '1815-12-10' }).note).toBeNull()
})

const anyPerson = fc.record({
  entree: fc.constantFrom(...vectors.vecteurs).map(({ entree }) => entree),
  birthDate: fc
    .record({ year: fc.integer({ min: 1800, max: 2030 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(31) })
    .filter(existsInCalendar),
  method: fc.constantFrom(...lifePathMethods),
})

test('every sum of every line is right, and ends with what is shown', () => {
  fc.assert(
    fc.property(anyPerson, ({ entree, birthDate, method }) => {
      const person = { firstNames: entree.prenoms, lastName: entree.nomNaissance, birthDate }
      const sheet = numberSheet({ ...person, on: day(entree.dateReference), method })
      const all = workingOf(sheet, person)
      for (const line of all.flatMap(({ lines }) => lines)) checkSums(line)
      for (const { key, value, lines } of all) {
        const results = value.split(', ').map((result) => Number(result.split('/')[0]))
        if (worked.has(key)) expect([key, lines.slice(-results.length).map(lastNumber)]).toEqual([key, results])
      }
    }),
  )
})

/** Whose last lines, one for each result, end with it. */
const worked = new Set([
  ...['lifePath', 'expression', 'soulUrge', 'personality', 'active', 'hereditary', 'birthday'],
  ...['personalYear', 'personalMonth', 'personalDay', 'challenges', 'cycles', 'pinnacles'],
])

const lastNumber = (line: string) => Number(/(\d+)(?:, nombre maître conservé)?$/.exec(line)?.[1])

/** « … 1 + 9 = 10 → 1 » and « 36 − 5 = 31 », wherever they stand in the line. */
function checkSums(line: string) {
  for (const [, terms = '', sum] of line.matchAll(/(\d+(?: \+ \d+)+) = (\d+)/g)) {
    expect([line, terms.split(' + ').reduce((total, term) => total + Number(term), 0)]).toEqual([line, Number(sum)])
  }
  for (const [, a, b, rest] of line.matchAll(/(\d+) − (\d+) = (\d+)/g)) {
    expect([line, Number(a) - Number(b)]).toEqual([line, Number(rest)])
  }
  for (const [, a = '', b] of line.matchAll(/(?=\b(\d+) → (\d+))/g)) {
    expect([line, [...a].reduce((total, digit) => total + Number(digit), 0)]).toEqual([line, Number(b)])
  }
}

test('it is written as French is', () => {
  const texts = vectors.vecteurs.flatMap(({ entree: { prenoms, nomNaissance, dateNaissance } }) =>
    workings({ first: prenoms, last: nomNaissance, birth: dateNaissance }).flatMap(({ name, lines, note }) => [
      ...[name, ...lines, note ?? ''],
    ]),
  )
  expect(texts.length).toBeGreaterThan(1000)
  expect(typographyFaults(texts.join('\n'))).toEqual([])
})
