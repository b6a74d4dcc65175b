/** « Vous » throughout (`script-writing.md` §3.1): a slip is mended by a person, a model that says « tu » changed its role. */
import type { Finding, LintSubject } from './finding.ts'
import { orders } from './imperatives.ts'
import { findAll, words } from './matching.ts'
import { finding, type Passage } from './passage.ts'

export function familiarFindings(passage: Passage, { spokenOnly }: LintSubject): Finding[] {
  const slips = familiar.flatMap((pattern) => findAll(passage, 'familiar_you', pattern))
  const sure = slips.filter(({ excerpt }) => !/^ton$/iu.test(excerpt))
  const [first] = sure.toSorted((a, b) => a.start - b.start)
  if (!spokenOnly || first === undefined || (sure.length < 2 && !isSaidTo.test(passage.lower))) return slips
  return [...slips, finding(passage, 'familiar_throughout', first.start, first.end)]
}

/** « ton » and « tu » are also a noun and a participle: what stands before tells them apart. */
const familiar = [
  words('(?<!(?:est|sont|suis|êtes|a|ont|avez|était|être)_)tu'),
  words('te|ta|tes|toi|toi-même|le_tien|la_tienne'),
  /(?<![\p{L}-])t’(?=\p{L})/gu,
  words(
    '(?<!(?:l[e]|un|ce|du|au|son|votre|notre|leur|quel|même|autre|bon|nouveau|juste|petit|seul|sans|aucun|changer_de|baisser_d’un)_)ton(?=_\\p{L})(?!_(?:et|ou|pour|à|dans|avec|quand|selon|en|qui|que|de|plus|est|sur)_)',
  ),
  ...orders,
]

/** Once is enough where it cannot be a quotation of one word. */
const isSaidTo = /(?<![\p{L}-])tu (?:n’)?(?:es|as|vas|peux|dois|étais|avais|seras|auras|portes|vibres)(?!\p{L})/u
