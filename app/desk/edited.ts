/** From what was typed to the fact of it: which sections changed, and why. */
import type { Deed, FactData } from '#events/facts.ts'
import {
  maxScriptCharacters,
  measureText,
  plainText,
  scriptText,
  sectionKeys,
  type Script,
  type SectionKey,
} from '#events/script.ts'

import { currentScript, type Current } from './act.ts'
import type { Answer } from './desk.ts'
import { textHash } from './text-hash.ts'

type Why = Pick<FactData<'ScriptEdited'>, 'why' | 'restoredFrom'>

/** The same text again is no correction: nothing happens, and an approval stays. */
export function edited({ facts }: Current, script: Script, why: Why): Deed[] | Answer {
  const text = scriptText(script)
  const hash = textHash(text)
  if (text === '') return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_empty' }] }
  if (text.length > maxScriptCharacters)
    return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_too_long' }] }
  const sections = changedSections(currentScript(facts), script)
  if (sections.length === 0) return []
  const written = { script, textHash: hash, words: measureText(text).words, sections }
  return [{ type: 'ScriptEdited', data: { ...written, ...why } }]
}

/** A sentence that moves from one section to the next changes both, though the text as a whole reads the same. */
export function changedSections(before: Script | null, after: Script): SectionKey[] {
  return sectionKeys.filter((key) => plainText(before?.[key] ?? '') !== plainText(after[key]))
}
