import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { TextField } from './field.tsx'
import { Hidden } from './hidden.tsx'
import { errorOf, typedValue, type DraftedPageProps } from './request-props.ts'
import { sections } from './speech.ts'
import { UnsavedQuestion, useUnsavedQuestion } from './unsaved-question.tsx'

const intent = 'requestCorrection'

/** « Demander une correction »: a comment for each section, at least one of them. */
export function CorrectionForm({ page: { request, forms }, refused, draft }: DraftedPageProps) {
  const question = useUnsavedQuestion(draft)
  const mine = typedValue(refused, 'intent') === intent
  return (
    <details className="small" open={mine}>
      <summary>Demander une correction</summary>
      <Form
        className="stack"
        method="post"
        action={`/admin/requests/${request.id}`}
        onSubmit={(event) => void question.holds(event)}
      >
        <Hidden fields={{ ...forms.request, version: request.version, textHash: request.textHash ?? '' }} />
        <p>Dites ce qui est à corriger, dans au moins une section. Une validation en cours est annulée.</p>
        {sections.map(({ key, name }) => (
          <TextField
            key={key}
            name={`comment.${key}`}
            label={name}
            rows={2}
            maxLength={600}
            value={mine ? typedValue(refused, `comment.${key}`) : undefined}
            error={mine ? errorOf(refused, `comment.${key}`) : undefined}
          />
        ))}
        {question.asks ? (
          <UnsavedQuestion submits={{ name: 'intent', value: intent }} />
        ) : (
          <p>
            <IntentButton intent={intent} />
          </p>
        )}
      </Form>
    </details>
  )
}
