/** Sentences short enough to be followed by ear: thirty words at most, twenty on average (`script-writing.md` §3.1). */
import type { Finding } from './finding.ts'
import { countWords } from './matching.ts'
import { finding, wholeFinding, type Passage } from './passage.ts'

export const sentenceLimits = { most: 30, average: 20 } as const

export function longSentences(passage: Passage): Finding[] {
  return passage.sentences
    .filter(({ text }) => countWords(text) > sentenceLimits.most)
    .map(({ start, end }) => finding(passage, 'sentence_too_long', start, end))
}

export function averageFindings(passages: readonly Passage[]): Finding[] {
  const lengths = passages.flatMap(({ sentences }) => sentences).map(({ text }) => countWords(text))
  if (lengths.length === 0) return []
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return average > sentenceLimits.average ? [wholeFinding('sentences_long_on_average')] : []
}
