/** Facts and failures as pages show them. Made in loaders: no browser loads the words of every fact that there is. */
import type { FactType } from '#events/facts.ts'

import { factSentence, type ToldFact } from './fact-sentence.ts'
import { failureSentence, type Failure } from './failure-sentence.ts'

/** `recordedAt`: ISO 8601. `sentence` ends with its full stop. */
export type FactShown = {
  id: string
  version: number
  type: FactType
  byPerson: boolean
  recordedAt: string
  sentence: string
}

export function showFact(fact: ToldFact & { id: string; version: number; recordedAt: string }): FactShown {
  const { id, version, type, actor, recordedAt } = fact
  return { id, version, type, byPerson: actor.kind === 'admin', recordedAt, sentence: factSentence(fact) }
}

export type FailureShown = ReturnType<typeof failureSentence>

export const showFailure = (failure: Failure | null): FailureShown | null => failure && failureSentence(failure)
