/**
 * Every number said of the person is the one of the sheet (`script-writing.md` §3.6). Ordinary quantities are none of
 * its business: « deux ou trois idées », « cinq minutes ».
 */
import type { NumberSheet } from '../numerology/sheet-schema.ts'
import type { Finding, LintSubject } from './finding.ts'
import { inWords, numberPattern, readNumber } from './in-words.ts'
import { matchesIn, words, type Match } from './matching.ts'
import { finding, type Span, type Passage, type Remedy } from './passage.ts'
import { allNumbers, borneAs, kindPattern, mastersOf } from './sheet-numbers.ts'

export function numberFindings(passage: Passage, { sheet }: LintSubject): Finding[] {
  const all = allNumbers(sheet)
  const masters = mastersOf(sheet)
  return passage.sentences.flatMap((sentence) => {
    const heard = { passage, sentence, text: passage.lower.slice(sentence.start, sentence.end) }
    if (heard.text.search(anyNumber) === -1) return []
    const wrong = distinct(namings.flatMap((naming) => wrongNumbers(heard, sheet, naming)))
    return [...wrong, ...wrongSymbols(heard, all, wrong), ...wrongMasters(heard, masters, sheet)]
  })
}

/** Most sentences have no number: one look tells. */
const anyNumber = words(`${numberPattern}|maîtres?|maîtresses?`)

type Heard = { passage: Passage; sentence: Span; text: string }

const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
/** A number that counts things or names a day is not one of the sheet. */
const noQuantity = `(?!_(?:ou|à|fois|mois|jours|ans|heures?|minutes?|cents?|mille|pour_cent|de_ces|${months})(?!\\p{L})|-)`
const said = `(${numberPattern})(?!\\p{L})${noQuantity}`
/** « un » alone is an article unless the phrase ends or a verb follows. */
const bare = `(?!un(?!\\p{L})(?!\\s?[,.;:!?…]|\\s?$|_(?:qui|vous|est|invite|parle|aime|évoque|colore|et|donne)))`
const shown = '(?:_(?:bien|donc|aussi|ici|encore|surtout))?'
/** Whatever leads from the name of a number to the number, after a verb or a participle that says that it is so. */
const led = '(?:_(?:\\p{L}{1,12})){0,3}_(?:le_|un_|au_|du_|à_)(?:nombre_|chiffre_|signe_du_)?'
const between = `(?:_(?:numéro_|du_|:_|nombre_)?${bare}|\\s?,_(?:le|un|c’est_le|c’est_un)_(?:nombre_|chiffre_)?|_(?:est|reste|devient|porte|donne|vaut|affiche|sera|était|a_pour_(?:nombre|valeur)|correspond_à|se_place_sous)${shown}_(?:le_signe_du_|sous_le_|le_|un_|au_|du_)(?:nombre_|chiffre_)?|_(?:est|vaut)${shown}_(?!(?:un|neuf)(?!\\p{L}))|_(?:se_(?:résume|réduit|place|lit|range|vit|décline)|s’(?:ouvre|écrit|inscrit|éclaire)|vibre|résonne|rime|chante|aboutit|mène|conduit|tombe|rayonne)(?:${led}|_à_)|\\s?,?_(?:sous|dominée?|placée?|marquée?|colorée?|éclairée?|portée?|gouvernée?|teintée?|baignée?|guidée?|habitée?|rythmée?|animée?|réduite?)${led})`
const rules =
  '(?:qui_)?(?:guid|color|gouvern|éclair|anim|port|habit|marqu|rythm|résum|teint|dirig|accompagn|ouvr|régi|domin|dessin)\\p{L}{1,5}'
const joined = `(?:_${rules}_|_(?:est|comme|en|pour|de|dans|sur|d’|du|au)_?|\\s?,_|_d’)(?:votre_|le_|la_|l’|votre_nombre_)?`

