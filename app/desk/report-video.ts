/** What HeyGen says of a finished film, as facts. Polling and the webhook both end here. */
import type { FoundVideo, VideoReading } from '#app/lib/heygen.ts'
import { stateOf } from '#events/decide.ts'
import type { Actor, Deed } from '#events/facts.ts'

import type { Current } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer } from './desk.ts'
import { heygen, tell } from './night.ts'

type Ended = Extract<VideoReading, { tag: 'completed' | 'failed' }>
export type Reported = { requestId: string; attempt: string; videoId: string }

/**
 * Every video with the title of an attempt: the first that did not fail is its film, and what is more was paid for twice
 * and must be seen.
 */
export async function submitFound(
  context: DeskContext,
  { requestId, attempt, actor }: { requestId: string; attempt: string; actor: Actor },
  videos: readonly FoundVideo[],
): Promise<void> {
  const failed = (video: FoundVideo) => video.status.toLowerCase() === 'failed'
  const ordered = [...videos.filter((video) => !failed(video)), ...videos.filter(failed)]
  for (const { videoId } of ordered) {
    const data = { attempt, heygenVideoId: videoId, how: 'found' as const, supportId: null }
    await tell(context, { requestId, verb: 'submitVideo', actor }, () => [{ type: 'VideoSubmitted', data }])
  }
}

/** A film that ends before its creation was answered is submitted first. A repeat yields nothing. */
export async function reportVideo(context: DeskContext, video: Reported, ending: Ended): Promise<Answer> {
  const { requestId } = video
  return tell(context, { requestId, verb: 'reportVideo', actor: heygen }, (current) =>
    endingFacts(current, video, ending),
  )
}

function endingFacts({ snapshot }: Current, { attempt, videoId }: Reported, ending: Ended): Deed[] {
  const film = stateOf(snapshot).films[attempt]
  if (!film || film.outcome === 'ready' || (film.outcome === 'failed' && ending.tag === 'failed')) return []
  const known = film.heygenVideoId === videoId || film.surplusVideoIds.includes(videoId)
  const submitted = { attempt, heygenVideoId: videoId, how: 'found' as const, supportId: null }
  const first: Deed[] = known ? [] : [{ type: 'VideoSubmitted', data: submitted }]
  // A second video of the attempt that failed: it was made, and the film goes on.
  const isSurplus = film.heygenVideoId !== null && film.heygenVideoId !== videoId
  return ending.tag === 'failed' && isSurplus ? first : [...first, endingFact(attempt, videoId, ending)]
}

function endingFact(attempt: string, videoId: string, ending: Ended): Deed {
  if (ending.tag === 'completed') {
    return { type: 'VideoReady', data: { attempt, heygenVideoId: videoId, durationMs: ending.durationMs } }
  }
  const { code, message } = ending
  // HeyGen says that failed renders are not charged; it is not known for certain.
  const told = { code, mayHaveCost: false, how: 'reported' as const, supportId: null, comment: message }
  return { type: 'VideoFailed', data: { attempt, heygenVideoId: videoId, ...told } }
}
