import fc from 'fast-check'
import { expect, test } from 'vitest'

import { countChanges, wordDiff, type Piece } from '#app/components/word-diff.ts'

const only = (pieces: Piece[], ...kinds: Piece['kind'][]) =>
  pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

/** Few words, so that they meet again; spaces and paragraphs of every kind. */
const word = fc.constantFrom('le', 'cinq', 'ouvre', 'une', 'fenêtre.', 'l’eau', '—')
const space = fc.constantFrom(' ', '  ', '\n\n', '\u00a0', '\t')
const prose = fc.array(fc.oneof(word, space), { maxLength: 40 }).map((parts) => parts.join(''))

test('both texts can be read back from the pieces, to the letter', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const pieces = wordDiff(before, after)
      expect(only(pieces, 'same', 'removed')).toBe(before)
      expect(only(pieces, 'same', 'added')).toBe(after)
    }),
  )
})

test('no piece is empty and no two neighbours are of one kind', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const pieces = wordDiff(before, after)
      pieces.forEach(({ kind, text }, index) => {
        expect(text).not.toBe('')
        expect(kind).not.toBe(pieces[index + 1]?.kind)
      })
    }),
  )
})

test('a text differs from itself in nothing, and two texts differ as much either way', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      expect(countChanges(wordDiff(before, before))).toEqual({ added: 0, removed: 0 })
      const [there, back] = [countChanges(wordDiff(before, after)), countChanges(wordDiff(after, before))]
      expect(there.added - there.removed).toBe(back.removed - back.added)
    }),
  )
})

test('a changed clause reads as one passage out and one in', () => {
  const before = 'Après une période, vous allez vivre un bouleversement. Il invite.'
  const after = 'Après une période, le cinq ouvre une fenêtre. Il invite.'
  expect(wordDiff(before, after)).toEqual([
    { kind: 'same', text: 'Après une période, ' },
    { kind: 'removed', text: 'vous allez vivre un bouleversement.' },
    { kind: 'added', text: 'le cinq ouvre une fenêtre.' },
    { kind: 'same', text: ' Il invite.' },
  ])
})

test('two scripts of the longest kind are compared in a moment; beyond measure, the middle is replaced', () => {
  const long = Array.from({ length: 800 }, (_, index) => `mot${index % 90}`).join(' ')
  const started = performance.now()
  expect(only(wordDiff(long, long.replaceAll('mot7 ', 'sept ')), 'removed')).toContain('mot7')
  expect(performance.now() - started).toBeLessThan(2000)
  const endless = Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' ')
  expect(wordDiff(endless, endless.replaceAll('a', 'b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
