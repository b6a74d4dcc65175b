/** Why the law says no, as a person would be told: one typical case for each reason. */
import { expect, test } from 'vitest'

import { decide } from '#events/decide.ts'
import { refusalCodes, type RefusalCode } from '#events/refusal.ts'

import { deeds, type DeedName } from './deeds.ts'
import { situations, type Situation } from './situations.ts'

const cases: [Situation, DeedName, RefusalCode][] = [
  ['nothing yet', 'ScriptEdited', 'request_unknown'],
  ['a new request', 'BookRequested', 'request_exists'],
  ['a first writing, tried once', 'ScriptEdited', 'script_being_written'],
  ['a first writing, tried once', 'RequestDeclined', 'script_being_written'],
  ['a new request', 'ScriptApproved one', 'script_missing'],
  ['a text written by Léa', 'VideoRequested one', 'script_not_approved'],
  ['a new request', 'VideoRequested one', 'script_missing'],
  ['a text written by Léa', 'ApprovalWithdrawn', 'no_approval'],
  ['a first writing, tried once', 'ApprovalWithdrawn', 'no_approval'],
  ['an approved text', 'ScriptRequested', 'script_approved'],
  ['an approved text', 'ScriptApproved one', 'script_approved'],
  ['a text written by Léa', 'ScriptApproved two', 'text_changed'],
  ['an approved text', 'VideoRequested two', 'text_changed'],
  ['a text written by Léa', 'ScriptApproved one, no writer, Léa', 'four_eyes'],
  ['a text written by Léa', 'ScriptApproved one, blocked', 'script_blocked'],
  ['a text that Hugo wants corrected', 'ScriptApproved one', 'correction_asked'],
  ['a text that Hugo wants corrected', 'CorrectionRequested two', 'text_changed'],
  ['a new request', 'ScriptRequested, the portrait', 'script_missing'],
  ['a first writing, tried three times', 'ScriptAttempted w1 n4', 'attempts_spent'],
  ['a first writing, tried once', 'ScriptAttempted w1 n1', 'writing_superseded'],
  ['a second writing, beside a text', 'ScriptGenerated w1 n1', 'writing_superseded'],
  ['a text written by ChatGPT', 'ScriptGenerated w1 n1', 'writing_superseded'],
  ['a text written by ChatGPT', 'ScriptFailed w1', 'no_writing'],
  ['a second writing, beside a text', 'ScriptFailed w1', 'writing_superseded'],
  ['a film under way', 'ScriptEdited', 'video_open'],
  ['a film under way', 'VideoRequested one, both paid', 'video_open'],
  ['a film under way', 'VideoFailed, declared, A', 'video_open'],
  ['a film ordered', 'VideoSubmitted A v-a, attached', 'video_open'],
  ['an approved text, its failed film turned up after all', 'VideoRequested one', 'video_open'],
  ['a finished film, copied', 'ApprovalWithdrawn', 'video_exists'],
  ['a finished film, copied', 'VideoRequested one', 'video_exists'],
  ['an approval that has its finished film', 'VideoRequested one', 'approval_used'],
  ['an uncertain film', 'VideoRequested one', 'video_uncertain'],
  ['an uncertain film', 'ApprovalWithdrawn', 'video_uncertain'],
  ['an uncertain film', 'VideoRequested one, both paid, by the night shift', 'video_uncertain'],
  ['an approved text after a failed film', 'VideoFailed, declared, A', 'no_video_awaited'],
  ['a finished film', 'VideoSubmitted A v-a, attached', 'no_video_awaited'],
  ['a film under way', 'VideoReady ?', 'attempt_unknown'],
  ['a finished film', 'VideoReady A', 'already_recorded'],
  ['a finished film', 'VideoFailed A', 'already_recorded'],
  ['a finished film, copied', 'VideoArchived A', 'already_recorded'],
  ['an approved text after a failed film', 'VideoRequested one, as A', 'already_recorded'],
  ['a finished film', 'VideoRejected A', 'video_not_archived'],
  ['a finished film', 'VideoDelivered A', 'video_not_archived'],
  ['a request declined with its text', 'ScriptApproved one', 'request_declined'],
  ['a text written by Léa', 'RequestReopened', 'request_not_declined'],
  ['a film under way', 'VideoArchived A', 'not_now'],
]

test.each(cases)('%s · %s · %s', (situation, name, code) => {
  const decision = decide(situations[situation], [deeds[name]])
  expect(decision).toMatchObject({ ok: false, refused: { code, fact: deeds[name].type } })
})

test('leaves no reason out', () => {
  expect(new Set(cases.map(([, , code]) => code))).toEqual(new Set(refusalCodes))
})
