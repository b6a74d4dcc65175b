/** Numbers as a text may write them, in words, figures or Roman numerals, and what is said of one that is wrong. */
import type { Finding } from './finding.ts'
import { inWords, numberPattern, readNumber } from './in-words.ts'
import { finding, type Passage, type Remedy, type Span } from './passage.ts'

/** One sentence of a passage, in lower case. */
export type Heard = { passage: Passage; sentence: Span; text: string }

export const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
/** Wide and circled ones are figures too. */
const figure = '[\\d０-９①-⑳]'
const roman = '[ivx]{1,6}|[ⅰ-ⅻ]'
/** « 22 » and « 2 2 » are one number. */
const written = `${numberPattern}|(?<!${figure})${figure}(?: ?${figure})?(?!${figure})|(?:${roman})(?!’)`
/** A number that counts things or names a day is not one of the sheet. */
const noQuantity = `(?!_(?:ou|à|fois|mois|jours|ans|heures?|minutes?|cents?|mille|pour_cent|de_ces|${months})(?!\\p{L})|-)`

/** A pattern for `words`: one group, which `valueOf` reads. */
export const said = `(${written})(?!\\p{L})${noQuantity}`
/** « un » alone is an article unless the phrase ends or a verb follows. */
export const bare = `(?!un(?!\\p{L})(?!\\s?[,.;:!?…]|\\s?$|_(?:qui|vous|est|invite|parle|aime|évoque|colore|et|donne)))`
export const writtenNumber = written

/** What `said` matched; undefined where it is no number after all. */
export function valueOf(word: string): number | undefined {
  const plain = word.normalize('NFKC').replace(/(?<=\d) +(?=\d)/gu, '')
  if (/^\d+$/u.test(plain)) return Number(plain)
  return readNumber(plain) ?? romanValues.get(plain)
}

/** As far as a sheet goes. */
const romanValues = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii'
    .split(' ')
    .map((numeral, index) => [numeral, index + 1]),
)
romanValues.set('xxxiii', 33)

export function says(text: string, numbers: readonly number[]): boolean {
  return numbers.some((number) => new RegExp(`(?<!\\p{L})${inWords(number) ?? '$^'}(?!\\p{L})`, 'u').test(text))
}

/** From `start` to before `end` of the sentence; `right` is what should stand in the place of `word`, where that is known. */
export function differing(heard: Heard, start: number, end: number, word: string, right?: number): Finding {
  const at = heard.sentence.start
  const wordStart = at + start + heard.text.slice(start, end).lastIndexOf(word)
  const spelled = right === undefined ? undefined : inWords(right)
  const remedy: Remedy | null = spelled
    ? { label: `Écrire «\u202f${spelled}\u202f»`, replacement: spelled, start: wordStart, end: wordStart + word.length }
    : null
  return finding(heard.passage, 'number_differs', at + start, at + end, remedy)
}

export function overlaps(found: Finding, others: readonly Finding[]): boolean {
  return others.some(({ start, end }) => start < found.end && end > found.start)
}
