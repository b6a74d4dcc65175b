/** French throughout: told by the little words, which every language has of its own, and by the look of the others. */
import type { Finding, LintSubject } from './finding.ts'
import { foreignWords, frenchWords, moreFrench, neverFrench, sharedWords } from './little-words.ts'
import { countWords } from './matching.ts'
import { finding, type Span, type Passage } from './passage.ts'
import { withoutPauses } from './pause-tag.ts'

/** Below these many words a text says too little of its language. */
const leastWords = { section: 12, sentence: 8, short: 3, looks: 5 } as const
/** French prose has some 40 % of them; a list of nouns, or letters at random, hardly any. */
const leastFrench = 0.15

export function languageFindings(passage: Passage, { firstName }: LintSubject): Finding[] {
  const { text } = passage
  if (isForeignSection(passage.lower)) return [finding(passage, 'language', 0, text.length)]
  return passage.sentences
    .filter(
      (sentence) => isForeignSentence(sentence) || isShortAndForeign(sentence) || isOtherScript(sentence, firstName),
    )
    .map(({ start, end }) => finding(passage, 'foreign_sentence', start, end))
}

function isForeignSection(text: string): boolean {
  if (countWords(withoutPauses(text)) < leastWords.section) return false
  const { french, foreign, share } = scores(text)
  return share < leastFrench || foreign > french
}

function isForeignSentence({ text }: Span): boolean {
  if (countWords(text) < leastWords.sentence) return false
  const { french, foreign } = scores(text.toLowerCase())
  return foreign >= 3 && foreign > french
}

/** Letters of elsewhere; or not one French little word, and one of another language, or mostly words that look like none of ours. */
function isShortAndForeign({ text }: Span): boolean {
  const tokens = (text.match(/[\p{L}\p{M}]+/gu) ?? []).map((token, index) =>
    index === 0 ? token.toLowerCase() : token,
  )
  const common = tokens.filter((token) => !/^\p{Lu}/u.test(token))
  if (common.filter((token) => letters.test(token)).length >= 2) return true
  const known = common.filter((token) => frenchWords.has(token) || moreFrench.has(token))
  if (known.some((token) => !sharedWords.has(token))) return false
  const strangers = new Set(tokens.map((token) => token.toLowerCase()).filter((token) => neverFrench.has(token))).size
  if (tokens.length >= leastWords.short && strangers > (known.length > 0 ? 1 : 0)) return true
  if (known.length > 0) return false
  return common.length >= leastWords.looks && common.filter(looksForeign).length * 2 >= common.length
}

/** Letters that no French word has; names, which may, have a capital. */
const letters = /[ßøåãõěščřžýąęłńśźżğışťđőűāēīōūģķļņăĭŏŭ]/u
/** French words seldom end in a sounded vowel, or in k, g, m, w, y, h. */
const looksForeign = (token: string) => /[aiomukgwyhjv]$|[kwäöñ]|sch|[^aeiou]ij/u.test(token) || letters.test(token)

/** Another alphabet, even where a memory is written in it: at most a word or two of it may be quoted. */
function isOtherScript({ text }: Span, firstName: string): boolean {
  const said = text.replaceAll(firstName, ' ')
  const all = said.match(/\p{L}/gu)?.length ?? 0
  const strange = said.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0
  return strange * 2 > all || threeInARow.test(said)
}

const threeInARow = /(?:(?!\p{Script=Latin})\p{L}[\p{L}\p{M}]{0,60}[^\p{L}]{1,3}){2}(?!\p{Script=Latin})\p{L}/u

function scores(text: string): { french: number; foreign: number; share: number } {
  const tokens = text.match(/[\p{L}\p{M}]+/gu) ?? []
  const count = (little: ReadonlySet<string>) => tokens.filter((token) => little.has(token)).length
  const french = count(frenchWords)
  return { french, foreign: Math.max(...foreignWords.map(count)), share: french / Math.max(1, tokens.length) }
}
