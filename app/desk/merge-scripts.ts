/** Two people's changes of one text, brought together word by word (diff3). */
import { diff3Merge } from 'node-diff3'

import { plainText, sectionKeys, type Script } from '#events/script.ts'

import type { Merge } from './desk.ts'

/** Where both changed the same words the merged text holds both, marked: nobody is to choose but a person. */
export function mergeScripts(base: Script, mine: Script, theirs: Script): Merge {
  let clashes = 0
  const merged = sectionKeys.map((key) => {
    const { text, clashes: here } = mergeTexts(plainText(base[key]), plainText(mine[key]), plainText(theirs[key]))
    clashes += here
    return [key, text]
  })
  return { script: Object.fromEntries(merged) as Script, clashes }
}

type Region = { ok?: string[]; conflict?: { a: string[]; b: string[] } }

function mergeTexts(base: string, mine: string, theirs: string): { text: string; clashes: number } {
  const options = { excludeFalseConflicts: true }
  const regions = diff3Merge(words(mine), words(base), words(theirs), options) as Region[]
  const pieces = regions.map(({ ok, conflict }) => (conflict ? clash(conflict) : (ok ?? []).join('')))
  return { text: pieces.join(''), clashes: regions.filter(({ conflict }) => conflict).length }
}

const clash = ({ a, b }: { a: string[]; b: string[] }) => `⟦${a.join('')}⟧⟦${b.join('')}⟧`

const words = (text: string) => text.match(/\s+|\S+/gu) ?? []
