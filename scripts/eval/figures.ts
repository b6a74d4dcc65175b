/** The key figures of a run: all that the report's table says, worked out from the raw results alone. */
import { target } from '#app/components/speech.ts'

import type { Result, Run } from './run.ts'
import { mean, median, quantile, type Share } from './statistics.ts'

export type Figures = {
  /** Of all that were asked for: those that the model answered, well or badly. */
  answered: Share
  /** Of those answered: those that the desk would keep. */
  accepted: Share
  /** Of those answered: those kept that could be approved without a change or a reason. */
  spotless: Share
  /** Of the scripts there are: within the target of `script-writing.md` §1. */
  wordsInRange: Share
  secondsInRange: Share
  /** Per script; a mean, because most have none. */
  blockingFindings: number | null
  otherFindings: number | null
  words: number | null
  seconds: number | null
  outputTokens: number | null
  costMicroUsd: number | null
  firstTextMs: number | null
  totalMs: number | null
  slowestMs: number | null
}

export function figuresOf({ results }: Run): Figures {
  const answered = results.filter(isAnswered)
  const written = results.filter((result) => result.script !== null)
  const measures = results.flatMap(({ measure }) => measure ?? [])
  const share = (part: readonly unknown[], whole: readonly unknown[]) => ({ count: part.length, of: whole.length })
  const within = (key: 'words' | 'seconds') =>
    share(
      measures.filter((measure) => measure[key] >= target[key].min && measure[key] <= target[key].max),
      measures,
    )
  return {
    answered: share(answered, results),
    accepted: share(answered.filter(isAccepted), answered),
    spotless: share(
      answered.filter((result) => isAccepted(result) && blockingIn(result) === 0),
      answered,
    ),
    wordsInRange: within('words'),
    secondsInRange: within('seconds'),
    blockingFindings: mean(written.map(blockingIn)),
    otherFindings: mean(written.map((result) => result.findings.length - blockingIn(result))),
    words: median(measures.map(({ words }) => words)),
    seconds: median(measures.map(({ seconds }) => seconds)),
    ...billed(results),
    ...timed(answered),
  }
}

/** What the model made, for better or worse; not what the line, the key or the servers had to do with. */
export function isAnswered({ outcome }: Result): boolean {
  return ['ok', 'refused', 'truncated', 'filtered', 'invalid_output'].includes(outcome)
}

export const isAccepted = ({ outcome, refusedBy }: Result): boolean => outcome === 'ok' && refusedBy === null

export const blockingIn = ({ findings }: Result): number =>
  findings.filter(({ severity }) => severity === 'block').length

/** In micro-USD what is known, and how many answers may have cost something that nobody told. */
export function billOf({ results }: Run): { costMicroUsd: number; untold: number } {
  return {
    costMicroUsd: results.reduce((sum, result) => sum + (result.costMicroUsd ?? 0), 0),
    untold: results.filter((result) => result.costMicroUsd === null && result.mayHaveCost).length,
  }
}

function billed(results: readonly Result[]): Pick<Figures, 'outputTokens' | 'costMicroUsd'> {
  return {
    outputTokens: median(results.flatMap(({ usage }) => usage?.output ?? [])),
    costMicroUsd: median(results.flatMap((result) => result.costMicroUsd ?? [])),
  }
}

function timed(answered: readonly Result[]): Pick<Figures, 'firstTextMs' | 'totalMs' | 'slowestMs'> {
  const whole = answered.map(({ totalMs }) => totalMs)
  return {
    firstTextMs: median(answered.flatMap(({ firstTextMs }) => firstTextMs ?? [])),
    totalMs: median(whole),
    slowestMs: quantile(whole, 0.95),
  }
}
