/** The effect `archive`: our own copy of the film, from a link read a moment ago, because links expire. */
import { stateOf } from '#events/decide.ts'
import { currentFilm, type Film } from '#events/request.ts'

import type { DeskContext } from './context.ts'
import { comeAgain, nightShift, readCurrent, tell, type Errand } from './night.ts'

export async function archiveVideo(context: DeskContext, errand: Errand): Promise<void> {
  const { requestId } = errand
  const current = await readCurrent(context, requestId)
  const state = current && stateOf(current.snapshot)
  const film = state ? currentFilm(state) : undefined
  const attempt = state?.attempt
  if (!attempt || !film?.heygenVideoId || film.outcome !== 'ready' || film.archived) return
  await context.at('archiving')
  const copy = await copyFilm(context, attempt, film.heygenVideoId)
  if (copy.tag === 'failed')
    return failed(context, errand, { attempt, film, videoId: film.heygenVideoId, code: copy.code })
  const { file, bytes, sha256, contentType } = copy
  const data = { attempt, heygenVideoId: film.heygenVideoId, file, bytes, sha256, contentType }
  await tell(context, { requestId, verb: 'archiveVideo', actor: nightShift }, () => [{ type: 'VideoArchived', data }])
}

async function copyFilm({ telephones, ids }: DeskContext, attempt: string, videoId: string) {
  const reading = await telephones.heygen.readVideo(videoId)
  if (reading.tag !== 'completed')
    return { tag: 'failed' as const, code: reading.tag === 'unavailable' ? reading.code : 'no_link' }
  const copy = await telephones.storage.download({ url: reading.videoUrl, file: `${attempt}.mp4` })
  if (copy.tag === 'stored' || copy.code !== 'exists_with_other_bytes') return copy
  // Left by a run that was killed before it could say so, and HeyGen has packed the film anew: under another name.
  return telephones.storage.download({ url: reading.videoUrl, file: `${ids()}.mp4` })
}

type Failed = { attempt: string; film: Film; videoId: string; code: string }

/** Said once, and again each time the number of failures doubles; tried on for ever, an hour apart at most. */
async function failed(context: DeskContext, errand: Errand, { attempt, film, videoId, code }: Failed): Promise<void> {
  const { requestId, tries } = errand
  if (Math.log2(tries) % 1 === 0) {
    const data = { attempt, heygenVideoId: videoId, n: film.archiveFailures + 1, code, mayHaveCost: false }
    await tell(context, { requestId, verb: 'failArchive', actor: nightShift }, () => [{ type: 'ArchiveFailed', data }])
  }
  const delay = Math.min(context.settings.pace.retry * 2 ** Math.min(tries, 10), 3_600_000)
  await comeAgain(context, 'archive', { ...errand, tries: tries + 1, previousCode: code }, delay)
}
