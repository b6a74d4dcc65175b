/** What is remembered of a film after a fact about it. */
import type { LawEvent } from './facts.ts'
import type { Film, RequestState } from './request.ts'

export type FilmFact = Extract<
  LawEvent,
  {
    type: 'VideoSubmitted' | 'VideoReady' | 'VideoFailed' | 'VideoUncertain' | 'VideoArchived' | 'ArchiveFailed'
  }
>

/** The state with a film fact written into `films[attempt]`; any other fact, or an unknown attempt, changes nothing. */
export function recordFilm(context: RequestState, event: LawEvent): RequestState {
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
      return submitted(film, event.data)
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

/** A film that is ready stays what it is. A person who attaches a video says that it is the film. */
function submitted(film: Film, { heygenVideoId, how }: Extract<FilmFact, { type: 'VideoSubmitted' }>['data']): Film {
  if (film.outcome === 'ready') return withVideo(film, heygenVideoId)
  const open: Film = { ...film, outcome: 'submitted' }
  return how === 'attached' ? ofVideo(open, heygenVideoId) : withVideo(open, heygenVideoId)
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

/** Its own and those that are one too many. */
export const knownVideos = (film: Film) => [film.heygenVideoId, ...film.surplusVideoIds]
