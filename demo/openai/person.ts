/** Whom a request is about: a first name and a life path, wherever they stand as JSON in its text. */
import { numberWords } from './bank/portraits.ts'

export type Subject = { firstName: string; lifePath: number; words: string | null }

/** Null where the text names nobody, or no life path that exists. */
export function findSubject(text: string): Subject | null {
  for (const data of jsonObjectsIn(text)) {
    const fields = flatten(data)
    const firstName = firstString(fields, ['prenom', 'prenoms', 'firstname', 'firstnames', 'givenname'])
    const lifePath = findLifePath(fields)
    if (firstName === null || lifePath === null) continue
    return { firstName, lifePath, words: firstString(fields, ['mots', 'words', 'question']) }
  }
  return null
}

/** A letter, then letters, marks, hyphens, apostrophes, dots and single spaces: nothing else is spoken as a name. */
function spokenName(value: string): string {
  const kept = value.normalize('NFC').replace(/[^\p{L}\p{M}'’.\- ]+/gu, '')
  return kept.replace(/\s+/g, ' ').trim().slice(0, 60)
}

type Field = { key: string; value: string | number }

function firstString(fields: Field[], keys: string[]): string | null {
  for (const { key, value } of fields) {
    const own = key.split('.').at(-1) ?? key
    if (!keys.includes(own) || typeof value !== 'string') continue
    const text = own.startsWith('mot') || own === 'words' || own === 'question' ? value.trim() : spokenName(value)
    if (text !== '') return text
  }
  return null
}

function findLifePath(fields: Field[]): number | null {
  for (const { key, value } of fields) {
    if (!/chemindevie|lifepath/.test(key)) continue
    const number = readNumber(value)
    if (number !== null) return number
  }
  return null
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

/** Every outermost `{…}` that parses, in order. */
function* jsonObjectsIn(text: string): Generator<unknown> {
  let from = text.indexOf('{')
  while (from !== -1) {
    const end = endOfObject(text, from)
    const parsed = end === -1 ? undefined : parse(text.slice(from, end))
    if (parsed !== undefined) yield parsed
    from = text.indexOf('{', parsed === undefined ? from + 1 : end)
  }
}

function endOfObject(text: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (quoted && char === '\\') at++
    else if (char === '"') quoted = !quoted
    else if (!quoted && char === '{') depth++
    else if (!quoted && char === '}' && --depth === 0) return at + 1
  }
  return -1
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
