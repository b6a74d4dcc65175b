/** An answer of the desk that is not « done », in one sentence. */
import type { FactType } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'
import type { RefusalCode } from '#events/refusal.ts'

import { factName } from './fact-name.ts'
import { problemSentence } from './problem-sentence.ts'
import { refusalSentence } from './refusal-sentence.ts'

export type AnswerShown =
  | { tag: 'refused'; code: RefusalCode }
  | { tag: 'conflict'; conflict: { by: string; fact: FactType } }
  | { tag: 'invalid'; problems: readonly { field: string; code: string }[]; findings?: readonly Finding[] }
  | { tag: 'commandReused' }
  | { tag: 'unavailable'; code: string }

export function answerSentence(answer: AnswerShown): string {
  switch (answer.tag) {
    case 'refused':
      return refusalSentence(answer.code)
    case 'conflict':
      return `La demande a changé entre-temps (${answer.conflict.by}, ${factName(answer.conflict.fact).toLowerCase()}). Relisez-la avant de décider.`
    case 'invalid':
      return answer.problems.map(({ code }) => problemSentence(code)).join(' ')
    case 'commandReused':
      return 'Ce formulaire a déjà servi. Rechargez la page, puis recommencez.'
    case 'unavailable':
      if (answer.code === 'no_presenter') return problemSentence(answer.code)
      return 'HeyGen n’a pas répondu. Rien n’a été enregistré. Réessayez dans un instant.'
  }
}
