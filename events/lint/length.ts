/** How long the whole may be (`script-writing.md` §1). */
import { maxScriptCharacters, measureText, scriptText, wordTarget, type Script } from '../script.ts'
import type { Finding } from './finding.ts'
import { countWords } from './matching.ts'
import { wholeFinding, type Passage, finding } from './passage.ts'
import { withoutPauses } from './pause-tag.ts'

/** Outside of these it is no five-minute reading any more. */
export const wordExtremes = { min: 300, max: 1000 } as const

export function lengthFindings(script: Script): Finding[] {
  const text = scriptText(script)
  const { words } = measureText(withoutPauses(text))
  return [...wordFindings(words), ...characterFindings(text.length)]
}

export function emptyFindings(passage: Passage): Finding[] {
  const count = countWords(withoutPauses(passage.text))
  if (count === 0) return [finding(passage, 'section_empty', 0, 0)]
  return count < leastWords ? [finding(passage, 'section_too_short', 0, passage.text.length)] : []
}

/** « PWNED. », « Bien sûr. »: said instead of a section. */
const leastWords = 4

function wordFindings(words: number): Finding[] {
  const told = `Le texte compte ${words} mots, pour une cible de ${wordTarget.min} à ${wordTarget.max}.`
  if (words < wordExtremes.min) return [wholeFinding('length_extreme', `${told} Il est beaucoup trop court.`)]
  if (words > wordExtremes.max) return [wholeFinding('length_extreme', `${told} Il est beaucoup trop long.`)]
  if (words < wordTarget.min) return [wholeFinding('length_words', `${told} Développez une section.`)]
  if (words > wordTarget.max) return [wholeFinding('length_words', `${told} Raccourcissez une section.`)]
  return []
}

function characterFindings(characters: number): Finding[] {
  if (characters <= maxScriptCharacters) return []
  const sentence = `Le texte compte ${characters} caractères, ${maxScriptCharacters} au plus pour une vidéo. Raccourcissez-le.`
  return [wholeFinding('length_characters', sentence)]
}
