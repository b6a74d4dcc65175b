/** No digit is spoken as it is written (`script-writing.md` §3.3); the fix says it in words. */
import type { Finding } from './finding.ts'
import { inWords, ordinalInWords } from './in-words.ts'
import { findAll, type Match } from './matching.ts'
import type { Passage, Remedy } from './passage.ts'

/** A number with its thousands, its decimals or its ordinal ending. */
const number = /(\d{1,3}(?: \d{3}(?!\d))+|\d{1,15})(?:,(\d{1,6}))?(?:(ers?|res?|ères?|es?|èmes?|ièmes?)(?!\p{L}))?/gu

export function digitFindings(passage: Passage): Finding[] {
  return findAll(passage, 'digits', number, spelled)
}

function spelled({ groups: [whole = '', decimals, ending] }: Match): Remedy | null {
  const value = Number(whole.replaceAll(' ', ''))
  const words = ending ? ordinalInWords(value, /^(?:r|è?re)/u.test(ending)) : inWords(value)
  const after = decimals === undefined ? '' : decimalsInWords(decimals)
  if (words === undefined || after === undefined) return null
  return { label: 'Écrire en lettres', replacement: words + after }
}

/** « 3,05 » → « trois virgule zéro cinq ». */
function decimalsInWords(decimals: string): string | undefined {
  const zeros = decimals.length - decimals.replace(/^0+(?=\d)/u, '').length
  const rest = inWords(Number(decimals))
  return rest && ` virgule ${'zéro '.repeat(zeros)}${rest}`
}
