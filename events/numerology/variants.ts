/** What other schools make of the same letters and dates (`numerology.md` §4.2). The house uses none of them by default. */
import type { BirthDate } from './birth-date.ts'
import { outerPinnacles, type Four } from './date-numbers.ts'
import { letterSum } from './name-numbers.ts'
import { reduce, type Reduced } from './reduction.ts'

/** `actifTousPrenoms`: the nombre actif over all first names, given word by word in letters A to Z. */
export const activeOfAllFirstNames = (firstNames: readonly string[]): Reduced => reduce(letterSum(firstNames.join('')))

/** `expressionParNoms`: each word, particle included, reduced with its masters kept; then added and reduced. */
export function expressionByWords(words: readonly string[]): Reduced {
  return reduce(words.reduce((sum, word) => sum + reduce(letterSum(word)).value, 0))
}

/** Where Y belongs: a consonant everywhere, or by its neighbours in the word. */
export type YRule = 'consonant' | 'context'

/** `yConsonne` and `yContexte`: nombre intime and nombre de réalisation, word by word in letters A to Z. */
export function numbersWithY(words: readonly string[], rule: YRule): { soulUrge: Reduced; personality: Reduced } {
  const vowels = words.map((word) => [...word].filter((_, at) => isVowel(word, at, rule)).join('')).join('')
  const ofVowels = letterSum(vowels)
  return { soulUrge: reduce(ofVowels), personality: reduce(letterSum(words.join('')) - ofVowels) }
}

/** `realisationsR3Base`: the third réalisation from the bases of the first two. */
export function pinnaclesFromBases(birth: BirthDate): Four {
  const { first, second, last } = outerPinnacles(birth)
  return [first.value, second.value, reduce(first.base + second.base).value, last.value]
}

/** By context, Y is a vowel only where neither neighbour is one: it then carries the syllable alone. */
function isVowel(word: string, at: number, rule: YRule): boolean {
  if (word[at] !== 'Y') return isPlainVowel(word[at])
  return rule === 'context' && !isPlainVowel(word[at - 1]) && !isPlainVowel(word[at + 1])
}

const isPlainVowel = (letter: string | undefined) => letter !== undefined && 'AEIOU'.includes(letter)
