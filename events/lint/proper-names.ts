/** Nothing about the person that they did not give: no name, no place, no relative (`script-writing.md` §3.7). */
import type { Finding, LintSubject } from './finding.ts'
import { findAll, matchesIn, words } from './matching.ts'
import { finding, type Passage } from './passage.ts'

export function properNameFindings(passage: Passage, subject: LintSubject): Finding[] {
  return [...inventedNames(passage, subject), ...inventedRelatives(passage, subject)]
}

const capitalised = /(?<![\p{L}\p{M}-])\p{Lu}\p{L}{1,40}(?:-\p{L}{1,40}){0,3}/gu

/** Capitals that name nobody, or what the tradition and the notice name. */
const harmless = new Set(
  `récit pythagore noël pâques terre lune soleil univers nature vie occident orient antiquité moyen âge renaissance
  madame monsieur mademoiselle france français française europe`.split(/\s+/u),
)
/** Named only where the welcome says how the film is made. */
const makers = new Set(['chatgpt', 'openai', 'heygen'])

function inventedNames(passage: Passage, { firstName, memories }: LintSubject): Finding[] {
  const given = new Set([...wordsOf([firstName, ...memories].join(' '))].flatMap((word) => [word, ...word.split('-')]))
  const known = (part: string) => given.has(part) || harmless.has(part)
  return matchesIn(passage.spoken, capitalised).flatMap(({ start, end, text }) => {
    const name = text.toLowerCase()
    if (text === text.toUpperCase() || known(name) || name.split('-').every(known)) return []
    if (passage.section === 'accueil' && makers.has(name)) return []
    if (opensSentence(passage.spoken, start) && !commonNames.has(name) && !actsLikeAName(passage.lower, start, end))
      return []
    return [finding(passage, 'invented_name', start, end)]
  })
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu))
}

function opensSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 160), start)
  return /(?:^|[.!?…:«»“”"(—–[*#_>\n-])\s*$/u.test(before)
}

/** A word without an article that does something to the listener, and is no pronoun and no infinitive. */
function actsLikeAName(lower: string, start: number, end: number): boolean {
  return !nameless.test(lower.slice(start, end)) && acting.test(lower.slice(end, end + 24))
}

const acting =
  /^ (?:et vous (?!\p{L}{2,20}-)|vous (?:a|ont|avait|attend|attendait|manque|connaît|comprend|sourit|ressemble)(?!\p{L}))/u
const nameless =
  /^(?:rien|tout|tous|toutes|cela|ceci|ça|quelqu|personne|chacune?|beaucoup|certaine?s?|d|elles?|ils?|on|nul|qui|lui|eux|plusieurs|peu|quoi|ce|celui|celle|ceux|celles|vous|nous|moi|toi|l|une?|deux|trois|\p{L}{1,20}(?:er|ir|re|oir))$/u

/** A capital at the head of a sentence says nothing, but these are names and nothing else. */
const commonNames = new Set(
  `sylvie nathalie isabelle catherine françoise martine sophie sandrine valérie stéphanie céline julie émilie camille manon
  léa chloé emma inès jade louise alice juliette charlotte lucie pauline marion mathilde margaux élodie aurélie laetitia
  nicolas philippe michel alain patrick stéphane christophe laurent frédéric david julien thomas alexandre antoine maxime
  lucas hugo théo nathan arthur gabriel raphaël adam paul jean jacques bernard gérard daniel marcel rené andré roger karim
  mohamed ahmed fatima yasmine leïla samira marie jeanne anne simone monique jacqueline josé kevin kévin jordan dylan ethan
  lyon marseille toulouse bordeaux nantes strasbourg montpellier rennes grenoble nice londres berlin rome madrid barcelone
  lisbonne venise bruxelles genève montréal dakar tunis casablanca paris bretagne normandie provence alsace corse italie
  espagne portugal maroc algérie tunisie belgique suisse canada québec japon inde chine amérique afrique asie`.split(
    /\s+/u,
  ),
)

const kin =
  'parents|pères?|mères?|papa|maman|frères?|sœurs?|mari|femme|épouse|époux|conjointe?|compagnon|compagne|fiancée?|fils|filles?|enfants?|jumeaux|jumelles?|bébé|grands?-mères?|grands?-pères?|grands-parents|mamie|papi|papy|petits?-fils|petites?-filles?|petits-enfants|oncles?|tantes?|cousine?s?|neveux?|nièces?|beau-père|belle-mère|beau-frère|belle-sœur|beaux-parents|parrain|marraine|ex|patronn?e?|cheff?e?|chien|chienne|chat|chatte'
const counted = 'une?|deux|trois|quatre|cinq|plusieurs|des'
const relative = words(
  `(?:votre|vos|vous_(?:avez|élevez|êtes_parent_de)_(?:${counted}))_(?:\\p{L}{2,12}_)?(${kin})(?!-)(?!_intérieure?|_(?:de|d’))`,
)
const alike = [
  ['père', 'papa', 'parents'],
  ['mère', 'maman', 'parents'],
  ['mari', 'époux', 'conjoint'],
  ['femme', 'épouse', 'conjointe'],
  ['grand-mère', 'mamie', 'mémé', 'grands-parents'],
  ['grand-père', 'papi', 'papy', 'pépé', 'grands-parents'],
  ['enfant', 'fils', 'fille', 'bébé'],
  ['chef', 'cheffe', 'patron', 'patronne'],
]

function inventedRelatives(passage: Passage, { memories }: LintSubject): Finding[] {
  const given = wordsOf(memories.join(' '))
  return findAll(passage, 'invented_relative', relative).filter(({ start, end }) => {
    const [match] = matchesIn(passage.lower.slice(start, end), relative)
    return !namesFor(match?.groups[0] ?? '').some((name) => given.has(name) || given.has(`${name}s`))
  })
}

function namesFor(relation: string): string[] {
  const one = relation === 'fils' || relation === 'époux' ? relation : relation.replace(/[sx]$/u, '')
  return [relation, one, ...alike.filter((group) => group.includes(one)).flat()]
}
