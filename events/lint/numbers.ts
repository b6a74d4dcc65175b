/**
 * Every number said of the person is the one of the sheet (`script-writing.md` §3.6). Ordinary quantities are none of
 * its business: « deux ou trois idées », « cinq minutes ».
 */
import type { Finding, LintSubject } from './finding.ts'
import { matchesIn, words, type Match } from './matching.ts'
import { wrongMasters } from './masters.ts'
import type { Passage } from './passage.ts'
import { bare, differing, months, overlaps, said, says, valueOf, writtenNumber, type Heard } from './said-numbers.ts'
import { allNumbers, borneAs, kindPattern } from './sheet-numbers.ts'
import { isSetAside, strayNumbers } from './stray-numbers.ts'

export function numberFindings(passage: Passage, subject: LintSubject): Finding[] {
  return passage.sentences.flatMap((sentence) => {
    const heard = { passage, sentence, text: passage.lower.slice(sentence.start, sentence.end) }
    if (heard.text.search(anyNumber) === -1) return []
    const wrong = distinct(namings.flatMap((naming) => wrongNumbers(heard, subject, naming)))
    const symbols = wrongSymbols(heard, subject, wrong)
    return [
      ...wrong,
      ...symbols,
      ...countedNumbers(heard),
      ...strayNumbers(heard, subject, [...wrong, ...symbols]),
      ...wrongMasters(heard, subject),
    ]
  })
}

/** Most sentences have no number: one look tells. */
const anyNumber = words(`${writtenNumber}|maîtres?|maîtresses?|\\p{L}{3,12}ième`)

const shown = '(?:_(?:bien|donc|aussi|ici|encore|surtout))?'
/** Whatever leads from the name of a number to the number, after a verb or a participle that says that it is so. */
const led = '(?:_(?:\\p{L}{1,12})){0,3}_(?:le_|un_|au_|du_|à_)(?:nombre_|chiffre_|signe_du_)?'
const between = `(?:_(?:numéro_|du_|:_|nombre_)?${bare}|\\s?,_(?:le|un|c’est_le|c’est_un)_(?:nombre_|chiffre_)?|_(?:est|reste|devient|porte|donne|vaut|affiche|sera|était|a_pour_(?:nombre|valeur)|correspond_à|se_place_sous)${shown}_(?:le_signe_du_|sous_le_|le_|un_|au_|du_)(?:nombre_|chiffre_)?|_(?:est|vaut)${shown}_(?!(?:un|neuf)(?!\\p{L}))|_(?:se_(?:résume|réduit|place|lit|range|vit|décline)|s’(?:ouvre|écrit|inscrit|éclaire)|vibre|résonne|rime|chante|aboutit|mène|conduit|tombe|rayonne)(?:${led}|_à_)|\\s?,?_(?:sous|dominée?|placée?|marquée?|colorée?|éclairée?|portée?|gouvernée?|teintée?|baignée?|guidée?|habitée?|rythmée?|animée?|réduite?)${led})`
const rules =
  '(?:qui_)?(?:guid|color|gouvern|éclair|anim|port|habit|marqu|rythm|résum|teint|dirig|accompagn|ouvr|régi|domin|dessin)\\p{L}{1,5}'
const joined = `(?:_${rules}_|_(?:est|comme|en|pour|de|dans|sur|d’|du|au)_?|\\s?,_|_d’)(?:votre_|le_|la_|l’|votre_nombre_)?`

