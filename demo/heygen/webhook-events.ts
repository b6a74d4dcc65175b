/** What HeyGen tells of one video, and when (`heygen.md` §5.2, §5.3). */
import { stepNamed } from '../plan.ts'
import { stateOf, type LedgerEntry } from './ledger.ts'
import { signedLink } from './links.ts'
import type { Studio } from './studio.ts'
import { captionAfterMs } from './videos.ts'

export type WebhookEvent = {
  /** Ours, to remember what was delivered; `eventId` is what the receiver sees. */
  key: string
  eventId: string | null
  type: string
  dueMs: number
  /** The exact bytes that are sent and signed; made when they are due, since links expire. */
  body: () => string
}

export function eventsOf(studio: Studio, entry: LedgerEntry): WebhookEvent[] {
  const { steps, fate } = entry
  if (fate === 'never' || stepNamed(steps, 'webhook_lost')) return []
  const late = stepNamed(steps, 'webhook_late')
  const lateMs = late ? (late.amount ?? 5_000) : 0
  const filmMs = entry.at_ms + entry.render_ms + lateMs
  const captionMs = entry.at_ms + captionAfterMs(entry, studio.renderMs) + lateMs
  const reversed = stepNamed(steps, 'webhook_reorder') !== undefined
  const succeeds = fate === 'completed' || fate === 'no_url'
  return [
    event(studio, entry, succeeds ? 'avatar_video.success' : 'avatar_video.fail', reversed ? captionMs : filmMs),
    ...(succeeds ? [event(studio, entry, 'avatar_video_caption.success', reversed ? filmMs : captionMs)] : []),
    ...(stepNamed(steps, 'webhook_unknown_event') ? [event(studio, entry, 'avatar_video.moonlight', filmMs)] : []),
    ...(stepNamed(steps, 'webhook_ping') ? [ping(entry, filmMs)] : []),
  ]
}

function event(studio: Studio, entry: LedgerEntry, type: string, dueMs: number): WebhookEvent {
  const key = `${entry.video_id} ${type}`
  const named = stepNamed(entry.steps, 'webhook_without_event_id') === undefined
  const eventId = named ? `evt_${entry.video_id.slice(0, 12)}_${type.replaceAll('.', '_')}` : null
  const stamp = { event_id: eventId, created_at: new Date(dueMs).toISOString() }
  const body = () => {
    const event_data = { ...eventData(studio, entry, type), callback_id: entry.callback_id }
    return JSON.stringify({ ...(named ? stamp : {}), event_type: type, event_data })
  }
  return { key, eventId, type, dueMs, body }
}

function eventData(studio: Studio, entry: LedgerEntry, type: string) {
  const { video_id } = entry
  if (type === 'avatar_video.fail') return { video_id, msg: 'Video render failed' }
  const ready = stateOf(entry, studio.now()) === 'completed' && entry.fate !== 'no_url'
  if (type === 'avatar_video_caption.success') {
    return { video_id, caption_url: ready ? signedLink(studio, entry, 'srt') : null }
  }
  return {
    video_id,
    url: ready ? signedLink(studio, entry, 'mp4') : null,
    gif_download_url: null,
    video_page_url: `https://app.heygen.com/videos/${video_id}`,
    video_share_page_url: `https://app.heygen.com/share/${video_id}`,
    folder_id: null,
  }
}

function ping({ video_id }: LedgerEntry, dueMs: number): WebhookEvent {
  return { key: `${video_id} ping`, eventId: null, type: 'ping', dueMs, body: () => 'ping' }
}
