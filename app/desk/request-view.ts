/** The request as pages show it, made from its history: today's for the desk, any earlier one for the auditor. */
import { stateOf, type Snapshot } from '#events/decide.ts'
import type { Fact } from '#events/facts.ts'
import type { Effect } from '#events/machine.ts'
import type { LifePath } from '#events/numerology/life-path.ts'
import { isOpen, type Status } from '#events/request.ts'
import { measureText, sectionKeys, type Script, type SectionKey } from '#events/script.ts'
import { project } from '#db/project.ts'

import type { LastFailure, RequestView, VideoStatus } from './desk.ts'
import { bookedIn, chosenIn, memoriesIn, sheetIn } from './subject.ts'

export type Names = (actor: Fact['actor']) => string

export function requestView(facts: readonly Fact[], snapshot: Snapshot, names: Names): RequestView {
  const row = project(facts)
  const { films } = stateOf(snapshot)
  return {
    id: row.id,
    version: row.version,
    status: row.status as Status,
    person: {
      firstNames: row.first_names,
      lastName: row.last_name,
      birthDate: row.birth_date,
      email: row.email,
      theme: bookedIn(facts).theme,
      memories: memoriesIn(facts),
    },
    lifePath: (row.numbers as { lifePath: LifePath } | null)?.lifePath ?? null,
    sheet: sheetIn(facts),
    script: row.script,
    generatedScript: row.generated_script,
    textHash: row.text_hash,
    measure: row.generated_script === null ? null : measureText(row.generated_script),
    approval: approvalOf(row, names),
    correction: correctionIn(facts, snapshot, names),
    cancelledApproval: row.status === 'drafted' ? cancelledApprovalIn(facts, names) : null,
    chosenMemories: chosenIn(facts),
    writingId: stateOf(snapshot).writing?.id ?? null,
    videoStatus: row.video_status as VideoStatus,
    heygenVideoId: row.heygen_video_id,
    videoUrl: row.video_url,
    videoDurationMs: row.video_duration_ms,
    films: Object.entries(films).map(([attempt, { heygenVideoId, outcome, surplusVideoIds, archived, ...film }]) => ({
      attempt,
      heygenVideoId,
      outcome,
      surplusVideoIds,
      archived,
      open: isOpen({ heygenVideoId, outcome, surplusVideoIds, archived, ...film }),
    })),
    costMicroUsd: row.cost_micro_usd,
    lastFailure: row.last_failure as LastFailure | null,
    awaits: row.awaits as Effect | null,
    requestedAt: row.requested_at,
    updatedAt: row.updated_at,
  }
}

function approvalOf(row: ReturnType<typeof project>, names: Names): RequestView['approval'] {
  const { approved_by: by, approved_at: at, approved_text_hash: textHash } = row
  return by && at && textHash ? { by: names({ kind: 'admin', id: by }), at, textHash } : null
}

/** What was asked for stays before everybody's eyes until the text is approved, but for what has changed since. */
function correctionIn(facts: readonly Fact[], snapshot: Snapshot, names: Names): RequestView['correction'] {
  const last = facts.findLast(({ type }) => type === 'CorrectionRequested' || type === 'ScriptApproved')
  if (last?.type !== 'CorrectionRequested') return null
  const changed = facts.slice(last.version).flatMap(sectionsOf)
  const comments = last.data.comments as Script | null
  const left = (key: SectionKey) => (changed.includes(key) ? '' : (comments?.[key] ?? ''))
  return {
    ...{ by: names(last.actor), at: last.recordedAt },
    comments: comments && (Object.fromEntries(sectionKeys.map((key) => [key, left(key)])) as Script),
    open: stateOf(snapshot).correction !== null,
  }
}

const sectionsOf = (fact: Fact): readonly SectionKey[] =>
  fact.type === 'ScriptEdited' || fact.type === 'ScriptGenerated' ? fact.data.sections : []

/** Whoever approved a text should see that it is no longer what they approved. Ended on purpose, it needs no word. */
function cancelledApprovalIn(facts: readonly Fact[], names: Names): RequestView['cancelledApproval'] {
  const approval = facts.findLast(({ type }) => type === 'ScriptApproved')
  const end = approval && facts.slice(approval.version).find(({ type }) => ending.includes(type))
  if (!approval || (end?.type !== 'ScriptEdited' && end?.type !== 'CorrectionRequested')) return null
  return {
    by: names(approval.actor),
    at: approval.recordedAt,
    cancelledBy: names(end.actor),
    cancelledAt: end.recordedAt,
  }
}

const ending: readonly string[] = [
  ...['ScriptEdited', 'CorrectionRequested', 'ApprovalWithdrawn', 'RequestDeclined', 'VideoRejected'],
]
