/** What a model wrote is checked before it is anybody's draft: who attacks it must not reach the editor through it. */
import type { ScriptOrder, ScriptOutcome } from '#app/lib/openai.ts'
import { streamOf, type FactData } from '#events/facts.ts'
import { neverFromModel } from '#events/lint/rules.ts'
import { emptyScript, measureText, scriptText, type Script } from '#events/script.ts'

import { currentScript, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import { findingsOn } from './findings.ts'
import { openai, tell } from './night.ts'
import { textHash } from './text-hash.ts'
import type { Attempt } from './writing-progress.ts'

export type Failure = Exclude<ScriptOutcome, { tag: 'ok' }>
type Outcome = Exclude<ScriptOutcome, Failure>
type Written = { attempt: Attempt; order: ScriptOrder; outcome: Outcome; signal: AbortSignal }

/** Null once it is kept, or once nobody waits for it; else why it is of no use. */
export async function keepScript(context: DeskContext, current: Current, written: Written): Promise<Failure | null> {
  const { requestId, facts } = current
  const { attempt, order, outcome, signal } = written
  const script = { ...(currentScript(facts) ?? emptyScript()), ...outcome.sections }
  const broken = brokenRule(current, order, script)
  if (broken !== null) return useless(`check_${broken}`, outcome)

  const text = scriptText(script)
  const { model, responseId, supportId, usage, costMicroUsd } = outcome
  const { promptVersion, promptHash } = context.telephones.openai
  const data = {
    ...{ writingId: attempt.id, n: attempt.n, sections: [...order.sections] },
    ...{ script, textHash: textHash(text), words: measureText(text).words },
    ...{ model, promptVersion, promptHash, moderation: await verdictOn(context, outcome.sections, signal) },
    ...{ responseId, supportId, usage, costMicroUsd },
  }
  const told = await tell(context, { requestId, verb: 'keepScript', actor: openai }, () => [
    { type: 'ScriptGenerated', data },
  ])
  if (told.tag === 'done') await context.archive.dropProgress(streamOf(requestId), attempt.id)
  return null
}

/** The first rule that nothing generated may break, in what was written just now. */
function brokenRule({ facts }: Current, { sections }: ScriptOrder, script: Script): string | null {
  const found = findingsOn(facts, script, false, true).find(
    ({ rule, section }) => neverFromModel.has(rule) && (section === null || sections.includes(section)),
  )
  return found?.rule ?? null
}

function useless(code: string, { supportId, usage, costMicroUsd }: Outcome): Failure {
  return {
    ...{ tag: 'invalid_output', code, mayHaveCost: true, retry: 'now', retryAfterMs: null },
    ...{ supportId, usage, costMicroUsd },
  }
}

/**
 * Of what was written just now: the rest of the text stays at home. A moderation that does not answer must not look like
 * a clean text: then nobody approves it without a word. Nor may it hold up long what is paid for and not yet kept.
 */
async function verdictOn(
  { telephones }: DeskContext,
  sections: Outcome['sections'],
  signal: AbortSignal,
): Promise<Moderated> {
  const ask = () =>
    telephones.openai.moderate(Object.values(sections), {
      signal: AbortSignal.any([signal, AbortSignal.timeout(moderationMs)]),
    })
  const first = await ask()
  const said = first.tag === 'unavailable' ? await ask() : first
  if (said.tag === 'unavailable') return { verdict: 'unchecked', categories: [] }
  return { verdict: said.tag, categories: said.tag === 'flagged' ? said.categories : [] }
}

const moderationMs = 3_000

type Moderated = NonNullable<FactData<'ScriptGenerated'>['moderation']>
