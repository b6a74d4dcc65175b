/** What HeyGen says of a video (`heygen.md` §4). Only its status is needed; everything else may be absent or null. */
import { z } from 'zod'

import { plainCode, type HeygenAnswer } from './heygen-line.ts'

export type Unavailable = { tag: 'unavailable'; code: string; retryAfterMs: number | null }

export type VideoReading =
  /** `code`: the status as given where we know it, `unknown_status`, or `completed_without_url`. */
  | { tag: 'pending'; code: string; title: string | null }
  | { tag: 'completed'; videoUrl: string; captionUrl: string | null; durationMs: number | null; title: string | null }
  /** `message` is HeyGen's sentence, for staff only. */
  | { tag: 'failed'; code: string; message: string | null; title: string | null }
  | { tag: 'missing' }
  | Unavailable

export function videoReading(answer: HeygenAnswer, videoId: string): VideoReading {
  // A 404 without HeyGen's own code may be a wrong route, not a missing video.
  if (answer.tag === 'problem' && answer.code === 'video_not_found') return { tag: 'missing' }
  if (answer.tag !== 'answer') return unavailable(answer)
  const parsed = z.looseObject({ data: videoSchema }).safeParse(answer.json)
  if (!parsed.success) return { tag: 'unavailable', code: 'unreadable_answer', retryAfterMs: null }
  const video = parsed.data.data
  if (video.id !== null && video.id !== videoId) return { tag: 'unavailable', code: 'other_video', retryAfterMs: null }
  return stateOf(video)
}

export function unavailable({ code, retryAfterMs }: Exclude<HeygenAnswer, { tag: 'answer' }>): Unavailable {
  return { tag: 'unavailable', code, retryAfterMs }
}

const text = z.string().nullable().catch(null).default(null)

export const videoSchema = z.looseObject({
  id: text,
  status: z.string(),
  title: text,
  video_url: text,
  subtitle_url: text,
  caption_url: text,
  duration: z.number().nonnegative().nullable().catch(null).default(null),
  failure_code: text,
  failure_message: text,
})
type Video = z.infer<typeof videoSchema>

function stateOf(video: Video): VideoReading {
  const { title } = video
  const status = video.status.toLowerCase()
  if (status === 'failed') {
    return {
      tag: 'failed',
      code: plainCode(video.failure_code) ?? 'unknown_reason',
      message: video.failure_message,
      title,
    }
  }
  if (status !== 'completed')
    return { tag: 'pending', code: waiting.includes(status) ? status : 'unknown_status', title }
  if (!video.video_url) return { tag: 'pending', code: 'completed_without_url', title }
  return {
    tag: 'completed',
    videoUrl: video.video_url,
    captionUrl: video.subtitle_url || video.caption_url || null,
    durationMs: video.duration === null ? null : Math.round(video.duration * 1000),
    title,
  }
}

const waiting = ['waiting', 'queued', 'pending', 'processing']