/** « chemin de vie, le sept » and « le sept de votre chemin de vie ». */
type Naming = { pattern: RegExp; read: (groups: Match['groups']) => { name: string; word: string } }
const namings: readonly Naming[] = [
  {
    pattern: words(`(${kindPattern})${between}${said}`),
    read: ([name = '', word = '']) => ({ name, word }),
  },
  {
    pattern: words(`(?:le|un|du|au)_(?:nombre_|chiffre_)?(${numberPattern})${joined}(${kindPattern})(?!_de_tous)`),
    read: ([word = '', name = '']) => ({ name, word }),
  },
  {
    pattern: words(
      `(?:additionn|dat)\\p{L}{1,3}[^.;]{0,40}?_(?:obtient|donne|trouve|forme)_(?:le_|un_)(?:nombre_|chiffre_)?${said}`,
    ),
    read: ofLifePath,
  },
  { pattern: words(`vous_êtes_une?_${bare}${said}(?=\\s?[,.;:!?…]|$)`), read: ofLifePath },
]

/** The number that all of a person is called by is the life path. */
function ofLifePath([word = '']: Match['groups']): { name: string; word: string } {
  return { name: 'chemin de vie', word }
}

function wrongNumbers(heard: Heard, sheet: NumberSheet, { pattern, read }: Naming): Finding[] {
  return matchesIn(heard.text, pattern).flatMap(({ start, end, groups }) => {
    const { name, word } = read(groups)
    const { accepted, beside } = borneAs(sheet, name)
    const number = readNumber(word)
    if (number === undefined || accepted.includes(number)) return []
    if (beside.includes(number) && says(heard.text, accepted)) return []
    const [only, ...more] = accepted
    return [differing(heard, start, end, word, more.length === 0 ? only : undefined)]
  })
}

/** « Le onze aime … »: a number spoken of as a symbol must be one of the sheet; « du neuf » is what is new. */
const symbol = words(`(?:(?:le|au|ce)_|du_(?!neuf)|(?:nombre|chiffre)_${bare})${said}`)
const dated = new RegExp(months, 'u')

function wrongSymbols(heard: Heard, all: ReadonlySet<number>, wrong: readonly Finding[]): Finding[] {
  return matchesIn(heard.text, symbol).flatMap(({ start, end, groups: [word = ''] }) => {
    const number = readNumber(word)
    if (number === undefined || all.has(number) || dated.test(heard.text)) return []
    const found = differing(heard, start, end, word, undefined)
    return wrong.some((other) => other.start < found.end && other.end > found.start) ? [] : [found]
  })
}

const master = words(
  'nombres?_maîtres?|maîtres?-nombres?|maîtres?_nombres?|vibrations?_maîtresses?|chemin_de_vie_maître',
)
/** Denied, or said of the tradition and not of the person. */
const notTheirs =
  /(?:^|[^\p{L}])(?:n’|ne |aucun |sans |ni |n’a pas |(?:tradition|numérologie) (?:parle|connaît|réserve|appelle))/u

function wrongMasters(heard: Heard, masters: ReadonlySet<number>, sheet: NumberSheet): Finding[] {
  const found = matchesIn(heard.text, master)
  if (found.length === 0 || notTheirs.test(heard.text)) return []
  const named = matchesIn(heard.text, symbol).flatMap(({ groups: [word = ''] }) => readNumber(word) ?? [])
  const own = named.length > 0 ? named : bornHere(heard.text, sheet)
  if (own.some((number) => masters.has(number))) return []
  return found.map(({ start, end }) =>
    finding(heard.passage, 'master_number', heard.sentence.start + start, heard.sentence.start + end),
  )
}

const kind = words(kindPattern)

/** What the sheet bears under the names that are said; all of it where none is. */
function bornHere(text: string, sheet: NumberSheet): number[] {
  const names = matchesIn(text, kind).map((match) => match.text)
  return names.length === 0 ? [...allNumbers(sheet)] : names.flatMap((name) => borneAs(sheet, name).accepted)
}

function says(text: string, numbers: readonly number[]): boolean {
  return numbers.some((number) => words(inWords(number) ?? '').test(text))
}

function differing(heard: Heard, start: number, end: number, word: string, right: number | undefined): Finding {
  const at = heard.sentence.start
  const wordStart = at + start + heard.text.slice(start, end).lastIndexOf(word)
  const spelled = right === undefined ? undefined : inWords(right)
  const remedy: Remedy | null = spelled
    ? { label: `Écrire « ${spelled} »`, replacement: spelled, start: wordStart, end: wordStart + word.length }
    : null
  return finding(heard.passage, 'number_differs', at + start, at + end, remedy)
}

function distinct(findings: Finding[]): Finding[] {
  return findings.filter(
    (found, index) => !findings.slice(0, index).some(({ start, end }) => start < found.end && end > found.start),
  )
}
