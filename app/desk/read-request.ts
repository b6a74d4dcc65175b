import { fold, statusOf } from '#events/decide.ts'
import { streamOf, type Fact } from '#events/facts.ts'

import { instant, type DeskContext } from './context.ts'
import type { Desk } from './desk.ts'
import { mayOf } from './may.ts'
import { createNames } from './names.ts'
import { quoteFor } from './quote.ts'
import { requestView, type Names } from './request-view.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isRequestId = (id: string) => uuid.test(id)

export function createReadRequest({
  archive,
  settings,
  telephones,
  clock,
}: DeskContext): Pick<Desk, 'findRequest' | 'findMedia'> {
  return {
    async findRequest(id, viewer) {
      if (!isRequestId(id)) return null
      const { facts } = await archive.readStream(streamOf(id))
      if (facts.length === 0) return null
      const snapshot = fold(facts)
      const names = await createNames(archive, facts)
      const request = requestView(facts, snapshot, names)
      const filmable = statusOf(snapshot) === 'approved' || statusOf(snapshot) === 'uncertain'
      return {
        request,
        facts: timeline(facts, names),
        may: mayOf(snapshot, viewer, settings.fourEyes),
        quote:
          filmable && request.generatedScript !== null ? quoteFor(request.generatedScript, settings.presenter()) : null,
        now: instant(clock()),
      }
    },

    async findMedia(requestId) {
      if (!isRequestId(requestId)) return null
      const row = await archive.findMedia(requestId)
      if (!row?.video_url || !row.film_file || !row.film_sha256 || !row.film_content_type) return null
      const path = telephones.storage.resolve(row.film_file)
      if (path === null) return null
      return { path, bytes: Number(row.film_bytes), contentType: row.film_content_type, sha256: row.film_sha256 }
    },
  }
}

export const timeline = (facts: readonly Fact[], names: Names) =>
  facts.map((fact) => ({ ...fact, actorName: names(fact.actor) }))
