/** The whole sheet, against every field of the published vectors, their variants and the examples they quote. */
import { describe, expect, test } from 'vitest'

import { parseIsoDate, type BirthDate } from '#events/numerology/birth-date.ts'
import { pinnacles } from '#events/numerology/date-numbers.ts'
import { frenchNumber, frenchSheet } from '#events/numerology/french-shape.ts'
import { readLetters } from '#events/numerology/letters.ts'
import { lifePath } from '#events/numerology/life-path.ts'
import { active } from '#events/numerology/name-numbers.ts'
import { sheetSchema, type LifePathMethod } from '#events/numerology/sheet-schema.ts'
import { nameProblem, numberSheet } from '#events/numerology/sheet.ts'
import { spokenNumbers } from '#events/numerology/spoken.ts'
import {
  activeOfAllFirstNames,
  expressionByWords,
  numbersWithY,
  pinnaclesFromBases,
  type YRule,
} from '#events/numerology/variants.ts'

import vectors from './numerology-vectors.json' with { type: 'json' }

type Vector = (typeof vectors.vecteurs)[number]
type Entry = { prenoms: string; nomNaissance: string; dateNaissance: string; dateReference: string }

function day(iso: string): BirthDate {
  const date = parseIsoDate(iso)
  if (!date) throw new Error(`${iso} is no date`)
  return date
}

const sheetOf = (entry: Entry, method: LifePathMethod = 'vertical') =>
  numberSheet({
    ...{ firstNames: entry.prenoms, lastName: entry.nomNaissance, method },
    ...{ birthDate: day(entry.dateNaissance), on: day(entry.dateReference) },
  })

function wordsOf(name: string): string[] {
  const read = readLetters(name)
  if (!read.ok) throw new Error(`${name}: ${read.code}`)
  return read.words
}

function variantsOf({ prenoms, nomNaissance, dateNaissance }: Entry) {
  const words = [...wordsOf(prenoms), ...wordsOf(nomNaissance)]
  const withY = (rule: YRule) => {
    const { soulUrge, personality } = numbersWithY(words, rule)
    return { intime: soulUrge.value, realisation: personality.value }
  }
  return {
    actifTousPrenoms: activeOfAllFirstNames(wordsOf(prenoms)).value,
    expressionParNoms: expressionByWords(words).value,
    yConsonne: withY('consonant'),
    yContexte: withY('context'),
    realisationsR3Base: pinnaclesFromBases(day(dateNaissance)),
  }
}

describe('the sheet of a published vector', () => {
  test('there are 25', () => {
    expect(vectors.vecteurs).toHaveLength(25)
  })

  test.each(vectors.vecteurs)('$id', ({ entree, attendu }) => {
    const sheet = sheetOf(entree)
    expect(frenchSheet(sheet)).toEqual(attendu)
    expect(sheetSchema.parse(sheet)).toEqual(sheet)
    expect(sheet).toMatchObject({ engineVersion: '2', method: 'vertical', on: entree.dateReference })
    expect(sheet.oldDate).toBe(entree.dateNaissance < '1900')
  })

  test.each(vectors.vecteurs)('$id, as other schools have it', ({ entree, variantes }) => {
    expect(variantsOf(entree)).toEqual(variantes)
  })

  test('shows that the variants are others: Barbara Liskov’s third réalisation', () => {
    const birth = day('1939-11-07')
    expect([pinnacles(birth)[2], pinnaclesFromBases(birth)[2]]).toEqual([2, 11])
  })
})

describe('Y', () => {
  test.each([
    ['YVES', 'context', 'YE'],
    ['MAYLIS', 'context', 'AI'],
    ['YANN', 'context', 'A'],
    ['LYNN', 'context', 'Y'],
    ['MARY', 'context', 'AY'],
    ['YY', 'context', 'YY'],
    ['LYNN', 'consonant', ''],
  ] as const)('in %s, by %s, leaves the vowels « %s »', (word, rule, vowels) => {
    expect(numbersWithY([word], rule).soulUrge).toEqual(activeOfAllFirstNames([vowels]))
  })

  test('has no neighbour in the next word', () => {
    expect(numbersWithY(['MARY', 'ANNE'], 'context').soulUrge).toEqual(activeOfAllFirstNames(['AYAE']))
  })
})

describe('a published example', () => {
  const examples = vectors.vecteurs.flatMap((vector) =>
    vector.exemplesPublies.map((example) => ({ ...example, id: vector.id, vector })),
  )
  // The one that is not about a field says that an accent changes nothing; it is played below.
  const [words, fields] = [true, false].map((spoken) =>
    examples.filter(({ champ }) => champ.startsWith('accents') === spoken),
  )

  test('is there 32 times', () => {
    expect([words?.length, fields?.length]).toEqual([1, 31])
  })

  test.each(fields ?? [])('of $source, $id: $champ is $valeur', ({ champ, valeur, vector }) => {
    expect(published(vector, champ)).toEqual(valeur)
  })

  test('Spärck is Sparck', () => {
    const entry = words?.[0]?.vector.entree
    if (!entry) throw new Error('no example')
    expect(entry.nomNaissance).toContain('ä')
    expect(sheetOf({ ...entry, nomNaissance: 'Sparck Jones' })).toEqual(sheetOf(entry))
  })
})

/** « defis[:3] », « cheminDeVie.vertical.chemin », « variantes.realisationsR3Base »: looked up in what we calculate. */
function published({ entree }: Vector, champ: string): unknown {
  const [path = '', first] = champ.replace(']', '').split('[:')
  const all: unknown = { ...frenchSheet(sheetOf(entree)), variantes: variantsOf(entree) }
  const found = path.split('.').reduce((place, key) => (place as Record<string, unknown>)[key], all)
  return first === undefined ? found : (found as unknown[]).slice(0, Number(first))
}

