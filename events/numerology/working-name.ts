/** The numbers of the name, letter by letter. */
import { consonantsOf, digits, letterSum, letterValue, vowelsOf } from './name-numbers.ts'
import type { Reduced } from './reduction.ts'
import { readNames, type Names } from './sheet.ts'
import type { NumberSheet } from './sheet-schema.ts'
import { addition, labelled, shown, withReduction, type Working } from './working-lines.ts'

/** Expression, intime, réalisation, actif, héréditaire; then the letters' grid and what it misses. */
export function nameWorkings(sheet: NumberSheet, person: Names): Working[] {
  const read = readNames(person)
  if (!read.ok) return Object.entries(nameTitles).map(([key, name]) => ({ key, name, ...refused[read.code] }))
  const [first, last] = [read.first.words, read.last.words]
  const words = [...first, ...last]
  return [
    ...worked('expression', sheet.expression, words),
    ...worked('soulUrge', sheet.soulUrge, words.map(vowelsOf), 'Aucune voyelle'),
    ...worked('personality', sheet.personality, words.map(consonantsOf), 'Aucune consonne'),
    ...worked('active', sheet.active, first.slice(0, 1)),
    ...worked('hereditary', sheet.hereditary, last),
    missingWorking(sheet.missing ?? [], words.join('')),
  ]
}

export const nameTitles = {
  expression: 'Nombre d’expression',
  soulUrge: 'Nombre intime',
  personality: 'Nombre de réalisation',
  active: 'Nombre actif',
  hereditary: 'Nombre héréditaire',
  missing: 'Nombres manquants',
} as const

const refused = {
  translitteration_requise: {
    ...{ value: '–', lines: [] },
    note: 'Le nom est à écrire d’abord en lettres latines, comme sur le passeport ou à l’état civil.',
  },
  vide: { value: '–', lines: [], note: 'Le nom ou le prénom ne contient aucune lettre.' },
}

function worked(
  key: Exclude<keyof typeof nameTitles, 'missing'>,
  number: Reduced | null,
  words: readonly string[],
  none = 'Aucune lettre',
): Working[] {
  if (!number) return []
  const lines = withReduction(letterSums(words.filter(Boolean), none), number)
  return [{ key, name: nameTitles[key], value: shown(number), lines, note: null }]
}

/** « A1 D4 A1 : 1 + 4 + 1 = 6 » for each word, then « 6 + 36 = 42 ». */
function letterSums(words: readonly string[], none: string): string[] {
  if (words.length === 0) return [labelled(none, 0)]
  const lines = words.map((word) => {
    const values = [...word].map(letterValue)
    return labelled([...word].map((letter, at) => `${letter}${values[at]}`).join(' '), addition(values))
  })
  return words.length > 1 ? [...lines, addition(words.map(letterSum))] : lines
}

function missingWorking(missing: readonly number[], letters: string): Working {
  return {
    key: 'missing',
    name: nameTitles.missing,
    value: missing.length > 0 ? missing.join(', ') : 'aucun',
    lines: digits.map((digit) => {
      const found = [...letters].filter((letter) => letterValue(letter) === digit)
      return labelled(String(digit), found.length > 0 ? found.join(' ') : 'aucune lettre')
    }),
    note: 'Un nombre manquant n’est pas une dette karmique.',
  }
}
