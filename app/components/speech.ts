/**
 * The measure of a spoken text, for the counts beside the sections while one types. It is the law's own measure
 * (`events/script.ts`), told again because furniture takes only types from there; a test holds the two together.
 */
import type { Script, SectionKey } from '#events/script.ts'

import { pauseSeconds, withoutPauses } from './pause-tags.ts'

export const sections: readonly { key: SectionKey; name: string }[] = [
  { key: 'accueil', name: 'Accueil' },
  { key: 'portrait', name: 'Portrait' },
  { key: 'elan', name: 'Élan' },
  { key: 'annee', name: 'Année' },
  { key: 'cloture', name: 'Clôture' },
]

export const blank: Script = { accueil: '', portrait: '', elan: '', annee: '', cloture: '' }

/** `script-writing.md` §1: 680–740 words, 4 min 35 to 5 min 15, never beyond 4 900 characters. */
export const target = { words: { min: 680, max: 740 }, seconds: { min: 275, max: 315 }, characters: 4900 } as const

export type Measure = { words: number; characters: number; seconds: number; secondsMin: number; secondsMax: number }

const charactersPerSecond = 15.5

export function measure(text: string): Measure {
  const spoken = withoutPauses(text).replace(/\s+/gu, ' ').trim()
  const seconds = spoken.length / charactersPerSecond + pauseSeconds(text)
  return {
    words: spoken.split(/[\s—–]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length,
    characters: text.length,
    seconds: Math.round(seconds),
    secondsMin: Math.round(seconds * 0.88),
    secondsMax: Math.round(seconds * 1.12),
  }
}

export const measureScript = (script: Script): Measure => measure(joined(script))

export function joined(script: Script): string {
  return sections
    .map(({ key }) => script[key].trim())
    .filter((text) => text !== '')
    .join('\n\n')
}
