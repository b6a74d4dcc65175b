import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createEventReader } from '#app/lib/event-stream.ts'
import { createPartialObject } from '#app/lib/partial-json.ts'

const sections = fc.dictionary(
  fc.oneof(fc.constantFrom('accueil', 'portrait', 'elan'), fc.string({ unit: 'binary' })),
  fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
  { maxKeys: 5 },
)

/** Pieces of any lengths, surrogate pairs and escapes cut as well. */
function cutInto(text: string, lengths: number[]): string[] {
  const pieces: string[] = []
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1
    pieces.push(text.slice(at, at + length))
    at += length
  }
  return pieces
}

/** As models may write it: any character may be an escape, in either case. */
const escapedJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[^\\"{}:,\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

test('any object of strings, cut anywhere: only ever longer, and exact at the end', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(sections, lengths, fc.constantFrom(JSON.stringify, escapedJson, pretty), (script, cuts, written) => {
      const partial = createPartialObject()
      let before: Record<string, string> = {}
      for (const piece of cutInto(written(script), cuts)) {
        const grew = partial.feed(piece)
        const now = partial.strings()
        for (const [key, text] of Object.entries(before)) expect(now[key]?.startsWith(text)).toBe(true)
        for (const text of Object.values(now)) expect(text.isWellFormed()).toBe(true)
        if (!grew) expect(Object.values(now).join('')).toBe(Object.values(before).join(''))
        before = now
      }
      expect(before).toEqual(script)
    }),
    { numRuns: 300 },
  )
})

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

describe('what is no object of strings shows nothing more', () => {
  test.each([
    ['[1]', {}],
    ['Bien sûr ! {"a":"b"}', {}],
    ['{"a":"b","c":3,"d":"e"}', { a: 'b' }],
    ['{"a":{"b":"c"}}', {}],
    ['{"a":"b"} {"c":"d"}', { a: 'b' }],
    ['{"a":"b","a":"c"}', { a: 'b' }],
    ['{"a":"b\\x"}', { a: 'b' }],
    ['{"a":"b\\u12g4c"}', { a: 'b' }],
    ['{"a":"b\nc"}', { a: 'b' }],
    ['{"__proto__":"x","b":"c"}', { ['__proto__']: 'x', b: 'c' }],
  ])('%s', (text, shown) => {
    const partial = createPartialObject()
    partial.feed(text)
    expect(Object.entries(partial.strings())).toEqual(Object.entries(shown))
  })
})

test('a half is not shown: of a character, of an escape, beyond the limit', () => {
  const partial = createPartialObject(4)
  partial.feed('{"a":"x\ud83c')
  expect(partial.strings()).toEqual({ a: 'x' })
  partial.feed('\udf19\\u00')
  expect(partial.strings()).toEqual({ a: 'x🌙' })
  partial.feed('e9🌙🌙"')
  expect(partial.strings()).toEqual({ a: 'x🌙é' })
  expect(partial.feed(',"b":"')).toBe(false)
})

test('events come out the same wherever the bytes are cut, with any line end', () => {
  const stream =
    '\ufeff: hello\n\nevent: one\ndata: {"a":\ndata:  "é🌙"}\nid: 7\n\ndata\n\nevent: none\n\ndata: last\n\ndata: lost'
  const events = [
    { name: 'one', data: '{"a":\n "é🌙"}' },
    { name: '', data: '' },
    { name: '', data: 'last' },
  ]
  for (const end of ['\n', '\r\n', '\r']) {
    const bytes = new TextEncoder().encode(stream.replaceAll('\n', end))
    for (let size = 1; size <= bytes.length; size++) {
      const read = createEventReader()
      const found = []
      for (let at = 0; at < bytes.length; at += size) found.push(...read(bytes.subarray(at, at + size)))
      expect(found).toEqual(events)
    }
  }
})
