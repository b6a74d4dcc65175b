/** Reading, listing and deleting videos (`heygen.md` §4). */
import { htmlAnswer, jsonAnswer } from '../answers.ts'
import { stepNamed } from '../plan.ts'
import { heygenError } from './errors.ts'
import { filmSeconds } from './file-host.ts'
import { stateOf, type Fate, type LedgerEntry } from './ledger.ts'
import { signedLink } from './links.ts'
import { pageAnswer } from './paging.ts'
import { timesPlanned } from './scenarios.ts'
import { findVideo, type Studio } from './studio.ts'

export function readVideo(studio: Studio, videoId: string): Response {
  const entry = findVideo(studio, videoId)
  if (!entry || isHidden(entry, studio)) return notFound(videoId)
  const nth = studio.count(videoId, 'read')
  if (nth <= timesPlanned(entry.steps, 'read_error')) return heygenError('internal_error')
  if (nth <= timesPlanned(entry.steps, 'read_html_404')) return htmlAnswer(404)
  return jsonAnswer(200, { data: videoView(studio, entry) })
}

/** Newest first; `title` is a substring. */
export function listVideos(studio: Studio, query: URLSearchParams): Response {
  const title = query.get('title') ?? ''
  const entries = studio.ledger.lines
    .filter((entry) => findVideo(studio, entry.video_id) && !stepNamed(entry.steps, 'unlisted'))
    .filter((entry) => !isHidden(entry, studio) && (entry.title ?? '').includes(title))
  return pageAnswer(
    entries.toReversed().map((entry) => videoView(studio, entry)),
    query,
  )
}

export function listStatuses(studio: Studio, query: URLSearchParams): Response {
  const ids = (query.get('video_ids') ?? '').split(',').filter((id) => id !== '')
  if (ids.length < 1 || ids.length > 100) return heygenError('invalid_parameter', { param: 'video_ids' })
  const data = ids.map((video_id) => {
    const entry = findVideo(studio, video_id)
    if (!entry) return { video_id, status: 'not_found' }
    const state = stateOf(entry, studio.now())
    return { video_id, status: state === 'pending' ? 'queued' : state, error: null, batch_id: null, item_index: null }
  })
  return jsonAnswer(200, { data, has_more: false, next_token: null })
}

/** Says nothing of refunds: the ledger keeps the video. */
export function deleteVideo(studio: Studio, videoId: string): Response {
  if (!findVideo(studio, videoId)) return notFound(videoId)
  studio.deleted.append({ video_id: videoId })
  return jsonAnswer(200, { data: { id: videoId, deleted: true } })
}

/** Milliseconds from acceptance until the captions exist: later than the film (`heygen.md` §4). */
export function captionAfterMs({ render_ms, steps }: LedgerEntry, usualRenderMs: number): number {
  return render_ms + (stepNamed(steps, 'webhook_late_caption')?.amount ?? usualRenderMs * 0.15)
}

const notFound = (videoId: string) => heygenError('video_not_found', { message: `Video ${videoId} not found` })

function isHidden({ steps, at_ms }: LedgerEntry, { now }: Studio): boolean {
  const hiding = stepNamed(steps, 'not_found_after_create')
  return hiding !== undefined && now() - at_ms < (hiding.amount ?? 2_000)
}

function videoView(studio: Studio, entry: LedgerEntry) {
  const now = studio.now()
  const status = stateOf(entry, now)
  const done = status === 'completed'
  const filmed = done && entry.fate !== 'no_url'
  const captioned = filmed && now - entry.at_ms >= captionAfterMs(entry, studio.renderMs)
  const [failure_code, failure_message] = status === 'failed' ? failures[entry.fate] : [null, null]
  return {
    ...{ id: entry.video_id, title: entry.title, status, failure_code, failure_message },
    created_at: Math.floor(entry.at_ms / 1000),
    completed_at: done ? Math.floor((entry.at_ms + entry.render_ms) / 1000) : null,
    video_url: filmed ? signedLink(studio, entry, 'mp4') : null,
    thumbnail_url: filmed ? signedLink(studio, entry, 'jpg') : null,
    subtitle_url: captioned ? signedLink(studio, entry, 'srt') : null,
    ...{ gif_url: null, captioned_video_url: null, folder_id: null, output_language: null },
    duration: done ? filmSeconds : null,
    video_page_url: done ? `https://app.heygen.com/videos/${entry.video_id}` : null,
  }
}

const failures: Record<Fate, readonly [string | null, string | null]> = {
  credit: ['MOVIO_PAYMENT_INSUFFICIENT_CREDIT', "Insufficient credit. This operation requires 'api' credits."],
  policy: ['content_policy_violation', 'The script was flagged by moderation.'],
  rendering: ['rendering_failed', 'Video render failed'],
  no_reason: [null, null],
  completed: [null, null],
  never: [null, null],
  no_url: [null, null],
}
