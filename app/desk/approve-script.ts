/** An approval: of exactly the text before the person's eyes, against what is held against it. */
import { stateOf, statusOf } from '#events/decide.ts'
import type { Deed, FactData } from '#events/facts.ts'
import { linterVersion, type Finding } from '#events/lint/finding.ts'
import { scriptText, type Script } from '#events/script.ts'

import { currentScript, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer } from './desk.ts'
import { edited } from './edited.ts'
import { findingsOn } from './findings.ts'
import { eyesOf } from './may.ts'

type Override = { overrideReason?: string | null | undefined; overrides?: readonly string[] | undefined }

/** What is approved is the text before the person's eyes: typed corrections are saved first, in the same step. */
export function approved(
  context: DeskContext,
  current: Current,
  typed: Script | undefined,
  override: Override,
): Deed[] | Answer {
  const { facts, snapshot } = current
  const { fourEyes, presenter } = context.settings
  const corrections = typed === undefined ? [] : edited(current, typed, { why: 'edited', restoredFrom: null })
  if (!Array.isArray(corrections)) return corrections
  const [correction] = corrections
  const hash = correction?.type === 'ScriptEdited' ? correction.data.textHash : stateOf(snapshot).textHash
  const script = typed ?? currentScript(facts)
  if (hash === null || script === null || scriptText(script) === '')
    return { tag: 'refused', code: 'script_missing', status: statusOf(snapshot) }

  const verdict = verdictOn(findingsOn(facts, script, presenter().pauses), override)
  if ('tag' in verdict) return verdict
  return [
    ...corrections,
    { type: 'ScriptApproved', data: { textHash: hash, fourEyes: eyesOf(fourEyes), linterVersion, ...verdict } },
  ]
}

/** A text of two people in which nobody has chosen yet: there is no reason that would make it speakable. */
const neverOverridden = ['undecided']

type Verdict = Pick<FactData<'ScriptApproved'>, 'blocking' | 'overridden' | 'overrideReason'>

/** A reason is for what was shown when it was typed; what has come up since is shown first. */
function verdictOn(findings: Finding[], { overrideReason, overrides }: Override): Verdict | Answer {
  const blocking = [...new Set(findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule))]
  if (blocking.length === 0) return { blocking, overridden: false, overrideReason: null }
  const reason = overrideReason?.trim() || null
  const unseen = blocking.some((rule) => overrides !== undefined && !overrides.includes(rule))
  const undecided = blocking.some((rule) => neverOverridden.includes(rule))
  if (reason !== null && !unseen && !undecided) return { blocking, overridden: true, overrideReason: reason }
  const code = undecided ? 'script_undecided' : reason !== null ? 'script_blocked_anew' : 'script_blocked'
  return { tag: 'invalid', problems: [{ field: 'overrideReason', code }], findings }
}
