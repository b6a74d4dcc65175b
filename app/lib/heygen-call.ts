/** The paid call: its exact bytes, and what HeyGen's answer to it means (`heygen.md` §3). */
import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { HeygenAnswer } from './heygen-line.ts'

export type VideoCall = {
  idempotencyKey: string
  title: string
  callbackId: string
  avatarId: string
  voiceId: string
  engine: 'avatar_iii' | 'avatar_iv' | 'avatar_v'
  resolution: '720p' | '1080p'
  aspectRatio: '16:9' | '9:16'
  locale: string
}

export type CreateOutcome =
  | { tag: 'accepted'; videoId: string; supportId: string | null }
  /** A definite no: nothing was made. */
  | { tag: 'refused'; code: string; mayHaveCost: false; supportId: string | null }
  /** Try again later, within 24 hours, with the same key and the same bytes. */
  | { tag: 'busy'; code: string; mayHaveCost: boolean; retryAfterMs: number | null; supportId: string | null }
  /** Nobody knows whether a video is being made: same key, or look for its title; never a new key. */
  | { tag: 'unknown'; code: string; mayHaveCost: true; supportId: string | null }

/**
 * The JSON that is sent, byte for byte: HeyGen replays the first video of a key whatever the second body says, so a
 * retry must be the same body. Keys stand in the order below, for ever. Null for what HeyGen would not take.
 */
export function videoBody(call: VideoCall, script: string): string | null {
  const body = requestSchema.safeParse({
    type: 'avatar',
    avatar_id: call.avatarId,
    script,
    voice_id: call.voiceId,
    voice_settings: { locale: call.locale },
    title: call.title,
    resolution: call.resolution,
    aspect_ratio: call.aspectRatio,
    output_format: 'mp4',
    engine: { type: call.engine },
    callback_id: call.callbackId,
  })
  return body.success && isIdempotencyKey(call.idempotencyKey) ? JSON.stringify(body.data) : null
}

/** SHA-256 (hex) of those bytes; null where there are none. */
export function bodyHash(call: VideoCall, script: string): string | null {
  const body = videoBody(call, script)
  return body === null ? null : createHash('sha256').update(body).digest('hex')
}

export function createOutcome(answer: HeygenAnswer): CreateOutcome {
  const { supportId } = answer
  if (answer.tag === 'unanswered') {
    if (answer.code === 'not_reached') return busy(answer, false)
    return { tag: 'unknown', code: answer.code, mayHaveCost: true, supportId }
  }
  if (answer.tag === 'problem') return problemOutcome(answer)
  const made = acceptedSchema.safeParse(answer.json)
  if (!made.success) return { tag: 'unknown', code: 'no_video_id', mayHaveCost: true, supportId }
  return { tag: 'accepted', videoId: made.data.data.video_id, supportId }
}

type Problem = Extract<HeygenAnswer, { tag: 'problem' }>

function problemOutcome(answer: Problem): CreateOutcome {
  const { status, code, supportId } = answer
  // A redirect is nobody's documented answer: what stands behind it may have taken the order.
  if (status < 400) return { tag: 'unknown', code, mayHaveCost: true, supportId }
  if (status >= 500 || status === 408) return busy(answer, true)
  if (status === 429) return busy(answer, false)
  if (status === 409 && code !== 'conflict') return busy(answer, true)
  if (stillProcessing.includes(code)) return busy(answer, false)
  return { tag: 'refused', code, mayHaveCost: false, supportId }
}

/** Something we named is not ready yet; the call itself was understood. */
const stillProcessing = ['resource_not_ready', 'asset_not_available']

function busy(answer: Exclude<HeygenAnswer, { tag: 'answer' }>, mayHaveCost: boolean): CreateOutcome {
  const { code, retryAfterMs, supportId } = answer
  return { tag: 'busy', code, mayHaveCost, retryAfterMs, supportId }
}

function isIdempotencyKey(key: string): boolean {
  return /^[A-Za-z0-9_\-:.]{1,255}$/.test(key)
}

const text = z.string().trim().min(1).max(255)

const requestSchema = z.strictObject({
  type: z.literal('avatar'),
  avatar_id: text,
  script: z
    .string()
    .max(5000)
    .refine((script) => script.trim() !== ''),
  voice_id: text,
  voice_settings: z.strictObject({ locale: z.string().regex(/^[a-z]{2,3}-[A-Z]{2}$/) }),
  title: text,
  resolution: z.enum(['720p', '1080p']),
  aspect_ratio: z.enum(['16:9', '9:16']),
  output_format: z.literal('mp4'),
  engine: z.strictObject({ type: z.enum(['avatar_iii', 'avatar_iv', 'avatar_v']) }),
  callback_id: text,
})

const acceptedSchema = z.looseObject({ data: z.looseObject({ video_id: z.string().min(1) }) })
