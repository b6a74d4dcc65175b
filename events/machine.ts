/**
 * The law. Its events are the facts: it says whether a fact may happen now (`can`), what is true then (`assign`) and
 * who must act next (the named effects, returned as data by `transition`, never run).
 *
 * Effects belong to transitions, never to state entry. Every transition assigns, so a fact that changed nothing was
 * not allowed. No state is final.
 */
import { assign, setup } from 'xstate'

import type { LawEvent } from './facts.ts'
import { recordFilm } from './film-record.ts'
import {
  archivesCurrent,
  attachesCurrent,
  failsCurrent,
  finishesApproved,
  hasText,
  isArchived,
  isCurrentAttempt,
  isCurrentWriting,
  isNews,
  isNewsOfAnother,
  isReported,
  isWriting,
  mayApprove,
  mayAttemptScript,
  mayCorrect,
  mayFilm,
  mayFilmAgain,
  mayWrite,
  submitsCurrent,
  submitsFirst,
} from './guards.ts'
import { emptyRequest, type Film, type RequestState } from './request.ts'
import { recordWriting } from './text-record.ts'

export const machineVersion = '2'

export const effects = ['write', 'film', 'watch', 'watchSlowly', 'archive', 'send'] as const
export type Effect = (typeof effects)[number]

const law = setup({
  types: { context: {} as RequestState, events: {} as LawEvent },
  actions: { write() {}, film() {}, watch() {}, watchSlowly() {}, archive() {}, send() {} },
})

// Assignments: what is true after the fact.

const written = law.assign(({ context, event }) => recordWriting(context, event))

const beginWriting = law.assign(({ context, event }) =>
  event.type === 'ScriptRequested' ? { ...context, writing: { id: event.data.writingId, n: 0 } } : context,
)

const countAttempt = law.assign(({ context, event }) =>
  event.type === 'ScriptAttempted' ? { ...context, writing: { id: event.data.writingId, n: event.data.n } } : context,
)

const endWriting = law.assign(({ context }) => ({ ...context, writing: null }))

const approve = law.assign(({ context, event }) =>
  event.type === 'ScriptApproved'
    ? {
        ...context,
        approvals: context.approvals + 1,
        correction: null,
        approval: { textHash: event.data.textHash, by: event.actor.id, n: context.approvals + 1 },
      }
    : context,
)

const withdrawApproval = law.assign(({ context }) => ({ ...context, approval: null }))

const askCorrection = law.assign(({ context, event }) =>
  event.type === 'CorrectionRequested'
    ? { ...context, approval: null, correction: { by: event.actor.id, sections: event.data.sections } }
    : context,
)

const openFilm = law.assign(({ context, event }) => {
  if (event.type !== 'VideoRequested') return context
  const film: Film = {
    textHash: event.data.textHash,
    approval: context.approvals,
    outcome: 'requested',
    heygenVideoId: null,
    surplusVideoIds: [],
    archived: false,
    archiveFailures: 0,
  }
  return { ...context, attempt: event.data.attempt, films: { ...context.films, [event.data.attempt]: film } }
})

/** Writes a film fact into `films[attempt]`. */
const record = law.assign(({ context, event }) => recordFilm(context, event))

/** The same, and the status speaks of this attempt from now on. */
const recordAsCurrent = law.assign(({ context, event }) =>
  event.type === 'VideoReady' ? { ...recordFilm(context, event), attempt: event.data.attempt } : context,
)

// The table of design §3, row by row.

/** Facts about any known attempt, kept whatever the status. A video that turns up late is watched to its end. */
const keepNews = {
  VideoSubmitted: { guard: isNews, actions: [record, 'watch'] },
  VideoReady: { guard: isNews, actions: record },
  VideoFailed: { guard: isNews, actions: record },
  VideoArchived: { guard: isNews, actions: record },
} as const

const toReady = { guard: finishesApproved, target: 'ready', actions: [recordAsCurrent, 'archive'] } as const

