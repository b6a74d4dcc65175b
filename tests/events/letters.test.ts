/** A name as letters A to Z: the published cases, and those the reference leaves open (`numerology.md` §6). */
import { describe, expect, test } from 'vitest'

import { readLetters } from '#events/numerology/letters.ts'

import vectors from './numerology-vectors.json' with { type: 'json' }

describe('the letters of a name', () => {
  test('are published for twenty names', () => {
    expect(vectors.normalisations).toHaveLength(20)
  })

  test.each(vectors.normalisations)('« $entree » → $lettres', ({ entree, lettres, avertissements }) => {
    expect(readLetters(entree)).toMatchObject({ ok: true, letters: lettres, warnings: avertissements })
  })

  test.each([
    ['Œdipe Ænéas', 'OEDIPEAENEAS'],
    ['œ', 'OE'],
    ['Weiẞ Weiß', 'WEISSWEISS'],
    ['Đặng', 'DANG'],
    ['Ðóra', 'DORA'],
    ['ħŧŋĸıĳ', 'HTNGKIIJ'],
    ['İlker', 'ILKER'],
    ['Ōé', 'OE'],
    ['e\u0301 E\u0301', 'EE'],
  ])('« %s » is mapped to %s before marks fall off', (name, letters) => {
    expect(readLetters(name)).toMatchObject({ ok: true, letters, warnings: [] })
  })

  test.each([
    ['Ǿrsted', 'ORSTED', 'an accent on a letter of the map'],
    ['Ǽlfric', 'AELFRIC', 'an accent on a letter of the map'],
    ['Œ\u0301', 'OE', 'a combining accent on a letter of the map'],
    ['𝓵𝓮𝓪', 'LEA', 'small mathematical letters'],
    ['Mª', 'MA', 'a raised a'],
    ['Nº', 'NO', 'a raised o'],
    ['Ｌéａ', 'LEA', 'full-width letters'],
    ['ﬁona', 'FIONA', 'a ligature of type'],
    ['ŉ', 'N', 'a small letter with its apostrophe'],
    ['ᴭ', 'AE', 'a raised letter of the map'],
  ])('« %s » is %s: %s', (name, letters) => {
    expect(readLetters(name)).toMatchObject({ ok: true, letters, warnings: [] })
  })

  test.each([
    ['apostrophe', "L'Haÿ"],
    ['U+2019', 'L\u2019Haÿ'],
    ['U+02BC', 'L\u02bcHaÿ'],
    ['U+02BB', 'L\u02bbHaÿ'],
    ['U+0060', 'L`Haÿ'],
    ['U+00B4', 'L\u00b4Haÿ'],
    ['U+00B7', 'L\u00b7Haÿ'],
    ['hyphen', 'L-Haÿ'],
    ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff].map((code) => [
      `U+${code.toString(16)}`,
      `L${String.fromCodePoint(code)}Haÿ`,
    ]),
  ])('are joined in silence across %s, in one word', (_, name = '') => {
    expect(readLetters(name)).toEqual({ ok: true, letters: 'LHAY', words: ['LHAY'], warnings: [] })
  })

  test.each([
    ['space', 'De La'],
    ['tab', 'De\tLa'],
    ['U+00A0', 'De\u00a0La'],
    ['U+202F', 'De\u202fLa'],
    ['U+2003', 'De\u2003La'],
    ['spaces around a dash', ' De – La '],
  ])('are two words at a %s', (_, name) => {
    expect(readLetters(name)).toEqual({ ok: true, letters: 'DELA', words: ['DE', 'LA'], warnings: [] })
  })

  test('keep the words that have some', () => {
    expect(readLetters('- (Jo) 3 Anne-Sophie')).toMatchObject({ words: ['JO', 'ANNESOPHIE'] })
  })

  test.each([
    ['R2D2', ['chiffre_ignore']],
    ['Jean٣', ['chiffre_ignore']],
    ['Jean²', ['chiffre_ignore']],
    ['M. Dupont', ['signe_ignore']],
    ['Marie/Anne', ['signe_ignore']],
    ['Marie\nAnne', ['signe_ignore']],
    ['Léa 🌙', ['signe_ignore']],
    ['J.-P. II, 3, 4', ['chiffre_ignore', 'signe_ignore']],
  ])('« %s » asks a person to look again: %j', (name, warnings) => {
    expect(readLetters(name)).toMatchObject({ ok: true, warnings })
  })

  test.each(['Иван', '小龙', 'Μαρία', 'محمد', 'דוד', 'Marie Иван', 'Аnna', 'Əli', 'カ', 'เ'])(
    '« %s » is never guessed at',
    (name) => {
      expect(readLetters(name)).toEqual({ ok: false, code: 'translitteration_requise' })
    },
  )

  test.each(['', '   ', '\u00a0', '\u200b', '-', '’', '123', '…', '\u0301'])('« %s » holds none', (name) => {
    expect(readLetters(name)).toEqual({ ok: false, code: 'vide' })
  })
})
