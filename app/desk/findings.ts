/** What is held against a text of a request: by the linter, and by OpenAI's moderation when it was written. */
import type { Fact } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'
import { lint } from '#events/lint/lint.ts'
import { sectionKeys, type Script, type SectionKey } from '#events/script.ts'

import { subjectIn } from './subject.ts'

/** Nothing, for an erased request. `spokenOnly`: the text is a model's, as it came. */
export function findingsOn(
  facts: readonly Fact[],
  script: Script,
  pausesAllowed: boolean,
  spokenOnly = false,
): Finding[] {
  const subject = subjectIn(facts, pausesAllowed, spokenOnly)
  return subject === null ? [] : [...moderationFindings(facts, script), ...lint(script, subject)]
}

type Generated = Extract<Fact, { type: 'ScriptGenerated' }>
type Doubt = 'flagged' | 'unchecked'

/** OpenAI flagged a section, or did not answer for it, and that does not look clean: retouching it is no answer either. */
function moderationFindings(facts: readonly Fact[], script: Script): Finding[] {
  const doubts = new Set(sectionKeys.map((key) => doubtAbout(facts, script, key)))
  return (['flagged', 'unchecked'] as const).filter((doubt) => doubts.has(doubt)).map(findingOf)
}

/**
 * What moderation said of the section, as it came, follows it through every retouch by hand; a section written anew, or
 * an older text taken up again, brings its own verdict.
 */
function doubtAbout(facts: readonly Fact[], script: Script, key: SectionKey): Doubt | null {
  const known = new Map<string, Doubt | null>()
  let doubt: Doubt | null = null
  for (const fact of facts) {
    if (fact.type !== 'ScriptGenerated' && fact.type !== 'ScriptEdited') continue
    const text = fact.data.script[key]
    const told = fact.type === 'ScriptGenerated' ? saidOf(fact, key) : takenUp(facts, fact)
    doubt = told === undefined ? (known.get(text) ?? (known.has(text) ? null : doubt)) : told
    known.set(text, doubt)
  }
  return known.has(script[key]) ? (known.get(script[key]) ?? null) : doubt
}

/** Undefined where the section was not written then. */
function saidOf({ data }: Generated, key: SectionKey): Doubt | null | undefined {
  if (!data.sections.includes(key)) return undefined
  const verdict = data.moderation?.verdict
  return verdict === undefined || verdict === 'clean' ? null : verdict
}

/** The beginning of a text that was cut off was never shown to moderation. */
function takenUp(facts: readonly Fact[], { data }: Extract<Fact, { type: 'ScriptEdited' }>): Doubt | undefined {
  const from = data.restoredFrom === null ? undefined : facts[data.restoredFrom - 1]
  return from?.type === 'ScriptFailed' || from?.type === 'ScriptAttempted' ? 'unchecked' : undefined
}

function findingOf(doubt: Doubt): Finding {
  const whole = { severity: 'block' as const, section: null, start: 0, end: 0, excerpt: '', fix: null }
  return { ...whole, rule: `moderation_${doubt}`, sentence: sentences[doubt] }
}

const sentences: Record<Doubt, string> = {
  flagged:
    'La modération d’OpenAI a signalé ce texte. Relisez-le entièrement, puis réécrivez-le ou écrivez pourquoi il convient.',
  unchecked:
    'La modération d’OpenAI n’a pas vu ce texte, ou n’a pas répondu. Relisez-le entièrement avant de le valider.',
}