export const requestMachine = law.createMachine({
  id: 'request',
  context: emptyRequest,
  initial: 'none',
  states: {
    none: {
      on: { BookRequested: { target: 'requested', actions: assign(() => ({ ...emptyRequest })) } },
    },
    requested: {
      on: {
        ...keepNews,
        ScriptRequested: { guard: mayWrite, target: 'writing', actions: [beginWriting, 'write'] },
        ScriptEdited: { target: 'drafted', actions: written },
        RequestDeclined: { target: 'declined', actions: withdrawApproval },
      },
    },
    writing: {
      on: {
        ...keepNews,
        ScriptAttempted: { guard: mayAttemptScript, target: 'writing', actions: countAttempt },
        ScriptGenerated: { guard: isCurrentWriting, target: 'drafted', actions: written },
        ScriptFailed: [
          { guard: (args) => isWriting(args) && hasText(args), target: 'drafted', actions: endWriting },
          { guard: isWriting, target: 'requested', actions: endWriting },
        ],
      },
    },
    drafted: {
      on: {
        ...keepNews,
        ScriptEdited: { target: 'drafted', actions: written },
        ScriptRequested: { target: 'writing', actions: [beginWriting, 'write'] },
        CorrectionRequested: { guard: mayCorrect, target: 'drafted', actions: askCorrection },
        ScriptApproved: { guard: mayApprove, target: 'approved', actions: approve },
        RequestDeclined: { target: 'declined', actions: withdrawApproval },
      },
    },
    approved: {
      on: {
        ...keepNews,
        VideoReady: [toReady, keepNews.VideoReady],
        VideoRequested: { guard: mayFilm, target: 'filming', actions: [openFilm, 'film'] },
        ScriptEdited: { target: 'drafted', actions: written },
        CorrectionRequested: { guard: mayCorrect, target: 'drafted', actions: askCorrection },
        ApprovalWithdrawn: { target: 'drafted', actions: withdrawApproval },
        RequestDeclined: { target: 'declined', actions: withdrawApproval },
      },
    },
    filming: {
      on: {
        ...keepNews,
        VideoSubmitted: [
          { guard: submitsFirst, target: 'filming', actions: [record, 'watch'] },
          { guard: (args) => isNews(args) && !attachesCurrent(args), actions: [record, 'watch'] },
        ],
        VideoReady: [toReady, keepNews.VideoReady],
        VideoFailed: [
          { guard: (args) => failsCurrent(args) && isReported(args), target: 'approved', actions: record },
          { guard: isNewsOfAnother, actions: record },
        ],
        VideoUncertain: { guard: isCurrentAttempt, target: 'uncertain', actions: [record, 'watchSlowly'] },
      },
    },
    uncertain: {
      on: {
        ...keepNews,
        VideoSubmitted: [
          { guard: submitsCurrent, target: 'filming', actions: [record, 'watch'] },
          keepNews.VideoSubmitted,
        ],
        VideoReady: [toReady, keepNews.VideoReady],
        VideoFailed: [{ guard: failsCurrent, target: 'approved', actions: record }, keepNews.VideoFailed],
        VideoRequested: { guard: mayFilmAgain, target: 'filming', actions: [openFilm, 'film'] },
      },
    },
    ready: {
      on: {
        ...keepNews,
        VideoArchived: [{ guard: archivesCurrent, target: 'ready', actions: record }, keepNews.VideoArchived],
        ArchiveFailed: { guard: archivesCurrent, target: 'ready', actions: record },
        VideoDelivered: { guard: isArchived, target: 'delivered', actions: [record, 'send'] },
        VideoRejected: { guard: isArchived, target: 'drafted', actions: withdrawApproval },
      },
    },
    delivered: {
      on: {
        ...keepNews,
        VideoDelivered: { guard: isArchived, target: 'delivered', actions: [record, 'send'] },
        VideoRejected: { guard: isArchived, target: 'drafted', actions: withdrawApproval },
      },
    },
    declined: {
      on: {
        ...keepNews,
        RequestReopened: [
          { guard: hasText, target: 'drafted', actions: withdrawApproval },
          { target: 'requested', actions: withdrawApproval },
        ],
      },
    },
  },
})
