import { expect, test } from 'vitest'

import { inWords, numberPattern, ordinalInWords, readNumber } from '#events/lint/in-words.ts'

test.each([
  [0, 'zéro'],
  [16, 'seize'],
  [17, 'dix-sept'],
  [21, 'vingt et un'],
  [33, 'trente-trois'],
  [61, 'soixante et un'],
  [71, 'soixante et onze'],
  [72, 'soixante-douze'],
  [80, 'quatre-vingts'],
  [81, 'quatre-vingt-un'],
  [91, 'quatre-vingt-onze'],
  [99, 'quatre-vingt-dix-neuf'],
  [100, 'cent'],
  [101, 'cent un'],
  [200, 'deux cents'],
  [280, 'deux cent quatre-vingts'],
  [1000, 'mille'],
  [1985, 'mille neuf cent quatre-vingt-cinq'],
  [2026, 'deux mille vingt-six'],
  [9999, 'neuf mille neuf cent quatre-vingt-dix-neuf'],
])('%i is « %s »', (number, words) => {
  expect(inWords(number)).toBe(words)
})

test.each([
  [1, 'premier'],
  [4, 'quatrième'],
  [5, 'cinquième'],
  [9, 'neuvième'],
  [21, 'vingt et unième'],
  [80, 'quatre-vingtième'],
  [93, 'quatre-vingt-treizième'],
  [200, 'deux centième'],
])('%i as a rank is « %s »', (number, words) => {
  expect(ordinalInWords(number)).toBe(words)
})

test('no words for what has none', () => {
  expect([-1, 1.5, 10_000, Number.NaN].map(inWords)).toEqual([undefined, undefined, undefined, undefined])
  expect(ordinalInWords(0)).toBeUndefined()
})

test('what is written is read again, hyphens or not', () => {
  const whole = new RegExp(`^(?:${numberPattern})$`.replaceAll('\\p{L}', '[a-zé]'), 'u')
  for (let number = 0; number < 100; number++) {
    const words = inWords(number) ?? ''
    expect(readNumber(words)).toBe(number)
    expect(readNumber(words.replaceAll('-', ' '))).toBe(number)
    expect(words).toMatch(whole)
  }
  expect(readNumber('vingt zéro')).toBeUndefined()
})
