/** The spoken text and its measure; and that the page, which counts while one types, counts the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { joined, measure, measureScript, sections, target } from '#app/components/speech.ts'
import {
  emptyScript,
  maxScriptCharacters,
  measureText,
  scriptSchema,
  scriptText,
  sectionKeys,
  wordTarget,
  type Script,
} from '#events/script.ts'

const whole: Script = { accueil: 'Bonjour.', portrait: 'Un.', elan: 'Deux.', annee: 'Trois.', cloture: 'Au revoir.' }

describe('the text of a script', () => {
  test('is its sections in order, with a blank line between', () => {
    expect(scriptText(whole)).toBe('Bonjour.\n\nUn.\n\nDeux.\n\nTrois.\n\nAu revoir.')
  })

  test('leaves out what is empty, and white space around a section', () => {
    const script = { ...whole, portrait: ' \n ', elan: '\t', annee: '  Trois.\n', cloture: '' }
    expect(scriptText(script)).toBe('Bonjour.\n\nTrois.')
  })

  test('keeps line breaks within a section', () => {
    expect(scriptText({ ...emptyScript(), elan: 'Une ligne\nune autre' })).toBe('Une ligne\nune autre')
  })

  test('of an empty script is empty', () => {
    expect(scriptText(emptyScript())).toBe('')
  })

  test('does not depend on the order in which sections were told', () => {
    const told = Object.fromEntries(Object.entries(whole).reverse()) as Script
    expect(scriptText(told)).toBe(scriptText(whole))
  })
})

test('a script has its five sections and no other', () => {
  expect(scriptSchema.parse(whole)).toEqual(whole)
  expect(scriptSchema.safeParse({ ...whole, titre: 'Un' }).success).toBe(false)
  expect(sectionKeys.map((key) => scriptSchema.safeParse({ ...whole, [key]: undefined }).success)).not.toContain(true)
})

describe('the measure', () => {
  test.each([
    ['', 0],
    [' \n\t ', 0],
    ['Bonjour', 1],
    ['Bonjour Claire, bienvenue.', 3],
    ['l’année', 1],
    ["l'année", 1],
    ['C’est l’élan qu’il vous faut aujourd’hui.', 6],
    ['arc-en-ciel', 1],
    ['Votre nombre — le onze — vous éclaire', 6],
    ['le onze—vous', 3],
    ['de un–neuf', 3],
    ['Vraiment\u202f? Oui\u202f!', 2],
    ['«\u202fOser\u202f», dit-elle\u00a0: «\u202foui\u202f».', 3],
    ['un  deux\n\ntrois\u00a0quatre', 4],
    ['… — !', 0],
    ['11 22 33', 3],
    ['Œuvre, naïveté, ça', 3],
  ])('« %s » has %i words', (text, words) => {
    expect(measureText(text).words).toBe(words)
  })

  test('counts characters as they are sent, and seconds as they are spoken', () => {
    const text = `  ${'a'.repeat(1_549)}\n\n\nb`
    expect(measureText(text)).toMatchObject({ characters: 1_555, seconds: 100, secondsMin: 88, secondsMax: 112 })
  })

  test('of a text as long as HeyGen takes is a little over five minutes', () => {
    const text = 'mot '.repeat(maxScriptCharacters / 4).trim()
    expect(measureText(text)).toMatchObject({ words: 1_225, characters: 4_899, seconds: 316 })
  })

  test('of the target is between 4 min 35 and 5 min 15', () => {
    // French prose: 6.2 characters a word (`script-writing.md` §1).
    const seconds = [wordTarget.min, wordTarget.max].map((words) => measureText('x'.repeat(words * 6.2)).seconds)
    expect(seconds).toEqual([272, 296])
    expect(seconds.every((one) => one >= target.seconds.min - 5 && one <= target.seconds.max)).toBe(true)
  })
})

describe('the page', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('l’élan', ' — ', '–', '\u202f?', '\n\n', ' ', '\u00a0', 'onze', '«', '…', '\t'),
  )
  const prose = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  const anyScript = fc.record({ accueil: prose, portrait: prose, elan: prose, annee: prose, cloture: prose })

  test('measures a text as the law does', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(measure(text)).toEqual(measureText(text))
      }),
    )
  })

  test('joins and measures a script as the law does', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        expect(joined(script)).toBe(scriptText(script))
        expect(measureScript(script)).toEqual(measureText(scriptText(script)))
      }),
    )
  })

  test('has the same sections, in the same order, and the same bounds', () => {
    expect(sections.map(({ key }) => key)).toEqual(sectionKeys)
    expect([target.words, target.characters]).toEqual([wordTarget, maxScriptCharacters])
  })
})
