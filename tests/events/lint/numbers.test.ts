/** Each number of the sheet under each of its names: the right one passes, another does not. */
import { expect, test } from 'vitest'

import { lint } from '#events/lint/lint.ts'

import { goodScript, subjects } from './subjects.ts'

const good = goodScript('ada')
const wrong = (text: string) =>
  lint({ ...good, elan: `${good.elan} ${text}` }, subjects.ada)
    .filter(({ rule }) => rule === 'number_differs')
    .map(({ excerpt }) => excerpt)

test.each([
  ['chemin de vie', 'sept'],
  ['nombre d’expression', 'trois'],
  ['nombre intime', 'onze'],
  ['nombre de réalisation', 'huit'],
  ['nombre actif', 'cinq'],
  ['nombre héréditaire', 'six'],
  ['nombre d’anniversaire', 'six'],
  ['mois personnel', 'deux'],
  ['jour personnel', 'quatre'],
  ['défi majeur', 'deux'],
  ['cycle formatif', 'quatre'],
  ['cycle de réalisation', 'cinq'],
  ['dette karmique', 'seize'],
])('%s is %s, and nothing else', (name, right) => {
  expect(wrong(`Votre ${name} est le ${right}.`)).toEqual([])
  expect(wrong(`Votre ${name} ${right} vous parle.`)).toEqual([])
  expect(wrong(`Votre ${name} est le trente-trois.`)).toEqual([`${name} est le trente-trois`])
  expect(wrong(`Votre ${name} trente-trois vous parle.`)).toEqual([`${name} trente-trois`])
})

test('a master may be reduced where it is named', () => {
  expect(wrong('Votre nombre intime est le onze, que l’on réduit à deux.')).toEqual([])
  expect(wrong('Votre nombre intime est le deux.')).toEqual(['nombre intime est le deux'])
  expect(wrong('Votre nombre intime est le deux, et plus encore le onze.')).toEqual([])
})

test('a number that the name does not give is wrong, whatever it is', () => {
  const sheet = { ...subjects.ada.sheet, expression: null }
  const script = { ...good, elan: 'Votre nombre d’expression est le trois.' }
  const found = lint(script, { ...subjects.ada, sheet }).filter(({ section }) => section === 'elan')
  expect(found).toMatchObject([{ rule: 'number_differs', fix: null }])
})
