import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { Hidden } from './hidden.tsx'
import { errorOf, typedValue, type DraftedPageProps } from './request-props.ts'
import { UnsavedQuestion, useUnsavedQuestion } from './unsaved-question.tsx'
import { WordFields } from './word-fields.tsx'
import { toCopy, useWordedForm } from './worded-form.ts'

const intent = 'requestCorrection'

/** « Demander une correction »: a comment for each section, at least one of them. */
export function CorrectionForm(props: DraftedPageProps) {
  const { page, refused, draft, words } = props
  const { request, forms, may } = page
  const question = useUnsavedQuestion(draft)
  const { shown, open } = useWordedForm(props, intent)
  if (!shown) return null
  const mine = typedValue(refused, 'intent') === intent
  return (
    <details className="small" open={open}>
      <summary>Demander une correction</summary>
      <Form
        className="stack"
        method="post"
        action={`/admin/requests/${request.id}`}
        onSubmit={(event) => void question.holds(event)}
      >
        <Hidden fields={{ ...forms.request, version: request.version, textHash: request.textHash ?? '' }} />
        <p>
          {may[intent]
            ? 'Dites ce qui est à corriger, dans au moins une section. Une validation en cours est annulée.'
            : toCopy}
        </p>
        <WordFields
          {...{ words, intent }}
          readOnly={!may[intent]}
          error={(name) => (mine ? errorOf(refused, name) : undefined)}
        />
        {may[intent] ? <Send asks={question.asks} /> : null}
      </Form>
    </details>
  )
}

function Send({ asks }: { asks: boolean }) {
  if (asks) return <UnsavedQuestion submits={{ name: 'intent', value: intent }} />
  return (
    <p>
      <IntentButton intent={intent} />
    </p>
  )
}
