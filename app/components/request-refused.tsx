import { answerSentence } from './answer-sentence.ts'
import { ErrorSummary } from './error-summary.tsx'
import { failureSentence } from './failure-sentence.ts'
import { Notice } from './notice.tsx'
import { problemSentence } from './problem-sentence.ts'
import type { RequestPageProps } from './request-props.ts'

/** What stands between the person and the next step: a refusal just now, or the last failure of an outside party. */
export function RequestRefused({ page: { request }, refused }: RequestPageProps) {
  return (
    <>
      {refused === null ? null : <Refusal refused={refused} />}
      {request.lastFailure === null ? null : <Failure failure={request.lastFailure} />}
      {request.films.some((film) => film.surplusVideoIds.length > 0) ? <Surplus films={request.films} /> : null}
    </>
  )
}

function Refusal({ refused }: { refused: NonNullable<RequestPageProps['refused']> }) {
  if ('errors' in refused) {
    return <ErrorSummary problems={Object.entries(refused.errors).map(([field, message]) => ({ field, message }))} />
  }
  if (refused.answer.tag === 'invalid') {
    const problems = refused.answer.problems.map(({ field, code }) => ({ field, message: problemSentence(code) }))
    return <ErrorSummary problems={problems} />
  }
  return (
    <Notice tone="orange" live="alert" title="Rien n’a été enregistré">
      <p>{answerSentence(refused.answer)}</p>
    </Notice>
  )
}

function Failure({ failure }: { failure: NonNullable<RequestPageProps['page']['request']['lastFailure']> }) {
  const { happened, cost, next } = failureSentence(failure)
  return (
    <Notice tone="red" title="Échec">
      <p>{happened}</p>
      <p>
        {cost} {next}
      </p>
    </Notice>
  )
}

/** Two paid videos for one order: nobody wanted the second, somebody must claim it back. */
function Surplus({ films }: { films: RequestPageProps['page']['request']['films'] }) {
  return (
    <Notice tone="red" title="HeyGen a fait une vidéo de trop">
      <p>Elle a peut-être été facturée. Donnez ces identifiants à HeyGen pour en demander le remboursement.</p>
      <ul>
        {films
          .flatMap((film) => film.surplusVideoIds)
          .map((id) => (
            <li key={id}>
              <code>{id}</code>
            </li>
          ))}
      </ul>
    </Notice>
  )
}
