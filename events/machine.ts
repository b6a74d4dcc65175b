/**
 * The law. Its events are the facts: it says whether a fact may happen now (`can`), what is true then (`assign`) and
 * who must act next (the named effects, returned as data by `transition`, never run).
 *
 * Effects belong to transitions, never to state entry. Every transition assigns, so a fact that changed nothing was
 * not allowed. No state is final.
 */
import { assign, setup } from 'xstate'

import type { LawEvent } from './facts.ts'
import { currentFilm, emptyRequest, isOpen, type Film, type RequestState } from './request.ts'

export const machineVersion = '1'
export const maxScriptAttempts = 3

export const effects = ['write', 'film', 'watch', 'watchSlowly', 'archive', 'send'] as const
export type Effect = (typeof effects)[number]

type Of<T extends LawEvent['type']> = Extract<LawEvent, { type: T }>
type FilmFact = Of<
  'VideoSubmitted' | 'VideoReady' | 'VideoFailed' | 'VideoUncertain' | 'VideoArchived' | 'ArchiveFailed'
>
type Args<E> = { context: RequestState; event: E }

const law = setup({
  types: { context: {} as RequestState, events: {} as LawEvent },
  actions: { write() {}, film() {}, watch() {}, watchSlowly() {}, archive() {}, send() {} },
})

// Guards: pure questions about what is remembered and what the fact says.

const hasText = ({ context }: { context: RequestState }) => context.textHash !== null
const isCurrentText = ({ context, event }: Args<{ data: { textHash: string } }>) =>
  event.data.textHash === context.textHash

const mayAttemptScript = ({ context, event }: Args<Of<'ScriptAttempted'>>) =>
  event.data.writingId === context.writing?.id &&
  event.data.n === context.writing.n + 1 &&
  event.data.n <= maxScriptAttempts

const isCurrentWriting = ({ context, event }: Args<Of<'ScriptGenerated'>>) =>
  event.data.writingId === context.writing?.id && event.data.n === context.writing.n

const isWriting = ({ context, event }: Args<Of<'ScriptFailed'>>) => event.data.writingId === context.writing?.id

const mayApprove = ({ context, event }: Args<Of<'ScriptApproved'>>) =>
  isCurrentText({ context, event }) && !(event.data.fourEyes && event.actor.id === context.writtenBy)

const mayFilm = ({ context, event }: Args<Of<'VideoRequested'>>) => {
  const films = Object.values(context.films)
  return (
    event.data.textHash === context.approval?.textHash &&
    !(event.data.attempt in context.films) &&
    !films.some(isOpen) &&
    !films.some((film) => film.outcome === 'ready' && film.approval === context.approval?.n)
  )
}

const mayFilmAgain = ({ context, event }: Args<Of<'VideoRequested'>>) =>
  event.data.acceptsDoublePayment &&
  event.actor.kind === 'admin' &&
  event.data.textHash === context.approval?.textHash &&
  !(event.data.attempt in context.films)

const isCurrentAttempt = ({ context, event }: Args<FilmFact>) => event.data.attempt === context.attempt

/** A person who attaches a video says that it is the film, whatever was thought before. */
const submitsCurrent = ({ context, event }: Args<Of<'VideoSubmitted'>>) =>
  isCurrentAttempt({ context, event }) &&
  (event.data.how === 'attached' ||
    [null, event.data.heygenVideoId].includes(currentFilm(context)?.heygenVideoId ?? null))

const submitsFirst = (args: Args<Of<'VideoSubmitted'>>) =>
  submitsCurrent(args) && currentFilm(args.context)?.heygenVideoId === null && !attachesCurrent(args)

const attachesCurrent = (args: Args<Of<'VideoSubmitted'>>) =>
  isCurrentAttempt(args) && args.event.data.how === 'attached'

const finishesApproved = ({ context, event }: Args<Of<'VideoReady'>>) => {
  const film = context.films[event.data.attempt]
  return film !== undefined && film.outcome !== 'ready' && film.textHash === context.approval?.textHash
}

const failsCurrent = ({ context, event }: Args<Of<'VideoFailed'>>) =>
  isCurrentAttempt({ context, event }) && fails(context.films[event.data.attempt], event.data.heygenVideoId)

