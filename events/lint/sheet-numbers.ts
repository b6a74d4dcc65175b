/** Which numbers a sheet bears, under the names the script gives them (`numerology.md` §1). */
import type { NumberSheet } from '../numerology/sheet-schema.ts'
import type { LintSubject } from './finding.ts'
import { words } from './matching.ts'

type Reduced = { value: number; base: number; path: number[] }

export type Borne = {
  accepted: number[]
  /** Right only in a sentence that also says one of `accepted`: « onze, qui se réduit à deux ». */
  beside: number[]
}

type Kind = {
  /** How the kind is called, as a pattern for `words`. */
  called: string
  /** One of the five that a model is given to name. */
  sent?: true
  of: (sheet: NumberSheet) => Borne
}

const kinds: readonly Kind[] = [
  {
    called: 'chemin_de_vie|nombre_(?:de_destinée|principal|de_vie|clé)',
    of: ({ lifePath, method }) => one(lifePath[method]),
    sent: true,
  },
  { called: 'nombre_d’expression|expression', of: ({ expression }) => one(expression), sent: true },
  {
    called: 'nombre_intime|nombre_de_l’âme|nombre_d’âme|élan_spirituel|intime',
    of: ({ soulUrge }) => one(soulUrge),
    sent: true,
  },
  {
    called: 'cycles?_de_réalisation|pinacles?|(?:première|deuxième|troisième|quatrième)_réalisation',
    of: ({ pinnacles }) => several(pinnacles),
  },
  {
    called: 'nombre_de_réalisation|nombre_de_la_réalisation|image_sociale|réalisation',
    of: ({ personality }) => one(personality),
    sent: true,
  },
  {
    called: '(?:nombre|chiffre)_de_(?:votre_)?naissance',
    of: ({ lifePath, method, birthday }) => several([lifePath[method].value, birthday.value]),
  },
  { called: 'nombre_actif', of: ({ active }) => one(active) },
  { called: 'nombre_héréditaire|nombre_d’hérédité', of: ({ hereditary }) => one(hereditary) },
  { called: 'nombre_d’anniversaire|nombre_du_jour|jour_de_naissance', of: ({ birthday }) => one(birthday) },
  {
    called: 'année_personnelle|vibration_(?:de_l’année|personnelle|annuelle)|nombre_de_l’année|votre_année',
    of: ({ personalYear }) => one(personalYear),
    sent: true,
  },
  { called: 'mois_personnel', of: ({ personalMonth }) => one(personalMonth) },
  { called: 'jour_personnel', of: ({ personalDay }) => one(personalDay) },
  { called: 'défis?(?:_(?:majeur|mineur|ultime|principal))?', of: ({ challenges }) => several(challenges) },
  { called: 'cycles?_(?:formatif|productif|de_moisson|de_vie)', of: ({ cycles }) => several(cycles) },
  { called: 'nombres?_manquants?|leçons?_karmiques?', of: ({ missing }) => several(missing ?? []) },
  { called: 'dettes?_karmiques?', of: ({ debts }) => several(debts.map(({ debt }) => debt)) },
]

/** All kinds in one pattern. */
export const kindPattern = kinds.map(({ called }) => called).join('|')

const exactly = kinds.map(({ called }) => words(called))

type Bearer = Pick<LintSubject, 'sheet' | 'spokenOnly'>

/** What the sheet bears under this name, which `kindPattern` matched. Nothing, where a model was not given it. */
export function borneAs(bearer: Bearer, name: string): Borne {
  const kind = kinds.find((_, index) => name.replace(exactly[index] ?? '', '') === '')
  return kind === undefined ? several([]) : borneOf(bearer, kind)
}

/** All that « le sept » may stand for. */
export function allNumbers(bearer: Bearer): Set<number> {
  const all = kinds.map((kind) => borneOf(bearer, kind))
  return new Set(all.flatMap(({ accepted, beside }) => [...accepted, ...beside]))
}

/** The master numbers that the sheet bears. */
export function mastersOf(bearer: Bearer): Set<number> {
  const accepted = kinds.flatMap((kind) => borneOf(bearer, kind).accepted)
  return new Set(accepted.filter((number) => masters.has(number)))
}

const masters = new Set([11, 22, 33])

function borneOf({ sheet, spokenOnly }: Bearer, { of, sent }: Kind): Borne {
  return spokenOnly && !sent ? several([]) : of(sheet)
}

function one(number: Reduced | null): Borne {
  return number === null ? several([]) : { accepted: [number.value], beside: [number.base, ...number.path] }
}

function several(accepted: readonly number[]): Borne {
  return { accepted: [...accepted], beside: [] }
}
