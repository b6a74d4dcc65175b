/**
 * Whatever the wording: a sentence that names a number of the sheet holds no other number than that, but for plain
 * quantities. « Votre chemin de vie est en fait le huit », « sept n’est pas votre chemin de vie, huit l’est ».
 */
import type { Finding, LintSubject } from './finding.ts'
import { matchesIn, words, type Match } from './matching.ts'
import { differing, bare, months, overlaps, said, valueOf, type Heard } from './said-numbers.ts'
import { allNumbers, borneAs, kindPattern } from './sheet-numbers.ts'

export function strayNumbers(heard: Heard, subject: LintSubject, known: readonly Finding[]): Finding[] {
  const borne = matchesIn(heard.text, named)
    .filter(isAbout(heard))
    .map(({ text }) => borneAs(subject, text))
  if (borne.length === 0 || dated.test(heard.text)) return []
  const right = new Set(borne.flatMap(({ accepted, beside }) => [...accepted, ...beside]))
  const numbers = standing(heard.text)
  const wrong = numbers.filter(({ value }) => !right.has(value))
  if (wrong.length === 0) return []
  const others = allNumbers(subject)
  const isFirm = numbers.some(({ value, start, end }) => right.has(value) && !isDenied(heard.text, start, end))
  return wrong
    .filter(({ value }) => !isFirm || !others.has(value))
    .map(({ start, end, word }) => differing(heard, start, end, word))
    .filter((found) => !overlaps(found, known))
}

const named = words(kindPattern)
const dated = new RegExp(months, 'u')
/** Words of every day, too: « une expression », « votre année », « un défi ». */
const everyday =
  /^(?:expression|intime|réalisation|pinacles?|votre année|jour de naissance|cycles? .*|défis?|.* réalisation)$/u
/** « À côté de votre chemin de vie, le trois … »: the number is that of something else. */
const elsewhere = /(?:à côté d|auprès d|en plus d|au-delà d|face à|outre|loin d)(?:e |u )?(?: ?(?:votre|le|ce|l’))? ?$/u

export function isSetAside(text: string, start: number): boolean {
  return elsewhere.test(text.slice(Math.max(0, start - 30), start))
}

function isAbout({ text }: Heard): (match: Match) => boolean {
  return (match) => !everyday.test(match.text) && !isSetAside(text, match.start)
}

type Standing = { start: number; end: number; word: string; value: number }

/** Numbers that count nothing: « un » and « neuf » only where nothing else can be meant. */
const number = words(`(?:(?:le|au|ce|nombre|chiffre|vaut|numéro)_${bare}|(?!(?:un|neuf|zéro|[ivx])(?!\\p{L})))${said}`)
const plural =
  /^ (?:\p{L}{2,14} )?(?!(?:vous|nous|dans|sans|plus|mais|très|puis|depuis|pas|toujours|alors|jamais|parfois|dès|après|sous|vos|nos|les|des|ces|ses|mes|moins|aux|près|tous)(?!\p{L}))\p{L}{2,20}[sx](?!\p{L})/u
const listed = /(?:^|[^\p{L}])(?:les|ces|vos|des|mes|nos|ses|leurs|tous|toutes|ou) (?:les |ces )?$/u
const between = /(?:^|[^\p{L}])(?:à|en|par|entre|sur|pour|vous|nous) $/u

function standing(text: string): Standing[] {
  return matchesIn(text, number).flatMap(({ start, end, groups: [word = ''] }) => {
    const value = valueOf(word)
    const before = text.slice(Math.max(0, end - word.length - 12), end - word.length)
    if (value === undefined || plural.test(text.slice(end, end + 40)) || listed.test(before)) return []
    return value === 2 && between.test(before) ? [] : [{ start, end, word, value }]
  })
}

function isDenied(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  return /(?:^|[^\p{L}])(?:pas|plus|non|jamais) (?:comme )?$/u.test(before) || /^ n’/u.test(text.slice(end, end + 3))
}
