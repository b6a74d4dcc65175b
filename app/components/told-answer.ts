/** An answer of the desk as a page shows it. Made in actions: no browser loads the words of every refusal that there is. */
import type { FactType } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'

import { answerSentence, type AnswerShown } from './answer-sentence.ts'
import { factName } from './fact-name.ts'
import { problemSentence } from './problem-sentence.ts'
import type { ConflictShown } from './request-props.ts'

export type AnswerTold = {
  sentence: string
  /** `field`: the name of a form field, or `wholeScript`. */
  problems: { field: string; message: string }[]
  /** What the linter holds against the text that came, where that is why it was refused. */
  findings: readonly Finding[] | null
  conflict: ConflictShown | null
}

export const wholeScript = 'script'

/** What the desk finds wrong with the script as a whole; it names a field all the same. */
const ofTheWhole = ['script_empty', 'script_too_long', 'script_not_filmable']

/** Pressed in the list of versions: on the page of the request there is no such field to lead to. */
const ofAnotherPage = ['restore']

type Conflicting = { tag: 'conflict'; conflict: Omit<ConflictShown, 'fact'> & { fact: FactType } }
type Answer = Exclude<AnswerShown, { tag: 'conflict' }> | Conflicting

export function tellAnswer(answer: Answer): AnswerTold {
  const problems = answer.tag === 'invalid' ? answer.problems.filter(({ field }) => !ofAnotherPage.includes(field)) : []
  return {
    sentence: answerSentence(answer),
    problems: problems.map(({ field, code }) => ({
      field: ofTheWhole.includes(code) ? wholeScript : field,
      message: problemSentence(code),
    })),
    findings: (answer.tag === 'invalid' ? answer.findings : null) ?? null,
    conflict: answer.tag === 'conflict' ? { ...answer.conflict, fact: factName(answer.conflict.fact) } : null,
  }
}
