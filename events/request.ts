/** What the law remembers of a request. Hashes, ids and counts only: an erased history still replays. */
import type { SectionKey } from './script.ts'

export const statuses = [
  'requested',
  'writing',
  'drafted',
  'approved',
  'filming',
  'uncertain',
  'ready',
  'delivered',
  'declined',
] as const
export type Status = (typeof statuses)[number]

export type FilmOutcome = 'requested' | 'submitted' | 'uncertain' | 'failed' | 'ready'

export type Film = {
  /** The text this film was asked for, and the approval it was asked under. */
  textHash: string
  approval: number
  outcome: FilmOutcome
  heygenVideoId: string | null
  /** Further videos of the same attempt: perhaps paid for, never wanted. The first to be finished is the film. */
  surplusVideoIds: string[]
  archived: boolean
  archiveFailures: number
}

export type RequestState = {
  textHash: string | null
  /** Who wrote the current text; null when it was generated. */
  writtenBy: string | null
  /** Everybody with a hand in it since it was generated as a whole, and everybody who ever had one in any text. */
  writers: string[]
  authors: string[]
  /** `n` counts the approvals of this request: a new paid film needs a new approval. */
  approval: { textHash: string; by: string; n: number } | null
  approvals: number
  /** Somebody asked for corrections; these sections have not changed since. */
  correction: { by: string; sections: SectionKey[] } | null
  writing: { id: string; n: number } | null
  films: Record<string, Film>
  /** The attempt the status speaks of. */
  attempt: string | null
}

export const emptyRequest: RequestState = {
  textHash: null,
  writtenBy: null,
  writers: [],
  authors: [],
  approval: null,
  approvals: 0,
  correction: null,
  writing: null,
  films: {},
  attempt: null,
}

/** A film whose end is not known yet: it may still cost money. */
export const isOpen = (film: Film) => ['requested', 'submitted', 'uncertain'].includes(film.outcome)

export const currentFilm = (state: RequestState) => (state.attempt === null ? undefined : state.films[state.attempt])
