import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { TextField } from './field.tsx'
import { FilmOrder } from './film-order.tsx'
import { Hidden } from './hidden.tsx'
import { typedValue, type DraftedPageProps, type RequestPageProps } from './request-props.ts'
import { ScriptOrder } from './script-order.tsx'
import { fr } from './typography.ts'
import { UncertainFilm } from './uncertain-film.tsx'
import { UnsavedQuestion, useUnsavedQuestion } from './unsaved-question.tsx'

/** What a person may do now, the costly things in a box of their own. An auditor sees none of it. */
export function RequestDecision(props: DraftedPageProps) {
  const { request, may } = props.page
  return (
    <>
      {may.generateVideo ? <FilmOrder {...props} /> : null}
      {may.generateScript ? <ScriptOrder {...props} /> : null}
      {may.attachVideo || may.declareVideoFailed ? <UncertainFilm {...props} /> : null}
      {may.requestCorrection ? <CorrectionForm {...props} /> : null}
      {may.withdrawApproval ? (
        <Reasoned {...props} intent="withdrawApproval" label={fr`Pourquoi ? (facultatif)`} />
      ) : null}
      {may.declineRequest ? (
        <Reasoned {...props} intent="declineRequest" label="Motif, gardé au journal (facultatif)" />
      ) : null}
      {may.reopenRequest ? <Reopen {...props} key={request.version} /> : null}
    </>
  )
}

type ReasonedProps = DraftedPageProps & { intent: 'withdrawApproval' | 'declineRequest'; label: string }

const summaries = { withdrawApproval: 'Retirer la validation', declineRequest: 'Refuser cette demande' }

function Reasoned({ page: { request, may, forms }, refused, draft, intent, label }: ReasonedProps) {
  const question = useUnsavedQuestion(draft)
  const drops = intent === 'declineRequest'
  const mine = typedValue(refused, 'intent') === intent
  return (
    <details className="small" open={mine}>
      <summary>{summaries[intent]}</summary>
      <Form
        className="stack"
        method="post"
        action={`/admin/requests/${request.id}`}
        onSubmit={(event) => void (drops && question.holds(event))}
      >
        <Hidden fields={{ ...forms.request, version: request.version }} />
        <TextField
          id={`${intent}-reason`}
          name="reason"
          label={label}
          rows={2}
          value={mine ? typedValue(refused, 'reason') : undefined}
        />
        {question.asks ? (
          <UnsavedQuestion submits={{ name: 'intent', value: intent }} />
        ) : (
          <p>
            <IntentButton intent={intent} />
          </p>
        )}
        {drops && may.editScript && request.status !== 'approved' ? (
          <p className="soft">Ce qui n’est pas enregistré dans le script est perdu.</p>
        ) : null}
      </Form>
    </details>
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
