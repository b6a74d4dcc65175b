/** The notice in the welcome and the limits in the closing: both must be said (`law.md` §3, `script-writing.md` §8.1). */
import type { Finding } from './finding.ts'
import { finding, plainSigns, type Passage } from './passage.ts'
import { spokenDisclaimer, spokenNotice } from './spoken-duties.ts'

/** Other wordings do, as long as they say all of this. */
const noticeSays = [/intelligence artificielle/u, /(?:relu|vérifié|validé)/u, /avatar/u]
const disclaimerSays = [/divertissement/u, /ne remplace (?:pas|ni|jamais|en rien)/u, /santé/u, /droit/u, /financ/u]

export function dutyFindings(passage: Passage): Finding[] {
  if (passage.section === 'accueil') return missing(passage, 'notice_missing', noticeSays, spokenNotice)
  if (passage.section === 'cloture') return missing(passage, 'disclaimer_missing', disclaimerSays, spokenDisclaimer)
  return []
}

function missing(
  passage: Passage,
  rule: 'notice_missing' | 'disclaimer_missing',
  says: readonly RegExp[],
  sentence: string,
): Finding[] {
  const said = plainSigns(passage.text).toLowerCase()
  if (says.every((part) => part.test(said))) return []
  const end = passage.text.trimEnd().length
  const gap = end === 0 ? '' : ' '
  return [finding(passage, rule, end, end, { label: 'Ajouter la phrase', replacement: gap + sentence })]
}
