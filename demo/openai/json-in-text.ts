/** Every outermost `{…}` of a text that parses, in order. */
export function* jsonObjectsIn(text: string): Generator<unknown> {
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