/** What becomes of a surplus video says nothing of the film. */
function fails(film: Film | undefined, videoId: string | null): boolean {
  if (film === undefined || !isOpen(film)) return false
  return film.heygenVideoId === null || videoId === null || videoId === film.heygenVideoId
}

/** While a call is under way only HeyGen says how it ends; a person decides once the outcome is uncertain. */
const isReported = ({ event }: Args<Of<'VideoFailed'>>) => event.data.how !== 'declared'

const isNewsOfAnother = (args: Args<FilmFact>) => isNews(args) && !isCurrentAttempt(args)

const archivesCurrent = ({ context, event }: Args<Of<'VideoArchived' | 'ArchiveFailed'>>) =>
  isCurrentAttempt({ context, event }) && currentFilm(context)?.archived === false

const isArchived = ({ context, event }: Args<Of<'VideoDelivered' | 'VideoRejected'>>) =>
  event.data.attempt === context.attempt && currentFilm(context)?.archived === true

/** A film fact about a known attempt that says something new; where the status' own row says no, it is only kept. */
const isNews = ({ context, event }: Args<FilmFact>) => {
  const film = context.films[event.data.attempt]
  if (!film) return false
  switch (event.type) {
    case 'VideoSubmitted':
      return !knownVideos(film).includes(event.data.heygenVideoId)
    case 'VideoReady':
      return film.outcome !== 'ready'
    case 'VideoFailed':
      return fails(film, event.data.heygenVideoId)
    case 'VideoArchived':
      return film.outcome === 'ready' && !film.archived
    case 'VideoUncertain':
    case 'ArchiveFailed':
      return false
  }
}

const knownVideos = (film: Film) => [film.heygenVideoId, ...film.surplusVideoIds]

// Assignments: what is true after the fact.

const written = law.assign(({ context, event }) => {
  if (event.type !== 'ScriptEdited' && event.type !== 'ScriptGenerated') return context
  return {
    ...context,
    textHash: event.data.textHash,
    writtenBy: event.type === 'ScriptEdited' ? event.actor.id : null,
    approval: null,
    writing: null,
  }
})

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
        approval: { textHash: event.data.textHash, by: event.actor.id, n: context.approvals + 1 },
      }
    : context,
)

const withdrawApproval = law.assign(({ context }) => ({ ...context, approval: null }))

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

function recordFilm(context: RequestState, event: LawEvent): RequestState {
  if (!isFilmFact(event)) return context
  const film = context.films[event.data.attempt]
  return film ? { ...context, films: { ...context.films, [event.data.attempt]: filmAfter(film, event) } } : context
}

function isFilmFact(event: LawEvent): event is FilmFact {
  return ['VideoSubmitted', 'VideoReady', 'VideoFailed', 'VideoUncertain', 'VideoArchived', 'ArchiveFailed'].includes(
    event.type,
  )
}

function filmAfter(film: Film, event: FilmFact): Film {
  switch (event.type) {
    case 'VideoSubmitted':
      if (film.outcome === 'ready') return withVideo(film, event.data.heygenVideoId)
      return (event.data.how === 'attached' ? ofVideo : withVideo)(
        { ...film, outcome: 'submitted' },
        event.data.heygenVideoId,
      )
    case 'VideoReady':
      return ofVideo({ ...film, outcome: 'ready' }, event.data.heygenVideoId)
    case 'VideoFailed':
      return withVideo({ ...film, outcome: 'failed' }, event.data.heygenVideoId)
    case 'VideoUncertain':
      return withVideo({ ...film, outcome: 'uncertain' }, event.data.heygenVideoId)
    case 'VideoArchived':
      return { ...film, archived: true }
    case 'ArchiveFailed':
      return { ...film, archiveFailures: film.archiveFailures + 1 }
  }
}

/** This video is the film; another one that was taken for it is surplus. */
function ofVideo(film: Film, id: string): Film {
  const surplusVideoIds = knownVideos(film).filter((known) => known !== null && known !== id) as string[]
  return { ...film, heygenVideoId: id, surplusVideoIds }
}

function withVideo(film: Film, id: string | null): Film {
  if (id === null || knownVideos(film).includes(id)) return film
  if (film.heygenVideoId === null) return { ...film, heygenVideoId: id }
  return { ...film, surplusVideoIds: [...film.surplusVideoIds, id] }
}

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
        ScriptRequested: { target: 'writing', actions: [beginWriting, 'write'] },
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
