/** What a person does to a text: correct it, fix it, take an earlier one again, ask for a correction, approve it. */
import { stateOf, statusOf } from '#events/decide.ts'
import { streamOf, type Deed, type Fact } from '#events/facts.ts'
import { applyFix } from '#events/lint/lint.ts'
import { frenchSpacing } from '#events/lint/typography.ts'
import { sectionKeys, type Script } from '#events/script.ts'

import { act, type Act, type Current } from './act.ts'
import { approved } from './approve-script.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk } from './desk.ts'
import { edited } from './edited.ts'
import { findingsOn } from './findings.ts'
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
