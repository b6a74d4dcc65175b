/** Every text that a request has had, complete or not, named by who and why. */
import { fold, statusOf } from '#events/decide.ts'
import { streamOf, type Fact } from '#events/facts.ts'
import { emptyScript, measureText, scriptText, type Script } from '#events/script.ts'

import { asStatus } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Desk, ScriptVersion } from './desk.ts'
import { mayOf } from './may.ts'
import { createNames } from './names.ts'
import { isRequestId } from './read-request.ts'
import type { Names } from './request-view.ts'
import { bookedIn } from './subject.ts'

export function createVersions({ archive, settings }: DeskContext): Pick<Desk, 'findVersions'> {
  return {
    async findVersions(id, viewer) {
      if (!isRequestId(id)) return null
      const { facts } = await archive.readStream(streamOf(id))
      if (facts.length === 0) return null
      const snapshot = fold(facts)
      const { firstNames, lastName } = bookedIn(facts)
      return {
        id,
        version: facts.length,
        status: asStatus(statusOf(snapshot)),
        person: { firstNames, lastName },
        versions: versionsIn(facts, await createNames(archive, facts)),
        mayRestore: mayOf(snapshot, viewer, settings.fourEyes).editScript,
      }
    },
  }
}

/** Oldest first. */
export function versionsIn(facts: readonly Fact[], names: Names): ScriptVersion[] {
  const current = facts.findLast((fact) => fact.type === 'ScriptGenerated' || fact.type === 'ScriptEdited')
  return facts.flatMap((fact, index) => {
    const text = textOf(fact, facts.slice(0, index))
    if (text === null) return []
    const { script, origin } = text
    return {
      version: fact.version,
      by: names(fact.actor),
      at: fact.recordedAt,
      script,
      words: 'words' in fact.data ? fact.data.words : measureText(scriptText(script ?? emptyScript())).words,
      origin,
      approved: wasApproved(fact, facts),
      current: fact === current,
    }
  })
}

/** The text that a fact brought, by the fact's version; null where it brought none, or was erased. */
export function scriptAt(facts: readonly Fact[], version: number): Script | null {
  const fact = facts[version - 1]
  return fact === undefined ? null : (textOf(fact, [])?.script ?? null)
}

type Text = Pick<ScriptVersion, 'origin'> & { script: Script | null }

function textOf(fact: Fact, before: readonly Fact[]): Text | null {
  if (fact.type === 'ScriptGenerated') {
    const { script, sections, model, costMicroUsd } = fact.data
    return { script, origin: { kind: 'generated', sections, instructions: wishOf(before), model, costMicroUsd } }
  }
  if (fact.type === 'ScriptEdited') {
    const { script, why, restoredFrom } = fact.data
    return { script, origin: { kind: 'edited', why, restoredFrom } }
  }
  if (fact.type === 'ScriptFailed') return incomplete(fact.data.partial, fact.data)
  if (fact.type === 'ScriptAttempted') return fact.data.previous && incomplete(fact.data.partial, fact.data.previous)
  return null
}

function incomplete(
  partial: Script | null,
  { code, costMicroUsd }: { code: string; costMicroUsd: number | null },
): Text | null {
  return partial && { script: partial, origin: { kind: 'incomplete', code, costMicroUsd } }
}

function wishOf(before: readonly Fact[]): string | null {
  const wish = before.findLast((fact) => fact.type === 'ScriptRequested')
  return wish?.type === 'ScriptRequested' ? wish.data.instructions : null
}

/** The very text, and not an equal one of another time: the approval is the next word about the text. */
function wasApproved(fact: Fact, facts: readonly Fact[]): boolean {
  if (fact.type !== 'ScriptGenerated' && fact.type !== 'ScriptEdited') return false
  const next = facts
    .slice(fact.version)
    .find(({ type }) => ['ScriptGenerated', 'ScriptEdited', 'ScriptApproved'].includes(type))
  return next?.type === 'ScriptApproved'
}
