/** Whom a request is about: a first name, numbers and chosen words, wherever they stand as JSON in its text. */
import { numberWords } from './bank/portraits.ts'
import { jsonObjectsIn } from './json-in-text.ts'

export type Subject = {
  firstName: string
  lifePath: number
  /** Null where the request does not give them. */
  expression: number | null
  soulUrge: number | null
  personality: number | null
  personalYear: number | null
  theme: string | null
  /** The person gave words of their own. */
  hasWords: boolean
}

/** Null where the text names nobody, or no life path that exists. */
export function findSubject(text: string): Subject | null {
  for (const data of jsonObjectsIn(text)) {
    const fields = flatten(data)
    const firstName = firstString(fields, /(^|\.)(prenoms?|firstnames?|givenname)$/)
    const lifePath = findNumber(fields, /chemindevie|lifepath/)
    if (firstName === null || lifePath === null) continue
    return {
      firstName,
      lifePath,
      expression: findNumber(fields, /^expression|\.expression/),
      soulUrge: findNumber(fields, /intime|soulurge/),
      personality: findNumber(fields, /realisation|personality/),
      personalYear: findNumber(fields, /anneepersonnelle|personalyear/),
      theme: firstString(fields, /(^|\.)theme$/),
      hasWords: fields.some(({ key, value }) => wordsOfThePerson.test(key) && String(value).trim() !== ''),
    }
  }
  return null
}

const wordsOfThePerson = /(^|\.)(mots|words|question)$/

/** A letter, then letters, marks, hyphens, apostrophes, dots and single spaces: nothing else is spoken as a name. */
function spokenName(value: string): string {
  const kept = value.normalize('NFC').replace(/[^\p{L}\p{M}'’.\- ]+/gu, '')
  return kept.replace(/\s+/g, ' ').trim().slice(0, 60)
}

type Field = { key: string; value: string | number }

function firstString(fields: Field[], wanted: RegExp): string | null {
  const texts = fields.flatMap(({ key, value }) =>
    wanted.test(key) && typeof value === 'string' ? [spokenName(value)] : [],
  )
  return texts.find((text) => text !== '') ?? null
}

function findNumber(fields: Field[], wanted: RegExp): number | null {
  const numbers = fields.flatMap(({ key, value }) => (wanted.test(key) ? [readNumber(value)] : []))
  return numbers.find((number) => number !== null) ?? null
}

function readNumber(value: string | number): number | null {
  const said = Object.entries(numberWords).find(([, word]) => word === String(value).trim().toLowerCase())
  const number = said ? Number(said[0]) : Number(value)
  return number in numberWords ? number : null
}

/** Keys lower-cased without accents, `_` or `-`, joined by dots. */
function flatten(data: unknown, path = ''): Field[] {
  if (typeof data === 'string' || typeof data === 'number') return [{ key: path, value: data }]
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    flatten(value, path === '' ? plain(key) : `${path}.${plain(key)}`),
  )
}

function plain(key: string): string {
  return key
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
}
