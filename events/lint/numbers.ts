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
    return [...wrong, ...wrongSymbols(heard, all, wrong), ...wrongMasters(heard, masters)]
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
const between = `(?:_(?:numéro_|du_|:_|nombre_)?${bare}|\\s?,_(?:le|un|c’est_le|c’est_un)_(?:nombre_|chiffre_)?|_(?:est|reste|devient|porte|donne|vaut|affiche|sera|était|a_pour_(?:nombre|valeur)|correspond_à|se_place_sous)_(?:bien_|donc_|aussi_|ici_)?(?:le_signe_du_|sous_le_|le_|un_|au_|du_)(?:nombre_|chiffre_)?|_(?:est|vaut)_(?:bien_|donc_|aussi_)?(?!(?:un|neuf)(?!\\p{L}))|_(?:placée?|marquée?|colorée?|éclairée?|portée?)_(?:sous|par|du)_(?:le_)?(?:signe_du_|nombre_)?)`
const joined = `(?:_(?:est|comme|en|pour|de|dans|sur|d’|du|au)_?|\\s?,_|_d’)(?:votre_|le_|la_|l’|votre_nombre_)?`

/** « chemin de vie, le sept » and « le sept de votre chemin de vie ». */
type Naming = { pattern: RegExp; read: (groups: Match['groups']) => { name: string; word: string } }
const namings: readonly Naming[] = [
  {
    pattern: words(`(${kindPattern})${between}${said}`),
    read: ([name = '', word = '']) => ({ name, word }),
  },
  {
    pattern: words(`(?:le|un|du|au)_(?:nombre_)?(${numberPattern})${joined}(${kindPattern})(?!_de_tous)`),
    read: ([word = '', name = '']) => ({ name, word }),
  },
]

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

const master = words('nombres?_maîtres?|maîtres?-nombres?|vibrations?_maîtresses?')

function wrongMasters(heard: Heard, masters: ReadonlySet<number>): Finding[] {
  const found = matchesIn(heard.text, master)
  if (found.length === 0 || /(?:n’|ne |aucun|sans|ni )/u.test(heard.text)) return []
  const named = matchesIn(heard.text, symbol).flatMap(({ groups: [word = ''] }) => readNumber(word) ?? [])
  const right = named.length === 0 ? masters.size > 0 : named.some((number) => masters.has(number))
  if (right) return []
  return found.map(({ start, end }) =>
    finding(heard.passage, 'master_number', heard.sentence.start + start, heard.sentence.start + end),
  )
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
