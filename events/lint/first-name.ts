/** The first name at most four times, and « vous » throughout (`script-writing.md` §3.1). */
import type { Finding, LintSubject } from './finding.ts'
import { findAll, matchesIn, words } from './matching.ts'
import { finding, type Passage, type Remedy } from './passage.ts'

export const mostFirstNames = 4

/** All passages of a script at once: the names are counted over the whole. */
export function firstNameFindings(passages: readonly Passage[], { firstName }: LintSubject): Finding[] {
  if (firstName.trim() === '') return []
  const escaped = firstName.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/['’]/gu, '’')
  const name = new RegExp(`(?<![\\p{L}\\p{M}-])${escaped}(?![\\p{L}\\p{M}-])`, 'gu')
  const said = passages.flatMap((passage) => matchesIn(passage.spoken, name).map((match) => ({ passage, ...match })))
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

/** « ton » and « tu » are also a noun and a participle: what stands before tells them apart. */
const familiar = [
  words('(?<!(?:est|sont|suis|êtes|a|ont|avez|était|être)_)tu'),
  words('te|ta|tes|toi|toi-même|le_tien|la_tienne'),
  /(?<![\p{L}-])t’(?=\p{L})/gu,
  words(
    '(?<!(?:l[e]|un|ce|du|au|son|votre|notre|leur|quel|même|autre|bon|nouveau|juste|petit|seul|sans|aucun|changer_de|baisser_d’un)_)ton(?=_\\p{L})(?!_(?:et|ou|pour|à|dans|avec|quand|selon|en|qui|que|de|plus|est|sur)_)',
  ),
  /(?<=^|[.!?…:]\s{1,3}|\n)(?:prends|regarde|écoute|laisse|garde|respire|pense|choisis|imagine|souviens-toi|accueille|ose|cherche|essaie|pose|fais|mets|reviens|observe|donne|offre|va|sois|crois|ouvre|suis|apprends|accepte|repose|prépare|demande|rappelle)(?:-toi)?(?=\s)/gmu,
]

export function familiarFindings(passage: Passage): Finding[] {
  return familiar.flatMap((pattern) => findAll(passage, 'familiar_you', pattern))
}
