/**
 * Canonical JSON (RFC 8785) for the values a fact may hold: objects, arrays, strings, booleans, null and safe integers.
 * The text is what the chain hashes, so the same fact always has the same bytes.
 *
 * @throws TypeError on a value that has no such form (a fraction, NaN, undefined in an array, a lone surrogate).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') return integer(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return `{${members(value as Record<string, unknown>).join(',')}}`
  throw new TypeError(`no canonical JSON for ${typeof value}`)
}

function members(object: Record<string, unknown>): string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${quote(key)}:${canonicalJson(object[key])}`)
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`no canonical JSON for the number ${value}`)
  return String(value)
}

function quote(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('no canonical JSON for a lone surrogate')
  return JSON.stringify(value)
}
