/** What a failure means to a person: what happened, what it cost, what to do. */
import type { FactType } from '#events/facts.ts'

import { callFailures, copyFailures, type FailureWords } from './failure-words.ts'
import { fr } from './typography.ts'

export type Failure = { code: string; mayHaveCost: boolean; fact: FactType }

/**
 * Three sentences for a failure recorded by `fact`. Codes are compared case-insensitively (`heygen.md` §3.4); one we do
 * not know is shown as it is, so that support can look it up.
 */
export function failureSentence(failure: Failure): { happened: string; cost: string; next: string } {
  const words = wordsOf(failure)
  const who = partyOf(failure.fact)
  return {
    happened: words?.happened(who) ?? fr`${who} a signalé un échec, code « ${failure.code} ».`,
    cost: costOf(failure),
    next: words?.next ?? nextOf(failure.fact),
  }
}

/** The short form, for timelines: « ChatGPT n’a pas répondu à temps. Coût possible. » */
export function shortFailure(failure: Failure): string {
  const { happened, cost } = failureSentence(failure)
  return failure.mayHaveCost ? `${happened} ${cost}` : happened
}

function wordsOf({ code, fact }: Failure): FailureWords | undefined {
  const known = code.toLowerCase()
  return (fact === 'ArchiveFailed' ? copyFailures.get(known) : undefined) ?? callFailures.get(known)
}

function partyOf(fact: FactType): 'ChatGPT' | 'HeyGen' {
  return fact.startsWith('Script') ? 'ChatGPT' : 'HeyGen'
}

function costOf({ mayHaveCost, fact }: Failure): string {
  if (mayHaveCost) return 'Coût possible.'
  return fact === 'ArchiveFailed' ? 'Rien de plus à payer.' : 'Rien n’a été facturé.'
}

function nextOf(fact: FactType): string {
  if (fact === 'VideoUncertain') return 'Nous vérifions avant toute nouvelle tentative. Rien d’autre à faire.'
  if (fact === 'ArchiveFailed') return 'La copie est retentée toute seule.'
  if (fact === 'VideoFailed') return 'Le script reste validé. La vidéo peut être relancée.'
  return 'Redemandez un script, ou écrivez-le à la main.'
}
