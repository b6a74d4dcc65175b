/**
 * The webhook's second half: the inbox row is the work item. HeyGen is read again before anything is believed; what
 * cannot be told yet stays open, up to a day.
 */
import type { OpenDelivery } from '#db/inbox.ts'
import { fold, stateOf } from '#events/decide.ts'
import { requestIdOf } from '#events/facts.ts'

import { instant, type DeskContext } from './context.ts'
import { backoff } from './night.ts'
import { reportVideo, type Reported } from './report-video.ts'

const understood = ['avatar_video.success', 'avatar_video.fail']
const batch = 20
/** A claim that was not concluded (its worker died) is due again after this. */
const claimMs = 60_000
const openForMs = 24 * 3_600_000

/** @returns how many deliveries were taken up; the sweep goes on while there are more. */
export async function decideDeliveries(context: DeskContext): Promise<number> {
  const now = context.clock()
  const due = await context.archive.claimDeliveries(instant(now), instant(now + claimMs), batch)
  for (const delivery of due) await decideOne(context, delivery)
  return due.length
}

async function decideOne(context: DeskContext, delivery: OpenDelivery): Promise<void> {
  const outcome = await outcomeOf(context, delivery).catch((error: unknown) => {
    // The others must not wait for it, and neither may it come back for ever.
    context.log.warn({ delivery: delivery.id, error: String(error) }, 'a delivery was not decided')
    return 'later' as const
  })
  const now = context.clock()
  if (outcome !== 'later') return context.archive.decideDelivery(delivery.id, outcome, instant(now))
  if (now - Date.parse(delivery.receivedAt) > openForMs) {
    return context.archive.decideDelivery(delivery.id, 'expired', instant(now))
  }
  const wait = backoff(context.settings.pace.retry, delivery.tries - 1, null)
  await context.archive.postponeDelivery(delivery.id, instant(now + wait))
}

type Outcome = 'decided' | 'without_effect' | 'ignored' | 'later'

async function outcomeOf(context: DeskContext, { eventType, videoId, callbackId }: OpenDelivery): Promise<Outcome> {
  if (eventType === null || !understood.includes(eventType)) return 'ignored'
  if (videoId === null) return 'ignored'
  const video = await ourVideo(context, videoId, callbackId)
  if (!video) return 'later'
  const reading = await context.telephones.heygen.readVideo(videoId)
  switch (reading.tag) {
    case 'completed':
    case 'failed': {
      if (reading.title !== null && reading.title !== video.attempt && !video.known) return 'without_effect'
      const answer = await reportVideo(context, video, reading)
      return answer.tag === 'done' ? 'decided' : 'without_effect'
    }
    case 'pending':
    case 'missing':
    case 'unavailable':
      return 'later'
  }
}

/** The attempt a video belongs to: by its id where we know it, else by the attempt it carries as `callback_id`. */
async function ourVideo(
  { archive }: DeskContext,
  videoId: string,
  callbackId: string | null,
): Promise<(Reported & { known: boolean }) | null> {
  const byId = await archive.findByVideo(videoId)
  if (byId) return { requestId: requestIdOf(byId.stream), attempt: byId.attempt, videoId, known: true }
  const byAttempt = callbackId === null ? null : await archive.findByAttempt(callbackId)
  if (!byAttempt || callbackId === null) return null
  const { facts } = await archive.readStream(byAttempt.stream)
  const known = callbackId in stateOf(fold(facts)).films
  return known ? { requestId: requestIdOf(byAttempt.stream), attempt: callbackId, videoId, known: false } : null
}