describe('a wrong public example is not repeated', () => {
  const pathsOf = (iso: string) => [
    lifePath(day(iso)).path,
    lifePath(day(iso), 'horizontal').path,
    lifePath(day(iso), 'components').path,
  ]
  const named = (prenoms: string, nomNaissance: string) =>
    frenchSheet(sheetOf({ prenoms, nomNaissance, dateNaissance: '1990-07-14', dateReference: '2026-11-23' }))

  test('all five are here', () => {
    expect(vectors.exemplesPublicsErrones.map(({ source }) => source)).toEqual([
      'refinery',
      'venus-karma',
      'numora',
      'num-site',
      'compuuteio',
    ])
  })

  test('refinery: 5 July 1989 is 3, not 4', () => {
    expect(pathsOf('1989-07-05')).toEqual([
      [2001, 3],
      [39, 12, 3],
      [21, 3],
    ])
  })

  test('venus-karma: 5 February 1970 is 6 without a debt, not 7', () => {
    expect(pathsOf('1970-02-05')).toEqual([
      [1977, 24, 6],
      [24, 6],
      [15, 6],
    ])
    expect(lifePath(day('1970-02-05')).debt).toBeNull()
  })

  test('numora: Marie Dupont is 1, not 9', () => {
    expect(named('Marie', 'Dupont').expression?.chemin).toEqual([55, 10, 1])
  })

  test('num-site: 9 December 1906 is 1, not 10', () => {
    expect(pathsOf('1906-12-09')[0]).toEqual([1927, 19, 10, 1])
  })

  test('compuuteio: 44 and 55 are no masters', () => {
    expect(named('Hugo', 'Girard').realisation?.chemin).toEqual([44, 8])
    expect(named('Anne-Sophie', 'de La Tour d’Auvergne').intime?.chemin).toEqual([55, 10, 1])
  })
})

describe('a name that is not in Latin letters, or empty', () => {
  const refused = vectors.erreurs.flatMap(({ id, entree, erreur }) => {
    const { prenoms, nomNaissance } = entree
    if (prenoms === undefined || nomNaissance === undefined) return []
    return [{ id, erreur, entree: { ...entree, prenoms, nomNaissance, dateReference: '2026-11-23' } }]
  })

  test('is in four vectors', () => {
    expect(refused.map(({ id }) => id)).toEqual(['cyrillique', 'chinois', 'grec', 'nom-vide'])
  })

  test.each(refused)('$id: $erreur, and the numbers of the date all the same', ({ entree, erreur }) => {
    const { prenoms, nomNaissance } = entree
    expect(nameProblem({ firstNames: prenoms, lastName: nomNaissance })).toBe(erreur)
    const sheet = sheetOf(entree)
    expect(sheetSchema.parse(sheet)).toEqual(sheet)
    const plain = frenchSheet(sheetOf({ ...entree, prenoms: 'Ada', nomNaissance: 'Lovelace' }))
    expect(frenchSheet(sheet)).toEqual({
      ...plain,
      ...{ lettres: null, expression: null, intime: null, realisation: null, actif: null, hereditaire: null },
      ...{ grille: null, manquants: null },
      dettes: plain.dettes.filter(({ nombre }) => ['cheminDeVie', 'anniversaire'].includes(nombre)),
    })
  })

  test('leaves nothing to say of the name', () => {
    const entry = { prenoms: 'Иван', nomNaissance: 'П2', dateNaissance: '1980-01-01', dateReference: '2026-11-23' }
    const { lifePath: spokenPath, personalYear, ...ofName } = spokenNumbers(sheetOf(entry))
    expect(spokenPath).toEqual({ value: 2, base: 2, master: false })
    expect(personalYear).toEqual({ value: 3, base: 3, master: false })
    expect(ofName).toEqual({ expression: null, soulUrge: null, personality: null })
  })
})

describe('the sheet', () => {
  const elodie = {
    prenoms: 'Élodie',
    nomNaissance: 'Fournier',
    dateNaissance: '1986-04-10',
    dateReference: '2026-11-23',
  }

  test('speaks the life path of its own method', () => {
    expect(spokenNumbers(sheetOf(elodie)).lifePath).toEqual({ value: 2, base: 2, master: false })
    expect(spokenNumbers(sheetOf(elodie, 'horizontal')).lifePath).toEqual({ value: 11, base: 2, master: true })
  })

  test('lists the debt of its own method', () => {
    const hugo = { prenoms: 'Hugo', nomNaissance: 'Girard', dateNaissance: '1990-07-14', dateReference: '2026-11-23' }
    const ofLifePath = (method: LifePathMethod) =>
      sheetOf(hugo, method).debts.filter(({ place }) => place === 'lifePath')
    expect(ofLifePath('vertical')).toEqual([])
    expect(ofLifePath('components')).toEqual([{ place: 'lifePath', debt: 13 }])
  })

  test('tells each warning once, of either name', () => {
    const warned = { ...elodie, prenoms: 'Élodie 2', nomNaissance: 'Fournier (3)' }
    expect(sheetOf(warned).warnings).toEqual(['chiffre_ignore', 'signe_ignore'])
  })

  test('takes the first of the first names as the active one', () => {
    expect(sheetOf({ ...elodie, prenoms: 'Anne-Sophie Marie' }).active).toEqual(active(['ANNESOPHIE']))
  })

  test('is the same in French as number by number', () => {
    const sheet = sheetOf(elodie)
    expect(frenchSheet(sheet).anniversaire).toEqual(frenchNumber(sheet.birthday))
  })
})
