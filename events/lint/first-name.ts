/** The first name is said, and at most four times (`script-writing.md` §3.1). */
import type { Finding, LintSubject } from './finding.ts'
import { matchesIn } from './matching.ts'
import { finding, type Passage, type Remedy } from './passage.ts'

export const mostFirstNames = 4

/** All passages of a script at once: the names are counted over the whole. */
export function firstNameFindings(passages: readonly Passage[], { firstName }: LintSubject): Finding[] {
  if (firstName.trim() === '') return []
  const escaped = firstName.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/['’]/gu, '’')
  const name = new RegExp(`(?<![\\p{L}\\p{M}-])${escaped}(?![\\p{L}\\p{M}-])`, 'gu')
  const said = passages.flatMap((passage) => matchesIn(passage.spoken, name).map((match) => ({ passage, ...match })))
  return [...missing(passages, firstName), ...tooMany(said)]
}

/** At the end of the welcome, which is where it is put; « Noé » is said by « NOE », too. */
function missing(passages: readonly Passage[], firstName: string): Finding[] {
  const welcome = passages.find(({ section }) => section === 'accueil')
  const name = plainWords(firstName)
  if (welcome === undefined || name.length === 0 || !/\p{L}/u.test(welcome.spoken)) return []
  const told = new Set(passages.flatMap(({ text }) => plainWords(text)))
  if (told.has(name.join('')) || name.every((word) => told.has(word))) return []
  const end = welcome.text.trimEnd().length
  return [finding(welcome, 'first_name_missing', end, end)]
}

/** Letters alone, without accents, case, or what nobody sees. */
function plainWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Cs}\p{Co}]+/gu, '')
  return plain.toLowerCase().match(/\p{L}+/gu) ?? []
}

type Said = { passage: Passage; start: number; end: number }

function tooMany(said: readonly Said[]): Finding[] {
  return said
    .slice(mostFirstNames)
    .map(({ passage, start, end }) =>
      finding(passage, 'first_name_repeated', start, end, withoutVocative(passage, start, end)),
    )
}

/** « , Ada, » → « , »; « , Ada. » → « . »; « Ada, vous » → « Vous ». Elsewhere the sentence needs a person. */
function withoutVocative({ text, spoken }: Passage, start: number, end: number): Remedy | null {
  const before = /,\s?$/u.exec(spoken.slice(Math.max(0, start - 3), start))
  const after = /^\s?[,.;:!?…]/u.exec(spoken.slice(end, end + 3))
  if (before && after) return { label: 'Retirer le prénom', replacement: '', start: start - before[0].length }
  const opening = /^,\s{1,3}\p{L}/u.exec(spoken.slice(end, end + 8))
  if (!opening || !/(?:^|[.!?…]\s{0,3})$/u.test(spoken.slice(Math.max(0, start - 4), start))) return null
  const last = end + opening[0].length
  return { label: 'Retirer le prénom', replacement: text.slice(end, last).slice(-1).toUpperCase(), end: last }
}
