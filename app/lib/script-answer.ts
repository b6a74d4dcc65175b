/** The script as it is asked for on the wire, and the strict reading of what came back. */
import { z } from 'zod'

export type WrittenScript = { accueil: string; portrait: string; elan: string; annee: string; cloture: string }
export type ScriptReading = { tag: 'script'; script: WrittenScript } | { tag: 'unfit'; code: string }

const keys = ['accueil', 'portrait', 'elan', 'annee', 'cloture'] as const

/** HeyGen takes 5 000 characters; a person edits anything within the words. */
const limits = { characters: 4900, words: { min: 300, max: 1000 } } as const

/** Plain on purpose: lengths and patterns on the wire are refused by some models and unsettle others (`openai.md` §5). */
export const scriptFormat = {
  type: 'json_schema',
  name: 'script',
  strict: true,
  schema: {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key, { type: 'string' }])),
    required: [...keys],
    additionalProperties: false,
  },
} as const

/** `mark` is the delimiter of the prompt: a text that repeats it quotes what it was told. */
export function readScript(text: string, mark: string): ScriptReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { tag: 'unfit', code: 'not_json' }
  }
  const shape = wireShape.safeParse(json)
  if (!shape.success) return { tag: 'unfit', code: 'wrong_shape' }
  const script = strictScript(mark).safeParse(shape.data)
  if (script.success) return { tag: 'script', script: script.data }
  return { tag: 'unfit', code: script.error.issues[0]?.message ?? 'wrong_shape' }
}

const section = z.string()
const wireShape = z.strictObject({
  accueil: section,
  portrait: section,
  elan: section,
  annee: section,
  cloture: section,
})

/** Each message is the code of its fault; the first one found is reported. */
function strictScript(mark: string) {
  const spoken = z
    .string()
    .trim()
    .min(1, 'empty_section')
    .refine((text) => !forbiddenCharacters.test(text), 'forbidden_characters')
    .refine((text) => !address.test(text), 'address')
    .refine((text) => !braces.test(text), 'braces')
    .refine((text) => !markup.test(text), 'markup')
    .refine((text) => !text.includes(mark) && !leftover.test(text), 'leftover')
  return z
    .strictObject({ accueil: spoken, portrait: spoken, elan: spoken, annee: spoken, cloture: spoken })
    .refine((script) => spokenText(script).length <= limits.characters, 'too_long')
    .refine((script) => countWords(spokenText(script)) <= limits.words.max, 'too_long')
    .refine((script) => countWords(spokenText(script)) >= limits.words.min, 'too_short')
}

/** Controls but the line feed, bidi and zero-width marks but the joiners of letters, lone surrogates, private use. */
const forbiddenCharacters = /(?![\n\u{200C}\u{200D}])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{FFFD}]/u
const address = /https?:|www\.|\/\/|@|\b[\p{L}\d-]{2,}\.(?:com|fr|net|org|io|eu|info|be|ch)\b/iu
const braces = /[{}[\]]|\$\(/
const markup = /[<>`*_#~|\\]|^\s*[-•–]\s/mu
const leftover = /DONNEES-|voici (?:votre|le) (?:script|texte)|cheminDeVie|nombreMaitre/i

/** As the house joins them: the same text that is measured, approved and filmed. */
function spokenText(script: WrittenScript): string {
  return keys.map((key) => script[key]).join('\n\n')
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
}