/** « chemin de vie, le sept » and « le sept de votre chemin de vie ». */
type Naming = { pattern: RegExp; read: (groups: Match['groups']) => { name: string | null; word: string } }
const namings: readonly Naming[] = [
  {
    pattern: words(`(${kindPattern})${between}${said}`),
    read: ([name = '', word = '']) => ({ name, word }),
  },
  {
    pattern: words(`(?:le|un|du|au)_(?:nombre_|chiffre_)?(${writtenNumber})${joined}(${kindPattern})(?!_de_tous)`),
    read: ([word = '', name = '']) => ({ name, word }),
  },
  {
    pattern: words(
      `(?:additionn|dat)\\p{L}{1,3}[^.;]{0,40}?_(?:obtient|donne|trouve|forme)_(?:le_|un_)(?:nombre_|chiffre_)?${said}`,
    ),
    read: ofLifePath,
  },
  { pattern: words(`vous_êtes_une?_${bare}${said}(?=\\s?[,.;:!?…]|$)`), read: ofLifePath },
  {
    pattern: words(
      `(?:votre_(?:vrai_|véritable_|seul_)?chemin${between}|chemin_(?:de_vie_)?(?:du|numéro)_(?!neuf))${said}`,
    ),
    read: ofLifePath,
  },
  {
    pattern: words(`(?:une?|cette|votre|en|l’|son)_?année_(?:numéro_|du_)?(?!(?:un|neuf)(?!\\p{L}))${said}`),
    read: ([word = '']) => ({ name: 'année personnelle', word }),
  },
  {
    pattern: words(`année_personnelle\\s?,_la_${bare}${said}`),
    read: ([word = '']) => ({ name: 'année personnelle', word }),
  },
  {
    pattern: words(
      `votre_(?:\\p{L}{1,14}_)?(?:nombre|chiffre)(?:_(?:fétiche|porte-bonheur|sacré|secret))?${between}${said}`,
    ),
    read: ([word = '']) => ({ name: null, word }),
  },
  {
    pattern: words(
      `(?:votre|âme_d[eu]|être_d[eu]|énergie_d[eu]|vibration_d[eu]|force_d[eu]|enfant_d[eu])_(?!(?:un|neuf|v|x|i)(?!\\p{L}))${said}(?!_\\p{L}{2,20}[sx](?<!_vous)(?!\\p{L}))`,
    ),
    read: ([word = '']) => ({ name: null, word }),
  },
]

/** The number that all of a person is called by is the life path. */
function ofLifePath([word = '']: Match['groups']): { name: string; word: string } {
  return { name: 'chemin de vie', word }
}

function wrongNumbers(heard: Heard, subject: LintSubject, { pattern, read }: Naming): Finding[] {
  return matchesIn(heard.text, pattern).flatMap(({ start, end, groups }) => {
    const { name, word } = read(groups)
    const number = valueOf(word)
    const { accepted, beside } = name === null ? anyOf(subject) : borneAs(subject, name)
    if (number === undefined || accepted.includes(number) || isSetAside(heard.text, start)) return []
    if (beside.includes(number) && says(heard.text, accepted)) return []
    const [only, ...more] = accepted
    return [differing(heard, start, end, word, more.length === 0 ? only : undefined)]
  })
}

/** « Votre chemin de vie est le huitième. » */
const counted = words(
  '(?:chemin_de_vie|nombre(?:_\\p{L}{1,12})?)_(?:est_)?(?:donc_|en_fait_)?(?:le|la)_\\p{L}{3,12}ième(?=\\s?(?:[,.;:!?…]|$))|\\p{L}{3,12}ième_chemin_de_vie',
)

function countedNumbers(heard: Heard): Finding[] {
  return matchesIn(heard.text, counted).map(({ start, end, text }) => differing(heard, start, end, text))
}

const anyOf = (subject: LintSubject) => ({ accepted: [...allNumbers(subject)], beside: [] })

/** « Le onze aime … »: a number spoken of as a symbol must be one of the sheet; « du neuf » is what is new. */
const symbol = words(`(?:(?:le|au|ce)_|du_(?!neuf)|(?:nombre|chiffre)_${bare})${said}`)
const dated = new RegExp(months, 'u')

function wrongSymbols(heard: Heard, subject: LintSubject, wrong: readonly Finding[]): Finding[] {
  const all = allNumbers(subject)
  return matchesIn(heard.text, symbol).flatMap(({ start, end, groups: [word = ''] }) => {
    const number = valueOf(word)
    if (number === undefined || all.has(number) || dated.test(heard.text)) return []
    const found = differing(heard, start, end, word)
    return overlaps(found, wrong) ? [] : [found]
  })
}

function distinct(findings: Finding[]): Finding[] {
  return findings.filter((found, index) => !overlaps(found, findings.slice(0, index)))
}
