/** The law's guards: pure questions about what is remembered and what the fact says. */
import type { LawEvent } from './facts.ts'
import { knownVideos, type FilmFact } from './film-record.ts'
import { currentFilm, isOpen, type Film, type RequestState } from './request.ts'
import { sectionKeys } from './script.ts'

export const maxScriptAttempts = 3

type Of<T extends LawEvent['type']> = Extract<LawEvent, { type: T }>
type Args<E> = { context: RequestState; event: E }

export const hasText = ({ context }: { context: RequestState }) => context.textHash !== null
const isCurrentText = ({ context, event }: Args<{ data: { textHash: string } }>) =>
  event.data.textHash === context.textHash

/** A part is written into the text there is. */
export const mayWrite = ({ context, event }: Args<Of<'ScriptRequested'>>) =>
  hasText({ context }) || sectionKeys.every((key) => event.data.sections.includes(key))

export const mayAttemptScript = ({ context, event }: Args<Of<'ScriptAttempted'>>) =>
  event.data.writingId === context.writing?.id &&
  event.data.n === context.writing.n + 1 &&
  event.data.n <= maxScriptAttempts

export const isCurrentWriting = ({ context, event }: Args<Of<'ScriptGenerated'>>) =>
  event.data.writingId === context.writing?.id && event.data.n === context.writing.n

export const isWriting = ({ context, event }: Args<Of<'ScriptFailed'>>) => event.data.writingId === context.writing?.id

export const mayCorrect = isCurrentText as (args: Args<Of<'CorrectionRequested'>>) => boolean

export const mayApprove = (args: Args<Of<'ScriptApproved'>>) =>
  isCurrentText(args) && isOfAnother(args) && isOverridden(args) && !isToCorrect(args)

/** Four eyes: whoever had a hand in the text does not approve it. */
export const isOfAnother = ({ context, event }: Args<Of<'ScriptApproved'>>) => {
  switch (event.data.fourEyes) {
    case 'off':
      return true
    case 'lastWriter':
      return event.actor.id !== context.writtenBy
    case 'anyWriter':
      return !context.writers.includes(event.actor.id)
  }
}

/** What the linter holds against a text is overridden on purpose, or it is not approved. */
export const isOverridden = ({ event }: Args<Of<'ScriptApproved'>>) =>
  event.data.blocking.length === 0 || event.data.overridden

/** Who asked for a correction may be content after all; nobody else is in their place. */
export const isToCorrect = ({ context, event }: Args<Of<'ScriptApproved'>>) =>
  context.correction !== null && context.correction.by !== event.actor.id

export const mayFilm = ({ context, event }: Args<Of<'VideoRequested'>>) => {
  const films = Object.values(context.films)
  return (
    event.data.textHash === context.approval?.textHash &&
    !(event.data.attempt in context.films) &&
    !films.some(isOpen) &&
    !films.some((film) => film.outcome === 'ready' && film.approval === context.approval?.n)
  )
}

export const mayFilmAgain = ({ context, event }: Args<Of<'VideoRequested'>>) =>
  event.data.acceptsDoublePayment &&
  event.actor.kind === 'admin' &&
  event.data.textHash === context.approval?.textHash &&
  !(event.data.attempt in context.films)

export const isCurrentAttempt = ({ context, event }: Args<FilmFact>) => event.data.attempt === context.attempt

/** A person who attaches a video says that it is the film, whatever was thought before. */
export const submitsCurrent = ({ context, event }: Args<Of<'VideoSubmitted'>>) =>
  isCurrentAttempt({ context, event }) &&
  (event.data.how === 'attached' ||
    [null, event.data.heygenVideoId].includes(currentFilm(context)?.heygenVideoId ?? null))

export const submitsFirst = (args: Args<Of<'VideoSubmitted'>>) =>
  submitsCurrent(args) && currentFilm(args.context)?.heygenVideoId === null && !attachesCurrent(args)

export const attachesCurrent = (args: Args<Of<'VideoSubmitted'>>) =>
  isCurrentAttempt(args) && args.event.data.how === 'attached'

export const finishesApproved = ({ context, event }: Args<Of<'VideoReady'>>) => {
  const film = context.films[event.data.attempt]
  return film !== undefined && film.outcome !== 'ready' && film.textHash === context.approval?.textHash
}

export const failsCurrent = ({ context, event }: Args<Of<'VideoFailed'>>) =>
  isCurrentAttempt({ context, event }) && fails(context.films[event.data.attempt], event.data.heygenVideoId)

/** What becomes of a surplus video says nothing of the film. */
function fails(film: Film | undefined, videoId: string | null): boolean {
  if (film === undefined || !isOpen(film)) return false
  return film.heygenVideoId === null || videoId === null || videoId === film.heygenVideoId
}

/** While a call is under way only HeyGen says how it ends; a person decides once the outcome is uncertain. */
export const isReported = ({ event }: Args<Of<'VideoFailed'>>) => event.data.how !== 'declared'

export const isNewsOfAnother = (args: Args<FilmFact>) => isNews(args) && !isCurrentAttempt(args)

export const archivesCurrent = ({ context, event }: Args<Of<'VideoArchived' | 'ArchiveFailed'>>) =>
  isCurrentAttempt({ context, event }) && currentFilm(context)?.archived === false

export const isArchived = ({ context, event }: Args<Of<'VideoDelivered' | 'VideoRejected'>>) =>
  event.data.attempt === context.attempt && currentFilm(context)?.archived === true

/** A film fact about a known attempt that says something new; where the status' own row says no, it is only kept. */
export const isNews = ({ context, event }: Args<FilmFact>) => {
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
