/** Server-sent events out of bytes, as the HTML standard reads them: any line end, any cut, comments left out. */

export type ServerEvent = { name: string; data: string }

/** A reader of one stream: give it the chunks in their order, take the events that they complete. */
export function createEventReader(): (chunk: Uint8Array) => ServerEvent[] {
  const decoder = new TextDecoder()
  const split = createLineSplitter()
  let name = ''
  let data: string[] = []

  function take(line: string): ServerEvent[] {
    const [field, value] = fieldOf(line)
    if (field === 'event') name = value
    if (field === 'data') data.push(value)
    if (line !== '') return []
    const event = { name, data: data.join('\n') }
    const isOne = data.length > 0
    name = ''
    data = []
    return isOne ? [event] : []
  }

  return (chunk) => split(decoder.decode(chunk, { stream: true })).flatMap(take)
}

/** A comment begins with the colon, so its field has no name. */
function fieldOf(line: string): [string, string] {
  const colon = line.indexOf(':')
  if (colon === -1) return [line, '']
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')]
}

function createLineSplitter(): (text: string) => string[] {
  let begun = ''
  let afterReturn = false

  return (text) => {
    if (text === '') return []
    // The second half of a CRLF that was cut in two ends no other line.
    const fresh = afterReturn && text.startsWith('\n') ? text.slice(1) : text
    afterReturn = text.endsWith('\r')
    const [first = '', ...others] = fresh.split(/\r\n|\r|\n/)
    const last = others.pop()
    if (last === undefined) {
      begun += first
      return []
    }
    const whole = begun + first
    begun = last
    return [whole, ...others]
  }
}
