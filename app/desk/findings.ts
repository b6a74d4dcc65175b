/** What is held against a text of a request: by the linter, and by OpenAI's moderation when it was written. */
import type { Fact } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'
import { lint } from '#events/lint/lint.ts'
import { sectionKeys, type Script, type SectionKey } from '#events/script.ts'

import { subjectIn } from './subject.ts'

/** Nothing, for an erased request. */
export function findingsOn(facts: readonly Fact[], script: Script, pausesAllowed: boolean): Finding[] {
  const subject = subjectIn(facts, pausesAllowed)
  return subject === null ? [] : [...moderationFindings(facts, script), ...lint(script, subject)]
}

type Generated = Extract<Fact, { type: 'ScriptGenerated' }>
type Doubt = 'flagged' | 'unchecked'

/** OpenAI flagged a section, or did not answer for it, and that does not look clean: retouching it is no answer either. */
function moderationFindings(facts: readonly Fact[], script: Script): Finding[] {
  const doubts = new Set(sectionKeys.map((key) => doubtAbout(facts, script, key)))
  return (['flagged', 'unchecked'] as const).filter((doubt) => doubts.has(doubt)).map(findingOf)
}

/** Until the section is written anew, or is again as it was before. */
function doubtAbout(facts: readonly Fact[], script: Script, key: SectionKey): Doubt | null {
  const last = facts.findLast(
    (fact): fact is Generated => fact.type === 'ScriptGenerated' && fact.data.sections.includes(key),
  )
  const verdict = last?.data.moderation?.verdict
  if (last === undefined || verdict === undefined || verdict === 'clean') return null
  return facts.slice(0, last.version - 1).some((fact) => textIn(fact, key) === script[key]) ? null : verdict
}

function textIn(fact: Fact, key: SectionKey): string | null {
  return fact.type === 'ScriptGenerated' || fact.type === 'ScriptEdited' ? fact.data.script[key] : null
}

function findingOf(doubt: Doubt): Finding {
  const whole = { severity: 'block' as const, section: null, start: 0, end: 0, excerpt: '', fix: null }
  return { ...whole, rule: `moderation_${doubt}`, sentence: sentences[doubt] }
}

const sentences: Record<Doubt, string> = {
  flagged:
    'La modération d’OpenAI a signalé ce texte. Relisez-le entièrement, puis réécrivez-le ou écrivez pourquoi il convient.',
  unchecked: 'La modération d’OpenAI n’a pas répondu pour ce texte. Relisez-le entièrement avant de le valider.',
}
