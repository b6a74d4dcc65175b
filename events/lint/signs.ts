/** Signs that a voice reads badly or not at all (`script-writing.md` §3.2, §3.3). */
import type { Finding, LintSubject } from './finding.ts'
import { findAll, removal, type Match } from './matching.ts'
import type { Passage, Remedy } from './passage.ts'

export function signFindings(passage: Passage, subject: LintSubject): Finding[] {
  return [
    ...findAll(passage, 'symbol', /(?<=\p{L})\/(?=\p{L})/gu, slashRemedy(passage)),
    ...findAll(passage, 'symbol', /(?<!\p{L})\/|\/(?!\p{L})|[%€$£&+=°@#*_|~^§\\©®™]/gu, symbolRemedy),
    ...findAll(passage, 'parentheses', /\([^()]{0,300}\)|[()[\]]/gu, unwrapped(passage)),
    ...findAll(passage, 'quotes', /[«“„"][^«»“”„"]{0,300}[»”"]|[«»“”„"]/gu, unquoted(passage)),
    ...findAll(passage, 'emoji', emoji, () => removal),
    ...capitalFindings(passage, subject),
  ]
}

const emoji =
  /(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator})[\p{Emoji_Modifier}\ufe0f\u200d\p{Extended_Pictographic}\p{Regional_Indicator}]{0,12}/gu

const said: Record<string, string> = {
  '%': 'pour cent',
  '€': 'euros',
  $: 'dollars',
  '£': 'livres',
  '&': 'et',
  '+': 'plus',
  '=': 'égale',
  '°': 'degrés',
  '/': 'ou',
}

function symbolRemedy({ text }: Match): Remedy {
  const word = said[text]
  return word === undefined ? removal : { label: `Écrire «\u202f${word}\u202f»`, replacement: word }
}

/** « et/ou » is « ou »; other pairs keep both words. */
function slashRemedy({ lower }: Passage) {
  return ({ start, end }: Match): Remedy => {
    const both = lower.slice(start - 2, start) === 'et' && lower.slice(end, end + 2) === 'ou'
    return both
      ? { label: 'Écrire «\u202fou\u202f»', replacement: '', start: start - 2 }
      : { label: 'Écrire «\u202fou\u202f»', replacement: ' ou ' }
  }
}

/** « (parfois) » becomes « , parfois, »; at the end of a sentence the second comma is dropped. */
function unwrapped({ text }: Passage) {
  return ({ start, end }: Match): Remedy => {
    const inside = text.slice(start + 1, end - 1).trim()
    if (inside === '') return removal
    const before = text.slice(0, start).trimEnd().length
    const comma = /^\s*[.,;:!?…]|^\s*$/u.test(text.slice(end, end + 20)) ? '' : ','
    if (/[.!?…]$/u.test(inside) || before === 0) return { label: 'Retirer les parenthèses', replacement: inside }
    return { label: 'Mettre des virgules', replacement: `, ${inside}${comma}`, start: before }
  }
}

function unquoted({ text }: Passage) {
  return ({ start, end }: Match): Remedy => ({
    label: 'Retirer les guillemets',
    replacement: text.slice(start + 1, Math.max(start + 1, end - 1)).trim(),
  })
}

/** A word in capitals is put in lower case; what is too short to be one is left to a person, as it may be spelled out. */
function capitalFindings(passage: Passage, { firstName }: LintSubject): Finding[] {
  const pattern = /(?<![\p{L}\p{M}])\p{Lu}{2,60}(?![\p{L}\p{M}])/gu
  const lowered = ({ text }: Match): Remedy | null =>
    text.length < 5 ? null : { label: 'Écrire en minuscules', replacement: text.toLowerCase() }
  return findAll(passage, 'capitals', pattern, lowered, passage.spoken).filter(({ excerpt }) => excerpt !== firstName)
}
