/** What a person does to a script: have it written, stop that, correct it, approve it, take that back; decline, reopen. */
import { stateOf, statusOf, type Snapshot } from '#events/decide.ts'
import type { Deed } from '#events/facts.ts'
import { maxScriptCharacters, measureText, scriptText, type Script } from '#events/script.ts'

import { act } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk } from './desk.ts'
import { textHash } from './text-hash.ts'

type ScriptVerbs = Pick<
  Desk,
  | 'generateScript'
  | 'stopScript'
  | 'editScript'
  | 'approveScript'
  | 'withdrawApproval'
  | 'declineRequest'
  | 'reopenRequest'
>

export function createScriptVerbs(context: DeskContext): ScriptVerbs {
  return {
    generateScript: (command, { requestId, instructions, seen }) =>
      act(context, {
        verb: 'generateScript',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'ScriptRequested', data: { writingId: context.ids(), instructions } }],
      }),

    stopScript: (command, { requestId }) =>
      act(context, {
        verb: 'stopScript',
        requestId,
        command,
        wish: ({ snapshot }) => {
          const { writing } = stateOf(snapshot)
          if (!writing) return { tag: 'refused', code: 'no_writing', status: statusOf(snapshot) }
          // A call under way goes on and may be billed, whatever we make of its answer.
          const data = {
            writingId: writing.id,
            n: writing.n,
            code: 'stopped',
            mayHaveCost: writing.n > 0,
            costMicroUsd: null,
            supportId: null,
            partial: null,
          }
          return [{ type: 'ScriptFailed', data }]
        },
      }),

    editScript: (command, { requestId, script, seen }) =>
      act(context, {
        verb: 'editScript',
        requestId,
        command,
        seen,
        wish: ({ snapshot }) => edited(script, stateOf(snapshot).textHash),
      }),

    approveScript: (command, { requestId, seen, script }) =>
      act(context, {
        verb: 'approveScript',
        requestId,
        command,
        seen,
        wish: ({ snapshot }) => approved(snapshot, script, context.settings.fourEyes),
      }),

    withdrawApproval: (command, { requestId, reason, seen }) =>
      act(context, {
        verb: 'withdrawApproval',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'ApprovalWithdrawn', data: { reason } }],
      }),

    declineRequest: (command, { requestId, reason, seen }) =>
      act(context, {
        verb: 'declineRequest',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'RequestDeclined', data: { reason } }],
      }),

    reopenRequest: (command, { requestId, seen }) =>
      act(context, {
        verb: 'reopenRequest',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'RequestReopened', data: {} }],
      }),
  }
}

/** What is approved is the text before the person's eyes: typed corrections are saved first, in the same step. */
function approved(snapshot: Snapshot, script: Script | undefined, fourEyes: boolean): Deed[] | Answer {
  const { textHash: current } = stateOf(snapshot)
  const corrections = script === undefined ? [] : edited(script, current)
  if (!Array.isArray(corrections)) return corrections
  const correction = corrections[0]
  const textHash = correction?.type === 'ScriptEdited' ? correction.data.textHash : current
  if (textHash === null) return { tag: 'refused', code: 'script_missing', status: statusOf(snapshot) }
  return [...corrections, { type: 'ScriptApproved', data: { textHash, fourEyes } }]
}

/** The same text again is no correction: nothing happens, and an approval stays. */
function edited(script: Script, current: string | null): Deed[] | Answer {
  const text = scriptText(script)
  const hash = textHash(text)
  if (text === '') return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_empty' }] }
  if (text.length > maxScriptCharacters) {
    return { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_too_long' }] }
  }
  if (hash === current) return []
  return [{ type: 'ScriptEdited', data: { script, textHash: hash, words: measureText(text).words } }]
}
