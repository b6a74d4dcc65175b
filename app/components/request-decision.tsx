import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { FilmOrder } from './film-order.tsx'
import { Hidden } from './hidden.tsx'
import type { DraftedPageProps, RequestPageProps } from './request-props.ts'
import { ScriptOrder } from './script-order.tsx'
import { UncertainFilm } from './uncertain-film.tsx'
import { UnsavedQuestion, useUnsavedQuestion } from './unsaved-question.tsx'
import { WordFields } from './word-fields.tsx'
import { toCopy, useWordedForm } from './worded-form.ts'
import { WordsToCopy } from './words-to-copy.tsx'

/** What a person may do now, the costly things in a box of their own. An auditor sees none of it. */
export function RequestDecision(props: DraftedPageProps) {
  const { page, words } = props
  const { request, may } = page
  return (
    <>
      {may.generateVideo ? <FilmOrder {...props} /> : null}
      {may.generateScript ? <ScriptOrder {...props} /> : null}
      {may.attachVideo || may.declareVideoFailed ? <UncertainFilm {...props} /> : null}
      {may.declareVideoFailed ? null : <WordsToCopy words={words} intent="declareVideoFailed" />}
      <CorrectionForm {...props} />
      <Reasoned {...props} intent="withdrawApproval" />
      <Reasoned {...props} intent="declineRequest" />
      {may.reopenRequest ? <Reopen {...props} key={request.version} /> : null}
    </>
  )
}

type ReasonedProps = DraftedPageProps & { intent: 'withdrawApproval' | 'declineRequest' }

const summaries = { withdrawApproval: 'Retirer la validation', declineRequest: 'Refuser cette demande' }

function Reasoned({ intent, ...props }: ReasonedProps) {
  const { page, draft, words } = props
  const { request, may, forms } = page
  const question = useUnsavedQuestion(draft)
  const { shown, open } = useWordedForm(props, intent)
  if (!shown) return null
  const drops = intent === 'declineRequest'
  return (
    <details className="small" open={open}>
      <summary>{summaries[intent]}</summary>
      <Form
        className="stack"
        method="post"
        action={`/admin/requests/${request.id}`}
        onSubmit={(event) => void (drops && question.holds(event))}
      >
        <Hidden fields={{ ...forms.request, version: request.version }} />
        <WordFields words={words} intent={intent} readOnly={!may[intent]} />
        {may[intent] ? <Send intent={intent} asks={question.asks} /> : <p>{toCopy}</p>}
        {drops && may[intent] && may.editScript && request.status !== 'approved' ? (
          <p className="soft">Ce qui n’est pas enregistré dans le script est perdu.</p>
        ) : null}
      </Form>
    </details>
  )
}

function Send({ intent, asks }: Pick<ReasonedProps, 'intent'> & { asks: boolean }) {
  if (asks) return <UnsavedQuestion submits={{ name: 'intent', value: intent }} />
  return (
    <p>
      <IntentButton intent={intent} />
    </p>
  )
}

function Reopen({ page: { request, forms } }: RequestPageProps) {
  return (
    <Form className="box" method="post" action={`/admin/requests/${request.id}`} aria-label="Rouvrir la demande">
      <Hidden fields={{ ...forms.request, version: request.version }} />
      <p>La demande reprend là où son texte l’a laissée.</p>
      <IntentButton intent="reopenRequest" kind="primary" />
    </Form>
  )
}
