/** Why not, of all that the table leaves out: the codes that make sense for a fact in a status. Mostly there is one. */
import type { FactType } from '#events/facts.ts'
import type { RefusalCode } from '#events/refusal.ts'
import type { Status } from '#events/request.ts'

type Codes = Record<Status, readonly RefusalCode[]>

const always = (...codes: RefusalCode[]): Codes => ({
  ...{ requested: codes, writing: codes, drafted: codes, approved: codes, filming: codes, uncertain: codes },
  ...{ ready: codes, delivered: codes, declined: codes },
})

/** What stands in the way of changing or filming the text, of its approval or the request. */
const inTheWay: Codes = {
  requested: ['script_missing'],
  writing: ['script_being_written'],
  drafted: ['script_not_approved'],
  approved: ['script_approved'],
  filming: ['video_open'],
  uncertain: ['video_uncertain'],
  ready: ['video_exists'],
  delivered: ['video_exists'],
  declined: ['request_declined'],
}
/** Only the film that the status speaks of is handed over; another one is not, copied or not. */
const handOver: Codes = { ...always('not_now'), ready: ['video_not_archived', 'not_now'], delivered: ['not_now'] }

/** Facts about a film speak of one that was ordered; where it was not, they are refused as `attempt_unknown`. */
export const plausible: Record<FactType, Codes> = {
  BookRequested: always('request_exists'),
  ScriptRequested: inTheWay,
  ScriptAttempted: always('writing_superseded', 'attempts_spent'),
  ScriptGenerated: always('writing_superseded'),
  ScriptFailed: { ...always('no_writing'), writing: ['writing_superseded'] },
  ScriptEdited: inTheWay,
  CorrectionRequested: { ...inTheWay, drafted: ['text_changed'], approved: ['text_changed'] },
  ScriptApproved: {
    ...inTheWay,
    drafted: ['text_changed', 'four_eyes', 'correction_asked', 'script_blocked'],
  },
  ApprovalWithdrawn: { ...inTheWay, requested: ['no_approval'], writing: ['no_approval'], drafted: ['no_approval'] },
  RequestDeclined: inTheWay,
  RequestReopened: always('request_not_declined'),
  VideoRequested: { ...inTheWay, approved: ['text_changed', 'already_recorded', 'video_open', 'approval_used'] },
  VideoSubmitted: { ...always('already_recorded'), filming: ['already_recorded', 'video_open'] },
  VideoReady: always('already_recorded'),
  VideoFailed: { ...always('already_recorded'), filming: ['already_recorded', 'video_open'] },
  VideoUncertain: always('not_now', 'already_recorded'),
  VideoArchived: always('not_now', 'already_recorded'),
  ArchiveFailed: always('not_now', 'already_recorded'),
  VideoDelivered: handOver,
  VideoRejected: handOver,
}
