import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { withoutPauses as lawWithoutPauses } from '#events/lint/pause-tag.ts'
import { maxScriptCharacters, measureText, scriptText, sectionKeys, wordTarget } from '#events/script.ts'

import { calendarDay, duration, elapsed, exactDateTime, longDateTime, shortDateTime } from '#app/components/dates.ts'
import { dollars } from '#app/components/money.ts'
import { shownPages } from '#app/components/pagination.tsx'
import { queueSummary } from '#app/components/queue-words.ts'
import { piecesOf, withoutPauses } from '#app/components/pause-tags.ts'
import { joined, measure, sections, target } from '#app/components/speech.ts'
import { counted, fileSize, fr } from '#app/components/typography.ts'

import { script } from './samples.ts'

/** Reads no-break spaces as spaces, for expectations one can read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('dates in Paris', () => {
  test.each([
    ['2026-11-23T13:32:00Z', '23 novembre 2026 à 14 h 32'],
    ['2026-07-01T12:00:00Z', '1er juillet 2026 à 14 h'],
    ['2025-12-31T23:05:00Z', '1er janvier 2026 à 0 h 05'],
    // The night of 29 March 2026: 2 h does not exist.
    ['2026-03-29T00:59:00Z', '29 mars 2026 à 1 h 59'],
    ['2026-03-29T01:00:00Z', '29 mars 2026 à 3 h'],
    // The night of 25 October 2026: 2 h 30 comes twice.
    ['2026-10-25T00:30:00Z', '25 octobre 2026 à 2 h 30'],
    ['2026-10-25T01:30:00Z', '25 octobre 2026 à 2 h 30'],
    ['2026-10-25T02:30:00Z', '25 octobre 2026 à 3 h 30'],
  ])('%s is %s', (iso, shown) => {
    expect(plain(longDateTime(iso))).toBe(shown)
  })

  test('short, exact, and days of the calendar', () => {
    expect(plain(shortDateTime('2026-11-23T08:12:00Z'))).toBe('23 nov., 9 h 12')
    expect(plain(exactDateTime('2026-11-23T10:48:07Z'))).toBe('23 novembre 2026 à 11 h 48 min 07 s')
    expect(plain(exactDateTime('2026-11-23T10:00:07Z'))).toBe('23 novembre 2026 à 11 h 00 min 07 s')
    expect(plain(calendarDay('1987-04-18'))).toBe('18 avril 1987')
    expect(plain(calendarDay('1990-01-01'))).toBe('1er janvier 1990')
  })

  test.each([
    ['2026-11-23T14:11:30Z', 'moins d’une minute'],
    ['2026-11-23T14:00:00Z', '12 min'],
    ['2026-11-23T09:12:00Z', '5 h'],
    ['2026-11-22T14:12:00Z', '1 jour'],
    ['2026-11-21T14:12:00Z', '2 jours'],
    ['2026-11-24T14:12:00Z', 'moins d’une minute'],
  ])('since %s: %s', (since, shown) => {
    expect(plain(elapsed(since, '2026-11-23T14:12:00Z'))).toBe(shown)
  })

  test('lengths of film', () => {
    expect([39, 60, 61, 278.4].map((seconds) => plain(duration(seconds)))).toEqual([
      '39 s',
      '1 min',
      '1 min 01',
      '4 min 38',
    ])
  })
})

test('money', () => {
  expect([4_640_000, 0, 12_000, 900, 1_234_500_000].map((micro) => plain(dollars(micro)))).toEqual([
    '4,64 $',
    '0,00 $',
    '0,01 $',
    'moins de 0,01 $',
    '1 234,50 $',
  ])
})

test('French counts: zero is singular', () => {
  expect([0, 1, 2, 4246].map((n) => plain(counted(n, 'demande', 'demandes')))).toEqual([
    '0 demande',
    '1 demande',
    '2 demandes',
    '4 246 demandes',
  ])
  expect([400, 6_000, 84_300_000].map((bytes) => plain(fileSize(bytes)))).toEqual(['1 ko', '6 ko', '84 Mo'])
})

describe('what waits for a person', () => {
  const none = { requested: 0, drafted: 0, approved: 0, uncertain: 0, failed: 0 }
  test.each([
    [{}, 'Rien n’attend de décision.'],
    [{ requested: 1 }, '1 demande attend une décision : 1 nouvelle.'],
    [{ approved: 1 }, '1 demande attend une décision : 1 à filmer.'],
    [
      { requested: 3, drafted: 2, approved: 1, uncertain: 1 },
      '7 demandes attendent une décision : 3 nouvelles, 2 à relire, 1 à filmer, 1 à l’issue incertaine.',
    ],
    // Whose film failed waits to be filmed again: it is one request, not two.
    [{ approved: 1, failed: 1 }, '1 demande attend une décision : 1 à filmer. 1 demande a connu un échec.'],
    [{ failed: 2 }, '2 demandes ont connu un échec.'],
  ])('%o: %s', (counts, sentence) => {
    expect(plain(queueSummary({ ...none, ...counts }))).toBe(sentence)
  })
})

test('only our own words are spaced; what is interpolated stays to the letter', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(fr`Motif : « ${typed} » !`).toBe(`Motif\u00a0: «\u202f${typed}\u202f»\u202f!`)
    }),
  )
  expect(fr`Qu'est-ce ?`).toBe('Qu’est-ce\u202f?')
})

describe('the measure beside the fields is the measure of the law', () => {
  test('on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem({ maxCount: 60 })), (text) => {
        expect(measure(text)).toEqual(measureText(text))
      }),
    )
  })

  test('and on pauses, well written or not', () => {
    const tag = fc.constantFrom(
      '<break time="0.8s"/>',
      '<break time="1200ms" />',
      '<BREAK>',
      '< / break',
      '<breakfast>',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.lorem({ maxCount: 3 }), fc.constant('\n\n'))), (pieces) => {
        const text = pieces.join(' ')
        expect(measure(text)).toEqual(measureText(text))
        expect(withoutPauses(text)).toBe(lawWithoutPauses(text))
      }),
    )
    expect(measure('Un <break time="2s"/> deux').seconds - measure('Un deux').seconds).toBe(2)
  })

  test('a text falls into words and pauses, and nothing is lost', () => {
    expect(piecesOf('Un <break time="0.8s"/>deux<break>')).toEqual([
      { text: 'Un ' },
      { tag: '<break time="0.8s"/>', seconds: 0.8 },
      { text: 'deux' },
      { tag: '<break>', seconds: null },
    ])
  })

  test('same sections, same joined text, same limits', () => {
    expect(sections.map(({ key }) => key)).toEqual(sectionKeys)
    expect(joined(script)).toBe(scriptText(script))
    expect(target.words).toEqual(wordTarget)
    expect(target.characters).toBe(maxScriptCharacters)
  })
})

test('the pages one can go to always hold the first, the current and the last', () => {
  expect(shownPages(1, 1)).toEqual([1])
  expect(shownPages(1, 19)).toEqual([1, 2, null, 19])
  expect(shownPages(4, 19)).toEqual([1, 2, 3, 4, 5, null, 19])
  expect(shownPages(10, 19)).toEqual([1, null, 9, 10, 11, null, 19])
  expect(shownPages(19, 19)).toEqual([1, null, 18, 19])
})
