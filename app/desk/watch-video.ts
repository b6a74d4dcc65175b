/** The effect `watch`: asks HeyGen how the film is, until it ends; finishes every film with the webhook switched off. */
import { stateOf, statusOf } from '#events/decide.ts'
import type { Fact } from '#events/facts.ts'
import { isOpen } from '#events/request.ts'

import type { Current } from './act.ts'
import type { DeskContext, Pace } from './context.ts'
import { backoff, comeAgain, nightShift, readCurrent, tell, type Errand } from './night.ts'
import { reportVideo, submitFound } from './report-video.ts'

/** A 404 right after the creation is HeyGen's own delay. */
const missingToleratedMs = 10 * 60_000

type Watched = { attempt: string; videoId: string | null; since: number; slow: boolean; current: boolean }

export async function watchVideo(context: DeskContext, errand: Errand): Promise<void> {
  const current = await readCurrent(context, errand.requestId)
  const watched = current && whatToWatch(current)
  if (!watched) return
  await context.at('watching')
  const age = context.clock() - watched.since
  const { pace } = context.settings
  if (watched.videoId === null) return search(context, errand, watched, age)

  const reading = await context.telephones.heygen.readVideo(watched.videoId)
  switch (reading.tag) {
    case 'completed':
    case 'failed':
      await reportVideo(context, { ...watched, requestId: errand.requestId, videoId: watched.videoId }, reading)
      return
    case 'missing':
      if (age < missingToleratedMs) return again(context, errand, pace.watchYoung)
      return doubt(context, errand, watched, 'video_not_found')
    case 'unavailable':
      if (age > pace.giveUpAfter) return doubt(context, errand, watched, 'given_up')
      return again(context, errand, backoff(pace.watchYoung, errand.tries - 1, reading.retryAfterMs))
    case 'pending':
      if (age > pace.stuckAfter) return doubt(context, errand, watched, 'stuck')
      return again(context, { ...errand, tries: 0 }, watched.slow ? slowly(context, age) : interval(pace, age))
  }
}

/** The current film while it is open; else one that turned up after it was given up. */
function whatToWatch({ facts, snapshot }: Current): Watched | null {
  const { films, attempt } = stateOf(snapshot)
  const status = statusOf(snapshot)
  const order = [attempt, ...Object.keys(films)].filter((id) => id !== null)
  const chosen = order.find((id) => {
    const film = films[id]
    return film && isOpen(film) && (film.heygenVideoId !== null || (id === attempt && status === 'uncertain'))
  })
  if (chosen === undefined) return null
  const videoId = films[chosen]?.heygenVideoId ?? null
  return {
    attempt: chosen,
    videoId,
    since: begunAt(facts, chosen),
    slow: status !== 'filming',
    current: chosen === attempt,
  }
}

/** HeyGen had the film from its acceptance on; before that, from the order. */
function begunAt(facts: readonly Fact[], attempt: string): number {
  const last = facts.findLast(
    (fact) => (fact.type === 'VideoSubmitted' || fact.type === 'VideoRequested') && fact.data.attempt === attempt,
  )
  return last ? Date.parse(last.recordedAt) : 0
}

async function search(context: DeskContext, errand: Errand, watched: Watched, age: number): Promise<void> {
  const found = await context.telephones.heygen.findVideosByTitle(watched.attempt)
  const videos = found.tag === 'ok' ? found.items : []
  if (videos.length === 0) return again(context, errand, slowly(context, age))
  await submitFound(context, { requestId: errand.requestId, attempt: watched.attempt, actor: nightShift }, videos)
}

/** Stuck or lost: a person is told once, and the film is watched slowly from then on. */
async function doubt(context: DeskContext, errand: Errand, watched: Watched, code: string): Promise<void> {
  if (watched.slow || !watched.current) return again(context, errand, slowly(context, context.clock() - watched.since))
  const data = { attempt: watched.attempt, heygenVideoId: watched.videoId, code, mayHaveCost: true }
  await tell(context, { requestId: errand.requestId, verb: 'doubtVideo', actor: nightShift }, () => [
    { type: 'VideoUncertain', data },
  ])
}

/** Every ten minutes for a week, then once a day: a person was told, and HeyGen may still find it. */
function slowly({ settings: { pace } }: DeskContext, age: number): number {
  return age > pace.giveUpAfter ? 24 * 3_600_000 : pace.watchSlowly
}

const again = (context: DeskContext, errand: Errand, delay: number) =>
  comeAgain(context, 'watch', { ...errand, tries: errand.tries + 1 }, delay)

/** 10 s for 2 minutes, 30 s to 5, then 60 s, as HeyGen's own agents do. */
function interval(pace: Pace, age: number): number {
  if (age < 120_000) return pace.watchYoung
  return age < 300_000 ? pace.watchLater : pace.watchOld
}
