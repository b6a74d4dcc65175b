import { fold, statusOf } from '#events/decide.ts'
import { streamOf, type Fact } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'
import { parseIsoDate } from '#events/numerology/birth-date.ts'
import { workingOf } from '#events/numerology/working.ts'

import { instant, type DeskContext } from './context.ts'
import type { Desk, RequestPage, RequestView } from './desk.ts'
import { findingsOn } from './findings.ts'
import { mayOf } from './may.ts'
import { createNames } from './names.ts'
import { quoteFor } from './quote.ts'
import { requestView, type Names } from './request-view.ts'
import { bookedIn, sheetIn } from './subject.ts'
import { versionsIn } from './versions.ts'

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
      const draft =
        viewer.kind === 'admin' ? await archive.findDraft({ stream: streamOf(id), person: viewer.id }) : null
      const filmable = statusOf(snapshot) === 'approved' || statusOf(snapshot) === 'uncertain'
      return {
        request,
        facts: timeline(facts, names),
        working: workingIn(facts),
        findings: findingsOfEditor({ settings }, facts, request, draft),
        draft,
        progress: request.status === 'writing' ? await progressOf(archive, facts) : null,
        versions: versionsIn(facts, names).length,
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

/** Each number worked out with a pencil; nothing is left to work out of an erased request. */
function workingIn(facts: readonly Fact[]) {
  const sheet = sheetIn(facts)
  const { firstNames, lastName, birthDate } = bookedIn(facts)
  const birth = birthDate === null ? null : parseIsoDate(birthDate)
  if (sheet === null || firstNames === null || lastName === null || birth === null) return []
  return workingOf(sheet, { firstNames, lastName, birthDate: birth })
}

/** Of what stands in the editor: the viewer's own draft goes before the text that is stored. */
function findingsOfEditor(
  { settings }: Pick<DeskContext, 'settings'>,
  facts: readonly Fact[],
  request: RequestView,
  draft: RequestPage['draft'],
): Finding[] {
  const script = draft?.script ?? request.script
  if (script === null) return []
  return findingsOn(facts, script, settings.presenter().pauses)
}

async function progressOf(archive: DeskContext['archive'], facts: readonly Fact[]): Promise<RequestPage['progress']> {
  const asked = facts.findLast((fact) => fact.type === 'ScriptRequested')
  const progress = await archive.readProgress(facts[0]?.stream ?? '')
  if (asked?.type !== 'ScriptRequested' || progress?.writingId !== asked.data.writingId) return null
  return { n: progress.n, script: progress.script, sections: asked.data.sections }
}
