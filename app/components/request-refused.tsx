import { useEffect, useRef } from 'react'

import { awaySentences } from './away.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { isOfScript, type RequestPageProps } from './request-props.ts'
import { problemsOf } from './script-problems.ts'
import type { FailureShown } from './told-fact.ts'

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
  const problems = problemsOf(refused)
  if (problems.length > 0) return <ErrorSummary problems={problems} />
  // A save that nobody answered is told beside its button, where the hands are.
  if ('away' in refused) return isOfScript(refused) ? null : <Nothing sentence={awaySentences[refused.away]} />
  return 'answer' in refused ? <Nothing sentence={refused.answer.sentence} /> : null
}

/** It takes the focus, as the summary of errors does: the page stays where it was scrolled to. */
function Nothing({ sentence }: { sentence: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [sentence])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="orange" live="alert" title="Rien n’a été enregistré">
        <p>{sentence}</p>
      </Notice>
    </div>
  )
}

function Failure({ failure: { happened, cost, next } }: { failure: FailureShown }) {
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
