/** The strings of a JSON object of strings while it is still being written. */

/**
 * `feed` says whether it made a string longer. `strings` are whole or begun, in their order; none ever shows half an
 * escape or half a character, nor more than `longest` UTF-16 units. What is no such object shows nothing more.
 */
export function createPartialObject(longest = Infinity) {
  const texts = new Map<string, string>()
  let place: Place = 'start'
  let key = ''
  let escape = ''

  function append(unit: string): boolean {
    if (place === 'key') key += unit
    if (place !== 'text') return false
    const text = texts.get(key) ?? ''
    if (text.length >= longest) return false
    texts.set(key, text + unit)
    return true
  }

  function takeEscaped(unit: string): boolean {
    escape += unit
    if (/^\\u[\da-f]{0,3}$/i.test(escape)) return false
    const meant = unescaped(escape)
    escape = ''
    if (meant !== null) return append(meant)
    place = 'over'
    return false
  }

  function takeQuoted(unit: string): boolean {
    if (escape !== '') return takeEscaped(unit)
    if (unit === '\\') escape = unit
    else if (unit === '"') place = place === 'key' ? 'colon' : 'after'
    else if (unit < ' ') place = 'over'
    else return append(unit)
    return false
  }

  function step(unit: string): void {
    if (/[ \t\r\n]/.test(unit)) return
    place = next[place]?.[unit] ?? 'over'
    if (place === 'key') key = ''
    // The same name twice: which of the two would count is not ours to guess.
    if (place === 'text' && texts.has(key)) place = 'over'
    else if (place === 'text') texts.set(key, '')
  }

  return {
    feed(piece: string): boolean {
      let grew = false
      for (let at = 0; at < piece.length && place !== 'over'; at++) {
        const unit = piece.charAt(at)
        if (place === 'key' || place === 'text') grew = takeQuoted(unit) || grew
        else step(unit)
      }
      return grew
    },
    strings(): Record<string, string> {
      const begun = (name: string, text: string) => (name === key && place === 'text') || text.length >= longest
      return Object.fromEntries([...texts].map(([name, text]) => [name, begun(name, text) ? whole(text) : text]))
    },
  }
}

type Place = 'start' | 'first' | 'key' | 'colon' | 'value' | 'text' | 'after' | 'another' | 'over'

const next: Partial<Record<Place, Record<string, Place>>> = {
  start: { '{': 'first' },
  first: { '"': 'key' },
  colon: { ':': 'value' },
  value: { '"': 'text' },
  after: { ',': 'another' },
  another: { '"': 'key' },
}

function unescaped(escape: string): string | null {
  if (/^\\u[\da-f]{4}$/i.test(escape)) return String.fromCharCode(parseInt(escape.slice(2), 16))
  return simple[escape.slice(1)] ?? null
}

const simple: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Without a first half whose second has not come. */
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}
