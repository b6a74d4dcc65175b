/** The script as it is asked for on the wire, and the strict reading of what came back. */
import { z } from 'zod'

import { quotesInstructions } from './script-quotes.ts'
import { inOrder, sectionKeys, sectionWords, type SectionKey } from './script-sections.ts'

export type WrittenSections = Partial<Record<SectionKey, string>>
export type ScriptReading = { tag: 'script'; sections: WrittenSections } | { tag: 'unfit'; code: string }

/** HeyGen takes 5 000 characters; a person edits anything within the words. */
const limits = { characters: 4900, words: { min: 300, max: 1000 } } as const

/** Plain on purpose: lengths and patterns on the wire are refused by some models and unsettle others (`openai.md` §5). */
export function scriptFormat(sections: readonly SectionKey[]) {
  const keys = inOrder(sections)
  return {
    type: 'json_schema' as const,
    name: 'script',
    strict: true,
    schema: {
      type: 'object',
      properties: Object.fromEntries(keys.map((key) => [key, { type: 'string' }])),
      required: keys,
      additionalProperties: false,
    },
  }
}

/** Exactly these sections. `mark` is the delimiter of the prompt: a text that repeats it quotes what it was told. */
export function readScript(text: string, mark: string, sections: readonly SectionKey[]): ScriptReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { tag: 'unfit', code: 'not_json' }
  }
  const keys = inOrder(sections)
  const shape = objectOf(keys, z.string()).safeParse(json)
  if (!shape.success) return { tag: 'unfit', code: 'wrong_shape' }
  const script = strictScript(keys, mark).safeParse(shape.data)
  if (script.success) return { tag: 'script', sections: script.data }
  return { tag: 'unfit', code: script.error.issues[0]?.message ?? 'wrong_shape' }
}

/** What may be shown of a text while it is being written: as much as a script may have, without what none may have. */
export function showable(text: string): string {
  return text.slice(0, limits.characters).replace(forbiddenCharacters, '')
}

function objectOf(keys: readonly SectionKey[], section: z.ZodType<string>) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, section])))
}

/** Each message is the code of its fault; the first one found is reported. */
function strictScript(keys: readonly SectionKey[], mark: string) {
  const spoken = z
    .string()
    .trim()
    .min(1, 'empty_section')
    .refine((text) => text.search(forbiddenCharacters) === -1, 'forbidden_characters')
    .refine((text) => !address.test(text), 'address')
    .refine((text) => !braces.test(text), 'braces')
    .refine((text) => !markup.test(text), 'markup')
    .refine((text) => !text.includes(mark) && !leftover.test(text) && !quotesInstructions(text), 'leftover')
  const words = wordLimits(keys)
  return objectOf(keys, spoken)
    .refine((script) => spokenText(script).length <= limits.characters, 'too_long')
    .refine((script) => countWords(spokenText(script)) <= words.max, 'too_long')
    .refine((script) => countWords(spokenText(script)) >= words.min, 'too_short')
}

/** Controls but the line feed, bidi and zero-width marks but the joiners of letters, lone surrogates, private use. */
const forbiddenCharacters = /(?![\n\u{200C}\u{200D}])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{FFFD}]/gu
const address = /https?:|www\.|\/\/|@|\b[\p{L}\d-]{2,}\.(?:com|fr|net|org|io|eu|info|be|ch)\b/iu
const braces = /[{}[\]]|\$\(/
const markup = /[<>`*_#~|\\]|^\s*[-•–]\s/mu
const leftover = /DONNEES|voici (?:votre|le) (?:script|texte)|cheminDeVie|anneePersonnelle/i

/** Generous: half of what was asked for a part, up to what a person would still cut. */
function wordLimits(keys: readonly SectionKey[]): { min: number; max: number } {
  if (keys.length === sectionKeys.length) return limits.words
  const asked = (end: 'min' | 'max') => keys.reduce((sum, key) => sum + sectionWords[key][end], 0)
  return { min: Math.floor(asked('min') * 0.5), max: Math.ceil(asked('max') * 1.6) }
}

/** As the house joins them: the same text that is measured, approved and filmed. */
function spokenText(script: WrittenSections): string {
  return sectionKeys.flatMap((key) => script[key] ?? []).join('\n\n')
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
}
