import { randomBytes } from 'node:crypto'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { canonicalJson } from '#db/canonical-json.ts'
import { newRequestKey, open, seal, unwrapKey } from '#db/sealing.ts'

const master = randomBytes(32)
const { clear, wrapped } = newRequestKey(master, 'book_request-1')

test('what is sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(open(clear, seal(clear, value, 'a'), 'a')).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a value opens in its own place only', () => {
  expect(() => open(clear, seal(clear, 'x', 'stream/1'), 'stream/2')).toThrow()
})

test('a key opens under its master key and for its stream only', () => {
  expect(unwrapKey(master, wrapped, 'book_request-1')).toEqual(clear)
  expect(() => unwrapKey(randomBytes(32), wrapped, 'book_request-1')).toThrow()
  expect(() => unwrapKey(master, wrapped, 'book_request-2')).toThrow()
})

test('the same value never seals to the same text', () => {
  expect(seal(clear, 'x', 'a')).not.toBe(seal(clear, 'x', 'a'))
})

test('any flipped byte is refused', () => {
  const sealed = Buffer.from(seal(clear, { name: 'Ada' }, 'a'), 'base64')
  for (let at = 0; at < sealed.length; at += 1) {
    const broken = Buffer.from(sealed)
    broken[at] = (broken[at] ?? 0) ^ 1
    expect(() => open(clear, broken.toString('base64'), 'a')).toThrow()
  }
})

test('canonical JSON sorts keys and is the same whatever order they came in', () => {
  expect(canonicalJson({ b: 1, a: { d: null, c: [true, 'é'] } })).toBe('{"a":{"c":[true,"é"],"d":null},"b":1}')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.maxSafeInteger(), fc.string(), fc.boolean())), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(object))
      expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)))
    }),
  )
})

test.each([[1.5], [Number.NaN], [2 ** 53], ['\ud800'], [[undefined]], [() => 1]])(
  'there is no canonical JSON for %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  },
)
