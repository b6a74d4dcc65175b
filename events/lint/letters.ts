/** Characters that hide something: invisible, from another alphabet, or taken apart (`script-writing.md` §8.2). */
import type { Finding, LintSubject } from './finding.ts'
import { findAll, type Match } from './matching.ts'
import type { Passage, Remedy } from './passage.ts'

export function letterFindings(passage: Passage, subject: LintSubject): Finding[] {
  return [...hiddenFindings(passage), ...lookalikes(passage, subject), ...spaced(passage), ...decomposed(passage)]
}

/** Controls but the line break and the tab, format and bidi signs, lone surrogates, private use, fillers. */
const hidden =
  /(?![\n\t\r])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]{1,200}/gu

function hiddenFindings(passage: Passage): Finding[] {
  return findAll(passage, 'hidden_characters', hidden, () => ({ label: 'Retirer', replacement: '' }), passage.text)
}

/** A word with at least one letter that is no Latin letter, or a Latin one in disguise (bold, wide …). */
const word = /[\p{L}\p{M}]{1,200}/gu
const stranger = /(?!\p{Script=Latin})\p{L}|[\u{1d400}-\u{1d7ff}\uff21-\uff5a\u2100-\u214f]/u
const disguised = /[\u{1d400}-\u{1d7ff}\uff21-\uff5a\u2100-\u214f]/u
const latin = /\p{Script=Latin}/u
const twins: Record<string, string> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ѵ: 'v' },
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', І: 'I', Ѕ: 'S' },
  ...{ α: 'a', ο: 'o', ν: 'v', ι: 'i', ρ: 'p', υ: 'u', κ: 'k', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I' },
  ...{ Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ı: 'i', ɑ: 'a', ɡ: 'g' },
}

function lookalikes(passage: Passage, { firstName, memories }: LintSubject): Finding[] {
  if (!stranger.test(passage.text)) return []
  const given = [firstName, ...memories].join(' ')
  return findAll(passage, 'lookalike_letters', word, latinised, passage.text).filter(
    ({ excerpt }) => stranger.test(excerpt) && (isDisguise(excerpt) || !given.includes(excerpt)),
  )
}

/** Two alphabets in one word, or letters made to look like others: no memory excuses these. */
function isDisguise(text: string): boolean {
  return disguised.test(text) || latin.test(text)
}

function latinised({ text }: Match): Remedy | null {
  const plain = Array.from(text.normalize('NFKC'), (char) => twins[char] ?? char).join('')
  return stranger.test(plain) ? null : { label: `Écrire «\u202f${plain}\u202f»`, replacement: plain }
}

/** « h u i t »: four letters at least, as « il y a à » is French. */
const apart = /(?<![\p{L}\p{M}’-])\p{L}(?:[ .·-]{1,2}\p{L}){3,40}(?![\p{L}\p{M}’-])/gu

function spaced(passage: Passage): Finding[] {
  return findAll(
    passage,
    'spaced_letters',
    apart,
    ({ text }) => {
      const joined = text.replace(/\P{L}+/gu, '')
      return { label: `Écrire «\u202f${joined}\u202f»`, replacement: joined }
    },
    passage.spoken,
  )
}

function decomposed(passage: Passage): Finding[] {
  return findAll(passage, 'decomposed_letters', /\p{L}\p{M}{1,20}/gu, composed, passage.text).filter(
    ({ excerpt }) => excerpt.normalize('NFC') !== excerpt,
  )
}

function composed({ text }: Match): Remedy {
  return { label: 'Recomposer', replacement: text.normalize('NFC') }
}
