/** Why the law said no, as a code; the sentence for people stands at the door. */
import type { LawEvent } from './facts.ts'
import { isOfAnother, isToCorrect, maxScriptAttempts } from './guards.ts'
import { isOpen, type RequestState, type Status } from './request.ts'

type AboutFilm = Exclude<Extract<LawEvent, { data: { attempt: string } }>, { type: 'VideoRequested' }>

export const refusalCodes = [
  'request_unknown',
  'request_exists',
  'script_being_written',
  'script_missing',
  'script_not_approved',
  'script_approved',
  'no_approval',
  'text_changed',
  'four_eyes',
  'script_blocked',
  'correction_asked',
  'attempts_spent',
  'writing_superseded',
  'no_writing',
  'video_open',
  'video_exists',
  'approval_used',
  'video_uncertain',
  'no_video_awaited',
  'attempt_unknown',
  'already_recorded',
  'video_not_archived',
  'request_declined',
  'request_not_declined',
  'not_now',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export function explainRefusal(
  { value, context }: { value: unknown; context: RequestState },
  event: LawEvent,
): RefusalCode {
  const status = value as Status | 'none'
  if (status === 'none') return 'request_unknown'
  switch (event.type) {
    case 'BookRequested':
      return 'request_exists'
    case 'ScriptRequested':
      return status === 'requested' ? 'script_missing' : whyNotWrite(status)
    case 'ScriptEdited':
      return whyNotWrite(status)
    case 'CorrectionRequested':
      return whyNotCorrect(status)
    case 'ScriptAttempted':
      return event.data.n > maxScriptAttempts ? 'attempts_spent' : 'writing_superseded'
    case 'ScriptGenerated':
      return 'writing_superseded'
    case 'ScriptFailed':
      return status === 'writing' ? 'writing_superseded' : 'no_writing'
    case 'ScriptApproved':
      return whyNotApprove(status, context, event)
    case 'ApprovalWithdrawn':
      return ['requested', 'writing', 'drafted'].includes(status) ? 'no_approval' : whyNotWrite(status)
    case 'RequestDeclined':
      return whyNotWrite(status)
    case 'RequestReopened':
      return 'request_not_declined'
    case 'VideoRequested':
      return whyNotFilm(status, context, event)
    case 'VideoSubmitted':
    case 'VideoReady':
    case 'VideoFailed':
    case 'VideoUncertain':
    case 'VideoArchived':
    case 'ArchiveFailed':
    case 'VideoDelivered':
    case 'VideoRejected':
      return whyNotRecord(status, context, event)
  }
}

function whyNotWrite(status: Status): RefusalCode {
  switch (status) {
    case 'writing':
      return 'script_being_written'
    case 'approved':
      return 'script_approved'
    case 'filming':
      return 'video_open'
    case 'uncertain':
      return 'video_uncertain'
    case 'ready':
    case 'delivered':
      return 'video_exists'
    case 'declined':
      return 'request_declined'
    case 'requested':
    case 'drafted':
      return 'not_now'
  }
}

function whyNotCorrect(status: Status): RefusalCode {
  if (status === 'requested') return 'script_missing'
  return status === 'drafted' || status === 'approved' ? 'text_changed' : whyNotWrite(status)
}

function whyNotApprove(
  status: Status,
  context: RequestState,
  event: Extract<LawEvent, { type: 'ScriptApproved' }>,
): RefusalCode {
  if (status === 'requested') return 'script_missing'
  if (status !== 'drafted') return whyNotWrite(status)
  if (event.data.textHash !== context.textHash) return 'text_changed'
  const args = { context, event }
  if (!isOfAnother(args)) return 'four_eyes'
  return isToCorrect(args) ? 'correction_asked' : 'script_blocked'
}

function whyNotFilm(
  status: Status,
  context: RequestState,
  event: Extract<LawEvent, { type: 'VideoRequested' }>,
): RefusalCode {
  if (status === 'requested') return 'script_missing'
  if (status === 'drafted') return 'script_not_approved'
  if (status !== 'approved') return whyNotWrite(status)
  if (event.data.textHash !== context.approval?.textHash) return 'text_changed'
  if (event.data.attempt in context.films) return 'already_recorded'
  return Object.values(context.films).some(isOpen) ? 'video_open' : 'approval_used'
}

function whyNotRecord(status: Status, context: RequestState, { type, data }: AboutFilm): RefusalCode {
  // A person speaks of a film that they wait for.
  if (isByHand(data) && !Object.values(context.films).some(isOpen)) return 'no_video_awaited'
  const film = context.films[data.attempt]
  if (!film) return 'attempt_unknown'
  const isCurrent = data.attempt === context.attempt
  switch (type) {
    case 'VideoSubmitted':
    case 'VideoReady':
    case 'VideoFailed':
      // What a person states by hand waits until the outcome is uncertain.
      return status === 'filming' && isCurrent && isByHand(data) ? 'video_open' : 'already_recorded'
    case 'VideoUncertain':
      return film.outcome === 'uncertain' ? 'already_recorded' : 'not_now'
    case 'VideoArchived':
    case 'ArchiveFailed':
      return film.archived ? 'already_recorded' : 'not_now'
    case 'VideoDelivered':
    case 'VideoRejected':
      return isCurrent && ['ready', 'delivered'].includes(status) ? 'video_not_archived' : 'not_now'
  }
}

const isByHand = (data: AboutFilm['data']) => 'how' in data && (data.how === 'attached' || data.how === 'declared')
