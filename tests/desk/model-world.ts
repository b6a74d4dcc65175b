/** The model's world around the requests: what HeyGen has, what waits in the inbox and the queue, what may go wrong. */
import type { Request } from './model.ts'

/** What a job remembers of the runs before it. */
export type Memory = { tries: number; mayHaveCost: boolean; knows: boolean }
export const fresh: Memory = { tries: 1, mayHaveCost: false, knows: false }

/** A video that HeyGen made, or is making, for an attempt. */
export type Video = {
  id: string
  attempt: string
  at: number
  made: Made
  named: boolean
  listed: boolean
  bad: number
}
type Made = 'completed' | 'failed' | 'pending'

export type Delivery = { type: string; video: string; attempt: string | null; at: number; due: number; tries: number }

export type World = {
  requests: Request[]
  videos: Map<string, Video>
  inbox: Delivery[]
  jobs: Map<string, Memory>
  fourEyes: boolean
  now: () => number
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export type Answer = 'accepted' | 'no' | 'busy' | 'busyMaybePaid' | 'unknown'

/** What each scenario of the simulator answers, and what it made. */
export const filmScenarios: Record<
  string,
  { answer: Answer; made?: Made; named?: false; listed?: false; bad?: number }
> = {
  ok: { answer: 'accepted', made: 'completed' },
  'ok+file_wrong_type': { answer: 'accepted', made: 'completed', bad: 1 },
  failed_rendering: { answer: 'accepted', made: 'failed' },
  never_ends: { answer: 'accepted', made: 'pending' },
  payment_required: { answer: 'no' },
  policy_refused: { answer: 'no' },
  rate_limited: { answer: 'busy' },
  unavailable: { answer: 'busyMaybePaid' },
  html_body: { answer: 'busyMaybePaid' },
  cut_before_accept: { answer: 'unknown' },
  cut_after_accept: { answer: 'unknown', made: 'completed' },
  'cut_after_accept+unlisted': { answer: 'unknown', made: 'completed', listed: false },
  'cut_after_accept+failed_rendering': { answer: 'unknown', made: 'failed' },
  error_after_accept: { answer: 'busyMaybePaid', made: 'completed' },
  accepted_without_video_id: { answer: 'unknown', made: 'completed', named: false },
  'accepted_without_video_id+unlisted': { answer: 'unknown', made: 'completed', named: false, listed: false },
}

export const writeScenarios: Record<string, 'written' | 'again' | 'never'> = {
  ...{ ok: 'written', commentary: 'written', no_usage: 'written' },
  ...{ server_error: 'again', overloaded: 'again', rate_limited: 'again', truncated: 'again', not_json: 'again' },
  ...{ cut_json: 'again', connection_refused: 'again', html_503: 'again', two_messages: 'again' },
  ...{ refusal: 'never', filtered: 'never', quota: 'never', unauthorized: 'never' },
}

export const job = (task: string, { id }: Request) => `${task}:${id}`
/** One job an effect and request: a new one takes the place of the old. */
export const order = (world: World, task: string, request: Request, memory = fresh) =>
  world.jobs.set(job(task, request), memory)
