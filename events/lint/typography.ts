/** French spacing, apostrophes and quotes (`ux.md` §10). */
import type { Finding } from './finding.ts'
import { finding, type Passage } from './passage.ts'

/**
 * ’ for ', U+202F before ; ! ? and inside « », U+00A0 before :, … for ..., “x” and "x" as « x ». Tags and addresses stay
 * as they are; done twice it changes nothing more.
 */
export function frenchSpacing(text: string): string {
  return text
    .split(untouched)
    .map((piece, index) => (index % 2 === 1 ? piece : spaced(piece)))
    .join('')
}

/** One finding a section: a single click mends all of it. */
export function typographyFindings(passage: Passage): Finding[] {
  const { text } = passage
  const right = frenchSpacing(text)
  if (right === text) return []
  const start = commonLength(text, right)
  const tail = commonLength(reversed(text.slice(start)), reversed(right.slice(start)))
  const end = text.length - tail
  const replacement = right.slice(start, right.length - tail)
  return [finding(passage, 'typography', start, end, { label: 'Corriger la section', replacement })]
}

/** Tags, addresses and times such as 14:30. */
const untouched = /(<[^<>]{0,300}>|https?:[^\s<>«»"]{1,300}|\d{1,2}:\d{2})/u

const space = '[ \\u00a0\\u2009\\u202f]'
const thin = '\u202f'
const pairedQuotes = /"([^"«»“”\n]{1,300})"|“([^"«»“”\n]{1,300})”/gu
const beforeStrong = new RegExp(`(?<=[^\\s;!?.…])${space}{0,20}(?=[;!?])`, 'gu')
const beforeColon = new RegExp(`(?<=[^\\s:])${space}{0,20}(?=:(?!:))`, 'gu')
const afterOpening = new RegExp(`«${space}{0,20}(?=\\S)`, 'gu')
const beforeClosing = new RegExp(`(?<=[^\\s«])${space}{0,20}»`, 'gu')

function spaced(text: string): string {
  return text
    .replace(/(?<=\p{L})'|'(?=\p{L})/gu, '’')
    .replace(/(?<!\.)\.{3}(?!\.)/gu, '…')
    .replace(pairedQuotes, (_, straight?: string, curly?: string) => `« ${(straight ?? curly ?? '').trim()} »`)
    .replace(beforeStrong, thin)
    .replace(beforeColon, '\u00a0')
    .replace(afterOpening, `«${thin}`)
    .replace(beforeClosing, `${thin}»`)
}

function commonLength(left: string, right: string): number {
  const most = Math.min(left.length, right.length)
  let length = 0
  while (length < most && left[length] === right[length]) length++
  return length
}

function reversed(text: string): string {
  return text.split('').reverse().join('')
}
