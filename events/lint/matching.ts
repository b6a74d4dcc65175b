/** How rules look for words. Patterns are read on lower-case text and are bounded, so that time grows with length only. */
import type { Finding } from './finding.ts'
import { finding, type Passage, type Remedy } from './passage.ts'
import type { RuleCode } from './rules.ts'

/** Lower-case Latin letters, as a few ranges: `\p{L}` has hundreds and makes patterns slow to build and to run. */
const letter = '[a-zß-öø-ɏḁ-ỿ]'

/** Whole words: JavaScript's `\b` knows no accents. `_` stands for one to three plain spaces, `\p{L}` for a letter. */
export function words(source: string): RegExp {
  const inside = source.replaceAll('_', ' {1,3}').replaceAll('\\p{L}', letter)
  return new RegExp(`(?<!${letter})(?:${inside})(?!${letter})`, 'gu')
}

export type Match = { start: number; end: number; text: string; groups: (string | undefined)[] }

export function matchesIn(text: string, pattern: RegExp): Match[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    groups: match.slice(1),
  }))
}

/** One finding a match; `remedy` sees what is written there. */
export function findAll(
  passage: Passage,
  rule: RuleCode,
  pattern: RegExp,
  remedy: (match: Match) => Remedy | null = () => null,
  text: string = passage.lower,
): Finding[] {
  return matchesIn(text, pattern).map((match) => finding(passage, rule, match.start, match.end, remedy(match)))
}

export function countWords(text: string): number {
  return text.split(/[\s—–]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
}

export const removal: Remedy = { label: 'Retirer', replacement: '' }
