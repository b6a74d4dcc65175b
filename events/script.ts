/** A script: five spoken sections, in the order they are filmed. */
import { z } from 'zod'

import { pauseSeconds, withoutPauses } from './lint/pause-tag.ts'

export const sectionKeys = ['accueil', 'portrait', 'elan', 'annee', 'cloture'] as const
export type SectionKey = (typeof sectionKeys)[number]
export type Script = Record<SectionKey, string>

/** HeyGen accepts 5 000 characters a video; `script-writing.md` §1 stops at 4 900. */
export const maxScriptCharacters = 4900
export const wordTarget = { min: 680, max: 740 } as const

export const scriptSchema = z.strictObject({
  accueil: z.string(),
  portrait: z.string(),
  elan: z.string(),
  annee: z.string(),
  cloture: z.string(),
})

/** The text that is approved, hashed and filmed: the sections joined by blank lines. */
export function scriptText(script: Script): string {
  return sectionKeys
    .map((key) => script[key].trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Browsers end lines with CRLF, and leave spaces at the ends: neither is a change. */
export const plainText = (text: string) => text.replaceAll('\r\n', '\n').trim()

export function emptyScript(): Script {
  return { accueil: '', portrait: '', elan: '', annee: '', cloture: '' }
}

export type ScriptMeasure = {
  words: number
  /** With the tags of pauses: HeyGen counts them too. */
  characters: number
  /** Estimated seconds of speech, and the ±12 % band around it. */
  seconds: number
  secondsMin: number
  secondsMax: number
}

/** French narration runs at about 15.5 characters a second (`script-writing.md` §6). */
const charactersPerSecond = 15.5

export function measureText(text: string): ScriptMeasure {
  const spoken = withoutPauses(text).replace(/\s+/gu, ' ').trim()
  const seconds = spoken.length / charactersPerSecond + pauseSeconds(text)
  return {
    words: countWords(spoken),
    characters: text.length,
    seconds: Math.round(seconds),
    secondsMin: Math.round(seconds * 0.88),
    secondsMax: Math.round(seconds * 1.12),
  }
}

/** A word is a run of letters; an elided article (« l’ ») belongs to the word after it. */
function countWords(text: string): number {
  return text.split(/[\s—–]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
}
