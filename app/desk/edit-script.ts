/** What a person does to a text: correct it, fix it, take an earlier one again, ask for a correction, approve it. */
import { stateOf, statusOf } from '#events/decide.ts'
import { streamOf, type Deed, type Fact, type FactData } from '#events/facts.ts'
import { linterVersion } from '#events/lint/finding.ts'
import { applyFix } from '#events/lint/lint.ts'
import { frenchSpacing } from '#events/lint/typography.ts'
import { maxScriptCharacters, measureText, scriptText, sectionKeys, type Script } from '#events/script.ts'

import { act, currentScript, type Act, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk } from './desk.ts'
import { findingsOn } from './findings.ts'
import { textHash } from './text-hash.ts'
import { scriptAt } from './versions.ts'

type EditVerbs = Pick<Desk, 'editScript' | 'fixScript' | 'restoreScript' | 'requestCorrection' | 'approveScript'>

export function createEditScript(context: DeskContext): EditVerbs {
  /** What is saved leaves no draft behind. */
  async function save(deed: Act): Promise<Answer> {
    const answer = await act(context, deed)
    const place = { stream: streamOf(deed.requestId), person: deed.command.actor.id }
    if (answer.tag === 'done') await context.archive.dropDraft(place)
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
        wish: ({ snapshot }) => {
          const trimmed = Object.fromEntries(sectionKeys.map((key) => [key, comments[key].trim()])) as Script
          if (scriptText(trimmed) === '')
            return { tag: 'invalid', problems: [{ field: 'comment.accueil', code: 'correction_empty' }] }
          const { textHash: hash } = stateOf(snapshot)
          if (hash === null) return { tag: 'refused', code: 'script_missing', status: statusOf(snapshot) }
          return [{ type: 'CorrectionRequested', data: { textHash: hash, comments: trimmed } }]
        },
      }),

    approveScript: (command, { requestId, seen, script, overrideReason = null }) =>
      save({
        ...{ verb: 'approveScript', requestId, command, seen, mine: script },
        wish: (current) => approved(context, current, script, overrideReason),
      }),
  }
}

/** What is approved is the text before the person's eyes: typed corrections are saved first, in the same step. */
function approved(
  context: DeskContext,
  current: Current,
  script: Script | undefined,
  overrideReason: string | null,
): Deed[] | Answer {
  const { facts, snapshot } = current
  const corrections = script === undefined ? [] : edited(current, script, { why: 'edited', restoredFrom: null })
  if (!Array.isArray(corrections)) return corrections
  const [correction] = corrections
  const hash = correction?.type === 'ScriptEdited' ? correction.data.textHash : stateOf(snapshot).textHash
  const text = script ?? currentScript(facts)
  if (hash === null || text === null) return { tag: 'refused', code: 'script_missing', status: statusOf(snapshot) }

  const found = findingsOn(facts, text, context.settings.presenter().pauses)
  const blocking = [...new Set(found.filter(({ severity }) => severity === 'block').map(({ rule }) => rule))]
  const reason = overrideReason?.trim() || null
  if (blocking.length > 0 && reason === null)
    return { tag: 'invalid', problems: [{ field: 'overrideReason', code: 'script_blocked' }] }
  const overridden = blocking.length > 0
  const verdict = { linterVersion, blocking, overridden, overrideReason: overridden ? reason : null }
  return [
    ...corrections,
    { type: 'ScriptApproved', data: { textHash: hash, fourEyes: context.settings.fourEyes, ...verdict } },
  ]
}

type Why = Pick<FactData<'ScriptEdited'>, 'why' | 'restoredFrom'>

/** The same text again is no correction: nothing happens, and an approval stays. */
function edited({ snapshot }: Current, script: Script, why: Why): Deed[] | Answer {
  const text = scriptText(script)
  const hash = textHash(text)
  if (text === '') return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_empty' }] }
  if (text.length > maxScriptCharacters)
    return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_too_long' }] }
  if (hash === stateOf(snapshot).textHash) return []
  return [{ type: 'ScriptEdited', data: { script, textHash: hash, words: measureText(text).words, ...why } }]
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
