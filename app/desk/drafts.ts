/** Drafts: what a person types is kept on the server while they type, for them alone, and is no fact yet. */
import { allows, fold } from '#events/decide.ts'
import { streamOf, type Actor } from '#events/facts.ts'
import { explainRefusal } from '#events/refusal.ts'

import { currentScript, describeConflict, isOutdated } from './act.ts'
import { instant, type DeskContext } from './context.ts'
import type { Desk } from './desk.ts'
import { changedSections } from './edited.ts'
import { findingsOn } from './findings.ts'
import { editProbe } from './may.ts'
import { isRequestId } from './read-request.ts'

export function createDrafts(context: DeskContext): Pick<Desk, 'saveDraft' | 'dropDraft'> {
  const { archive, clock, settings } = context
  return {
    async saveDraft({ requestId, actor, script, seen }) {
      if (!isRequestId(requestId)) return { tag: 'unknown' }
      const stream = streamOf(requestId)
      const { facts } = await archive.readStream(stream)
      if (facts.length === 0) return { tag: 'unknown' }
      const current = { requestId, facts, snapshot: fold(facts) }
      // Kept all the same: a conflict is told, and what was typed on the older text is not lost by it.
      const savedAt = instant(clock())
      const draft = { version: seen.version, textHash: seen.textHash ?? null, script, savedAt }
      const kept = await archive.saveDraft(place(requestId, actor), draft)
      if (!kept) return { tag: 'unknown' }
      const probe = { ...editProbe, actor }
      if (!allows(current.snapshot, probe)) return { tag: 'refused', code: explainRefusal(current.snapshot, probe) }
      if (isOutdated(seen, current))
        return { tag: 'conflict', conflict: await describeConflict(context, seen, current, script) }
      if (changedSections(currentScript(facts), script).length === 0) await archive.dropDraft(place(requestId, actor))
      return { tag: 'saved', savedAt, findings: findingsOn(facts, script, settings.presenter().pauses) }
    },

    async dropDraft({ requestId, actor }) {
      if (isRequestId(requestId)) await archive.dropDraft(place(requestId, actor))
    },
  }
}

const place = (requestId: string, { id: person }: Actor) => ({ stream: streamOf(requestId), person })
