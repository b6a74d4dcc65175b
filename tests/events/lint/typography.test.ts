/** French spacing, and that it never changes a word. */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { frenchSpacing } from '#events/lint/typography.ts'

test.each([
  ["l'eau", 'l’eau'],
  ['Quoi ?', 'Quoi\u202f?'],
  ['Quoi?', 'Quoi\u202f?'],
  ['Oui ! Non ; si', 'Oui\u202f! Non\u202f; si'],
  ['Quoi ?!', 'Quoi\u202f?!'],
  ['Une chose : elle', 'Une chose\u00a0: elle'],
  ['« mot »', '«\u202fmot\u202f»'],
  ['«mot»', '«\u202fmot\u202f»'],
  ['Dites "oui" ici', 'Dites «\u202foui\u202f» ici'],
  ['Dites “oui” ici', 'Dites «\u202foui\u202f» ici'],
  ['Un...', 'Un…'],
  ['<break time="0.8s"/> Oui', '<break time="0.8s"/> Oui'],
  ['https://exemple.test/a?b', 'https://exemple.test/a?b'],
  ['À 14:30, le 1er', 'À 14:30, le 1er'],
])('%j → %j', (before, after) => {
  expect(frenchSpacing(before)).toBe(after)
})

const pieces = fc.constantFrom(
  ...[
    'a',
    'l',
    'mot',
    ' ',
    '\u00a0',
    '\u202f',
    '\n',
    "'",
    '’',
    '"',
    '“',
    '”',
    '«',
    '»',
    '.',
    '...',
    '…',
    ':',
    ';',
    '!',
    '?',
  ],
  ...['<break time="1s"/>', '<', '>', 'https://a.b?c', '14:30', '1er', ',', '-', '(', ')'],
)
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))

test('done twice it changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = frenchSpacing(text)
      expect(frenchSpacing(once)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

test('letters, digits and tags stay as they are', () => {
  const kept = (text: string) => text.replace(/[^\p{L}\d<>/=]/gu, '')
  fc.assert(
    fc.property(texts, (text) => {
      expect(kept(frenchSpacing(text))).toBe(kept(text))
    }),
  )
})
