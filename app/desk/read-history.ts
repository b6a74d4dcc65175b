/** Replay: the request as it was at any step, what changed there, what was allowed, and whether the chain holds. */
import { beginning, fold, statusOf } from '#events/decide.ts'
import { streamOf, type Fact } from '#events/facts.ts'
import { emptyScript } from '#events/script.ts'

import { asStatus, currentScript } from './act.ts'
import { instant, type DeskContext } from './context.ts'
import type { AuditFact, AuditPage, Desk } from './desk.ts'
import { verdicts } from './may.ts'
import { createNames } from './names.ts'
import { isRequestId, timeline } from './read-request.ts'
import { requestView } from './request-view.ts'

export function createReadHistory(context: DeskContext): Pick<Desk, 'readHistory'> {
  const { archive, settings, clock } = context
  return {
    async readHistory(id, wanted) {
      if (!isRequestId(id)) return null
      const { facts, links, headHolds } = await archive.proveStream(streamOf(id))
      if (facts.length === 0) return null
      const step = Math.min(Math.max(1, wanted ?? facts.length), facts.length)
      const past = facts.slice(0, step)
      const snapshot = fold(past)
      const names = await createNames(archive, facts)
      // Permission is asked for an admin who is nobody in particular: an auditor reads what the desk could do then.
      const anyone = { kind: 'admin', id: 'anyone' } as const
      return {
        requestId: id,
        facts: auditFacts(timeline(facts, names), links),
        step,
        then: requestView(past, snapshot, names),
        change: changeAt(past),
        could: verdicts(snapshot, anyone, settings.fourEyes),
        proof: { ...verdictOf(links, headHolds, facts.length), checkedAt: instant(clock()) },
      }
    },
  }
}

type Links = Awaited<ReturnType<DeskContext['archive']['proveStream']>>['links']

function auditFacts(facts: ReturnType<typeof timeline>, links: Links): AuditFact[] {
  let snapshot = beginning
  return facts.map((fact, index) => {
    snapshot = fold([fact], snapshot)
    const link = links[index]
    return {
      ...fact,
      hash: link?.hash ?? '',
      previousHash: link?.previousHash ?? '',
      proven: link?.proven === true,
      statusAfter: asStatus(statusOf(snapshot)),
    }
  })
}

/** A chain that holds everywhere but does not end at its head has lost its tail. */
function verdictOf(links: Links, headHolds: boolean, length: number): Pick<AuditPage['proof'], 'ok' | 'brokenAt'> {
  const broken = links.find((link) => !link.proven)
  if (broken) return { ok: false, brokenAt: broken.version }
  return headHolds && links.length === length ? { ok: true, brokenAt: null } : { ok: false, brokenAt: length + 1 }
}

function changeAt(past: readonly Fact[]): AuditPage['change'] {
  const last = past.at(-1)
  if (last?.type !== 'ScriptGenerated' && last?.type !== 'ScriptEdited') return null
  const [before, after] = [currentScript(past.slice(0, -1)), currentScript(past)]
  return { before: before ?? emptyScript(), after: after ?? emptyScript() }
}
