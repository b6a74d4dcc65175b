/** What the law would say to each thing a person can do: the probes are facts, and `can()` answers. */
import { allows, stateOf, statusOf, type Snapshot } from '#events/decide.ts'
import type { Actor, Deed } from '#events/facts.ts'
import { explainRefusal, type RefusalCode } from '#events/refusal.ts'
import { isOpen } from '#events/request.ts'
import { emptyScript, sectionKeys } from '#events/script.ts'

import type { DeskIntent } from './desk.ts'

export type Verdict = { intent: DeskIntent; allowed: boolean; code: RefusalCode | null }

const nil = '00000000-0000-4000-8000-000000000000'
const noHash = '0'.repeat(64)
const noFindings = { linterVersion: null, blocking: [], overridden: false, overrideReason: null }

/** The setting as it stands in an approval. */
export const eyesOf = (fourEyes: boolean) => (fourEyes ? ('anyWriter' as const) : ('off' as const))

export const editProbe: Deed = {
  type: 'ScriptEdited',
  data: {
    ...{ script: emptyScript(), textHash: noHash, words: 0 },
    ...{ sections: [...sectionKeys], why: 'edited', restoredFrom: null },
  },
}

export function verdicts(snapshot: Snapshot, actor: Actor, fourEyes: boolean): Verdict[] {
  return Object.entries(probes(snapshot, fourEyes)).map(([name, deed]) => {
    const intent = name as DeskIntent
    const event = { ...deed, actor }
    const code = allows(snapshot, event) ? whyNotOffered(intent, snapshot) : explainRefusal(snapshot, event)
    return { intent, allowed: code === null, code }
  })
}

export function mayOf(snapshot: Snapshot, actor: Actor, fourEyes: boolean): Record<DeskIntent, boolean> {
  const entries = verdicts(snapshot, actor, fourEyes).map(({ intent, allowed }) => [
    intent,
    allowed && actor.kind === 'admin',
  ])
  return Object.fromEntries(entries) as Record<DeskIntent, boolean>
}

/** One probe serves both ways of ordering a film; which of them is on offer depends on the status alone. */
function whyNotOffered(intent: DeskIntent, snapshot: Snapshot): RefusalCode | null {
  const uncertain = statusOf(snapshot) === 'uncertain'
  if (intent === 'generateVideo' && uncertain) return 'video_uncertain'
  if (intent === 'generateVideoAgain' && !uncertain) return 'no_video_awaited'
  return null
}

function probes(snapshot: Snapshot, fourEyes: boolean): Record<DeskIntent, Deed> {
  const state = stateOf(snapshot)
  const textHash = state.textHash ?? noHash
  const open =
    [state.attempt, ...Object.keys(state.films)].find(
      (id) => id !== null && state.films[id] && isOpen(state.films[id]),
    ) ?? nil
  const film: Deed = {
    type: 'VideoRequested',
    data: {
      attempt: nil,
      textHash: state.approval?.textHash ?? noHash,
      acceptsDoublePayment: true,
      estimatedMicroUsd: 0,
      call: {
        idempotencyKey: nil,
        title: nil,
        avatarId: '-',
        voiceId: '-',
        engine: 'avatar_iii',
        resolution: '1080p',
        aspectRatio: '16:9',
        locale: 'fr-FR',
        pauses: false,
        bodyHash: noHash,
      },
    },
  }
  return {
    generateScript: {
      type: 'ScriptRequested',
      data: { writingId: nil, instructions: null, sections: [...sectionKeys], memoryKinds: [] },
    },
    stopScript: {
      type: 'ScriptFailed',
      data: {
        writingId: state.writing?.id ?? nil,
        n: 0,
        code: 'stopped',
        mayHaveCost: false,
        costMicroUsd: null,
        supportId: null,
        partial: null,
      },
    },
    editScript: editProbe,
    requestCorrection: {
      type: 'CorrectionRequested',
      data: { textHash, sections: [...sectionKeys], comments: emptyScript() },
    },
    // Whether the linter holds something against the text is asked when it is approved, with what was typed by then.
    approveScript: { type: 'ScriptApproved', data: { textHash, fourEyes: eyesOf(fourEyes), ...noFindings } },
    withdrawApproval: { type: 'ApprovalWithdrawn', data: { reason: null } },
    declineRequest: { type: 'RequestDeclined', data: { reason: null } },
    reopenRequest: { type: 'RequestReopened', data: {} },
    generateVideo: film,
    generateVideoAgain: film,
    attachVideo: {
      type: 'VideoSubmitted',
      data: { attempt: open, heygenVideoId: '-', how: 'attached', supportId: null },
    },
    declareVideoFailed: {
      type: 'VideoFailed',
      data: {
        attempt: open,
        heygenVideoId: null,
        code: 'declared',
        mayHaveCost: true,
        how: 'declared',
        supportId: null,
        comment: null,
      },
    },
  }
}
