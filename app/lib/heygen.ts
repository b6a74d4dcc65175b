/** HeyGen v3 on the line: every verb answers with a tagged outcome and never throws for what the other side may do. */
import { createOutcome, videoBody, type CreateOutcome, type VideoCall } from './heygen-call.ts'
import {
  foundVideoRow,
  listAll,
  lookRow,
  readBalanceFrom,
  voiceRow,
  type Balance,
  type FoundVideo,
  type Listing,
  type Look,
  type Voice,
} from './heygen-catalogue.ts'
import { heygenLine, type HeygenSettings } from './heygen-line.ts'
import { videoReading, type VideoReading } from './heygen-video.ts'

export { bodyHash, videoBody } from './heygen-call.ts'
export type { CreateOutcome, VideoCall } from './heygen-call.ts'
export type { Balance, FoundVideo, Listing, Look, Voice } from './heygen-catalogue.ts'
export type { HeygenSettings } from './heygen-line.ts'
export type { VideoReading } from './heygen-video.ts'
export type HeygenTelephone = ReturnType<typeof createHeygen>

/** HeyGen's own figure for a create is 31 s at the 99th percentile; its client waits 120 s on writes, 30 s on reads. */
const writeMs = 120_000
const readMs = 30_000

/** `baseUrl` is the origin, without `/v3`; `timeoutMs` bounds a create, and a read where it is shorter than 30 s. */
export function createHeygen(settings: HeygenSettings) {
  const line = heygenLine(settings)
  const { timeoutMs = writeMs } = settings
  const readTimeout = Math.min(timeoutMs, readMs)

  return {
    /** The only paid verb. `script` is spoken as it stands, 5 000 characters at most. */
    async createVideo(call: VideoCall, script: string): Promise<CreateOutcome> {
      const body = videoBody(call, script)
      if (body === null) return { tag: 'refused', code: 'invalid_request', mayHaveCost: false, supportId: null }
      const { idempotencyKey } = call
      return createOutcome(await line({ path: '/v3/videos', timeoutMs, post: { body, idempotencyKey } }))
    },

    /** The truth about a video; its links are signed anew at each reading. */
    async readVideo(videoId: string): Promise<VideoReading> {
      // An id that is not one could be a path: `..` would read something else.
      if (!/^[\w-]{1,128}$/.test(videoId)) return { tag: 'unavailable', code: 'invalid_id', retryAfterMs: null }
      return videoReading(await line({ path: `/v3/videos/${videoId}`, timeoutMs: readTimeout }), videoId)
    },

    /** Videos with exactly this title: HeyGen searches for a part of it. None found says something only if `complete`. */
    async findVideosByTitle(title: string): Promise<Listing<FoundVideo>> {
      const found = await listAll(line, { path: '/v3/videos', query: { title, limit: '100' }, row: foundVideoRow })
      if (found.tag !== 'ok') return found
      return { ...found, items: found.items.filter((video) => video.title === title) }
    },

    /** Looks that can be filmed: their ids are what HeyGen calls `avatar_id`. */
    listLooks(query: { ownership?: 'public' | 'private' } = {}): Promise<Listing<Look>> {
      return listAll(line, { path: '/v3/avatars/looks', query: { ...query, limit: '50' }, row: lookRow })
    },

    /** Public voices only: `private` would list everybody's cloned voices under a shared key. `language` in English. */
    async listVoices({ language }: { language: string }): Promise<Listing<Voice>> {
      const voices = await listAll(line, {
        path: '/v3/voices',
        query: { type: 'public', language, limit: '100' },
        row: voiceRow,
      })
      if (voices.tag !== 'ok') return voices
      const wanted = language.toLowerCase()
      return { ...voices, items: voices.items.filter((voice) => voice.language.toLowerCase() === wanted) }
    },

    /** To warn by, never to promise by: a render may draw on another purse. */
    async readBalance(): Promise<Balance> {
      return readBalanceFrom(await line({ path: '/v3/users/me', timeoutMs: readTimeout }))
    },
  }
}
