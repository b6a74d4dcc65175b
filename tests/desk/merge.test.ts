/** Two people's changes of one text, brought together: nobody's words are lost, and nobody chooses but a person. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeScripts } from '#app/desk/merge-scripts.ts'
import { sectionKeys, type Script, type SectionKey } from '#events/script.ts'

const word = fc.constantFrom(...'le la onze deux élan année vous une fenêtre s’ouvre, aujourd’hui. Voilà'.split(' '))
const space = fc.constantFrom(' ', ' ', ' ', '\n\n')
const text = fc
  .array(fc.tuple(word, space), { maxLength: 14 })
  .map((pairs) => pairs.map(([one, gap]) => one + gap).join(''))
const script: fc.Arbitrary<Script> = fc.record({
  accueil: text,
  portrait: text,
  elan: text,
  annee: text,
  cloture: text,
})

const each = (change: (key: SectionKey) => string) =>
  Object.fromEntries(sectionKeys.map((key) => [key, change(key)])) as Script
/** As a merge tells a text: without the line ends of browsers, without space around it. */
const plain = (texts: Script) => each((key) => texts[key].trim())
const wordsOf = (one: string) => one.match(/[^\s⟦⟧]+/gu) ?? []

describe('whoever changed nothing stands in nobody’s way', () => {
  it('only mine changed', () => {
    fc.assert(
      fc.property(script, script, (base, mine) => {
        expect(mergeScripts(base, mine, base)).toEqual({ script: plain(mine), clashes: 0 })
      }),
    )
  })

  it('only theirs changed', () => {
    fc.assert(
      fc.property(script, script, (base, theirs) => {
        expect(mergeScripts(base, base, theirs)).toEqual({ script: plain(theirs), clashes: 0 })
      }),
    )
  })

  it('both made the same change', () => {
    fc.assert(
      fc.property(script, script, (base, both) => {
        expect(mergeScripts(base, both, both)).toEqual({ script: plain(both), clashes: 0 })
      }),
    )
  })

  it('line ends of a browser are no change', () => {
    fc.assert(
      fc.property(script, script, (base, theirs) => {
        const sent = each((key) => base[key].replaceAll('\n', '\r\n'))
        expect(mergeScripts(base, sent, theirs)).toEqual({ script: plain(theirs), clashes: 0 })
      }),
    )
  })
})

it('changes in different sections never clash, and both are there', () => {
  const places = fc.shuffledSubarray([...sectionKeys], { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(script, places, text, text, (base, places, hers, his) => {
      const [mine, theirs] = places as [SectionKey, SectionKey]
      const merge = mergeScripts(base, { ...base, [mine]: hers }, { ...base, [theirs]: his })
      expect(merge).toEqual({ script: plain({ ...base, [mine]: hers, [theirs]: his }), clashes: 0 })
    }),
  )
})

/** Every word another one, so that no change can be taken for one elsewhere. */
const numbered = (length: number) => Array.from({ length }, (_, index) => `mot${index}`)

it('so do words far apart in one section', () => {
  const change = fc.array(fc.constantFrom('neuf', 'nouveau', 'autre'), { maxLength: 3 })
  const plan = fc.record({ length: fc.integer({ min: 12, max: 40 }), hers: change, his: change })
  fc.assert(
    fc.property(plan, fc.nat(), fc.nat(), fc.boolean(), ({ length, hers, his }, first, second, mineFirst) => {
      const words = numbered(length)
      const early = first % Math.floor(length / 2 - 2)
      const late = length - 1 - (second % Math.floor(length / 2 - 2))
      const [one, other] = [words.toSpliced(early, 1, ...hers), words.toSpliced(late, 1, ...his)]
      const [mine, theirs] = mineFirst ? [one, other] : [other, one]
      const both = words.toSpliced(late, 1, ...his).toSpliced(early, 1, ...hers)
      const { script: merged, clashes } = mergeScripts(spoken(words), spoken(mine), spoken(theirs))
      expect([wordsOf(merged.elan), clashes]).toEqual([both, 0])
    }),
  )
})

const spoken = (words: readonly string[]): Script => ({ ...each(() => ''), elan: words.join(' ') })

it('every word that somebody added or both kept is in the merged text, and each clash is marked', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.nat({ max: 2 })), { maxLength: 4 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), edits, edits, (length, hers, his) => {
      const base = numbered(length)
      const [mine, theirs] = [edited(base, hers, 'a'), edited(base, his, 'b')]
      const { script: merged, clashes } = mergeScripts(spoken(base), spoken(mine), spoken(theirs))
      const held = new Set(wordsOf(merged.elan))
      const added = [...mine, ...theirs].filter((one) => !base.includes(one))
      const kept = base.filter((one) => mine.includes(one) && theirs.includes(one))
      expect([...added, ...kept].filter((one) => !held.has(one))).toEqual([])
      expect(merged.elan.match(/⟦[^⟦⟧]*⟧⟦[^⟦⟧]*⟧/gu) ?? []).toHaveLength(clashes)
      expect(merged.elan.match(/[⟦⟧]/gu) ?? []).toHaveLength(clashes * 4)
    }),
  )
})

/** Each edit takes some words out at its place and puts others in, which nobody else has. */
function edited(base: string[], edits: [number, number, number][], who: string): string[] {
  return edits.reduce(
    (words, [at, taken, put], n) =>
      words.toSpliced(at % (words.length + 1), taken, ...numbered(put).map((one) => `${who}${n}${one}`)),
    base,
  )
}

it('where both changed the same words, both are there, mine first', () => {
  const base = spoken(['Il', 'invite', 'à', 'écouter.'])
  const merge = mergeScripts(base, spoken(['Il', 'invite', 'à', 'parler.']), spoken(['Il', 'invite', 'à', 'rire.']))
  expect(merge).toEqual({ script: { ...spoken([]), elan: 'Il invite à ⟦parler.⟧⟦rire.⟧' }, clashes: 1 })
})
