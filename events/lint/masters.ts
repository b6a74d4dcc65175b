/** Master numbers are rare: nobody is told that they bear one unless the sheet says so (`script-writing.md` §3.6). */
import type { Finding, LintSubject } from './finding.ts'
import { matchesIn, words } from './matching.ts'
import { finding } from './passage.ts'
import { bare, said, valueOf, type Heard } from './said-numbers.ts'
import { allNumbers, borneAs, kindPattern, mastersOf } from './sheet-numbers.ts'

export function wrongMasters(heard: Heard, subject: LintSubject): Finding[] {
  const found = matchesIn(heard.text, master)
  if (found.length === 0 || notTheirs.test(heard.text)) return []
  const named = matchesIn(heard.text, symbol).flatMap(({ groups: [word = ''] }) => valueOf(word) ?? [])
  const own = named.length > 0 ? named : bornHere(heard.text, subject)
  const masters = mastersOf(subject)
  if (own.some((number) => masters.has(number))) return []
  return found.map(({ start, end }) =>
    finding(heard.passage, 'master_number', heard.sentence.start + start, heard.sentence.start + end),
  )
}

const master = words(
  'nombres?_maîtres?|maîtres?-nombres?|maîtres?_nombres?|chiffres?_maîtres?|vibrations?_maîtresses?|chemin_de_vie_maître|(?:chemin_de_vie|nombres?(?:_\\p{L}{1,12})?|chiffres?|vibration|d’expression|année_personnelle)_(?:est|sont|reste|devient)_(?:(?:un|bien|donc|aussi|même|en|fait|réalité|vraiment|peut-être)_){0,3}maîtres?(?:se)?(?!_(?:de|du|des|d’|à|mot|en|dans))',
)
/** Denied, or said of the tradition and not of the person. */
const notTheirs =
  /(?:^|[^\p{L}])(?:n’|ne |aucun |sans |ni |n’a pas |(?:tradition|numérologie) (?:parle|connaît|réserve|appelle))/u
const symbol = words(`(?:(?:le|au|ce|du)_|(?:nombre|chiffre)_${bare})${said}`)
const kind = words(kindPattern)

/** What the sheet bears under the names that are said; all of it where none is. */
function bornHere(text: string, subject: LintSubject): number[] {
  const names = matchesIn(text, kind).map((match) => match.text)
  return names.length === 0 ? [...allNumbers(subject)] : names.flatMap((name) => borneAs(subject, name).accepted)
}
