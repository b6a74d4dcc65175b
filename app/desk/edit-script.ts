/** What a person does to a text: correct it, fix it, take an earlier one again, ask for a correction, approve it. */
import { stateOf, statusOf } from '#events/decide.ts'
import { streamOf, type Deed, type Fact, type FactData } from '#events/facts.ts'
import { linterVersion, type Finding } from '#events/lint/finding.ts'
import { applyFix } from '#events/lint/lint.ts'
import { frenchSpacing } from '#events/lint/typography.ts'
import {
  maxScriptCharacters,
  measureText,
  scriptText,
  sectionKeys,
  type Script,
  type SectionKey,
} from '#events/script.ts'

import { act, currentScript, type Act, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk } from './desk.ts'
import { findingsOn } from './findings.ts'
import { eyesOf } from './may.ts'
import { textHash } from './text-hash.ts'
import { scriptAt } from './versions.ts'

type EditVerbs = Pick<Desk, 'editScript' | 'fixScript' | 'restoreScript' | 'requestCorrection' | 'approveScript'>

export function createEditScript(context: DeskContext): EditVerbs {
  /** What is saved leaves no draft behind. */
  async function save(deed: Act): Promise<Answer> {
    const answer = await act(context, deed)
    if (answer.tag !== 'done') return answer
    const place = { stream: streamOf(deed.requestId), person: deed.command.actor.id }
    // A form that is sent again must not take away what was typed since; one that changed nothing leaves nothing to keep.
    const nothingNew = answer.version === deed.seen?.version
    await context.archive.dropDraft(place, nothingNew ? undefined : answer.version)
    return answer
  }

  return {
    editScript: (command, { requestId, script, seen, why = 'edited' }) =>
      save({
        ...{ verb: 'editScript', requestId, command, seen, mine: script },
        wish: (current) => edited(current, script, { why, restoredFrom: null }),
      }),

    fixScript: (command, { requestId, script, seen, fix }) =>
      save({
        ...{ verb: 'fixScript', requestId, command, seen, mine: script },
        wish: (current) => {
          const fixed = withFix(context, current.facts, script, fix)
          return fixed === null ? gone : edited(current, fixed, { why: 'fixed', restoredFrom: null })
        },
      }),

    restoreScript: (command, { requestId, version, seen }) =>
      save({
        ...{ verb: 'restoreScript', requestId, command, seen },
        wish: (current) => {
          const script = scriptAt(current.facts, version)
          if (script === null) return { tag: 'invalid', problems: [{ field: 'restore', code: 'version_unknown' }] }
          return edited(current, script, { why: 'restored', restoredFrom: version })
        },
      }),

    requestCorrection: (command, { requestId, comments, seen }) =>
      act(context, {
        ...{ verb: 'requestCorrection', requestId, command, seen },
        wish: (current) => corrected(current, comments),
      }),

    approveScript: (command, { requestId, seen, script, ...override }) =>
      save({
        ...{ verb: 'approveScript', requestId, command, seen, mine: script },
        wish: (current) => approved(context, current, script, override),
      }),
  }
}

function corrected({ snapshot }: Current, comments: Script): Deed[] | Answer {
  const told = Object.fromEntries(sectionKeys.map((key) => [key, comments[key].trim()])) as Script
  const sections = sectionKeys.filter((key) => told[key] !== '')
  if (sections.length === 0)
    return { tag: 'invalid', problems: [{ field: 'comment.accueil', code: 'correction_empty' }] }
  const { textHash: hash } = stateOf(snapshot)
  if (hash === null) return { tag: 'refused', code: 'script_missing', status: statusOf(snapshot) }
  return [{ type: 'CorrectionRequested', data: { textHash: hash, sections, comments: told } }]
}

type Override = { overrideReason?: string | null | undefined; overrides?: readonly string[] | undefined }

/** What is approved is the text before the person's eyes: typed corrections are saved first, in the same step. */
function approved(
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

type Why = Pick<FactData<'ScriptEdited'>, 'why' | 'restoredFrom'>

/** The same text again is no correction: nothing happens, and an approval stays. */
function edited({ facts }: Current, script: Script, why: Why): Deed[] | Answer {
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
function changedSections(before: Script | null, after: Script): SectionKey[] {
  const plain = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trim()
  return sectionKeys.filter((key) => plain(before?.[key]) !== plain(after[key]))
}

const gone: Answer = { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'fix_gone' }] }

/** `rule@section:start`, as the button names it; null where the text has changed and there is nothing to fix any more. */
function withFix(context: DeskContext, facts: readonly Fact[], script: Script, wanted: string): Script | null {
  if (wanted === 'typography')
    return Object.fromEntries(sectionKeys.map((key) => [key, frenchSpacing(script[key])])) as Script
  const plain = Object.fromEntries(sectionKeys.map((key) => [key, script[key].replaceAll('\r\n', '\n')])) as Script
  const found = findingsOn(facts, plain, context.settings.presenter().pauses).find(
    ({ rule, section, start, fix }) => fix !== null && `${rule}@${section ?? ''}:${start}` === wanted,
  )
  return found?.fix && found.section ? applyFix(plain, found.section, found.fix) : null
}
