import { IntentButton } from './button.tsx'
import { TextField } from './field.tsx'
import { Hidden } from './hidden.tsx'
import { MemoryChoice } from './memory-choice.tsx'
import { useOrder } from './order.ts'
import { OrderRefused } from './order-refused.tsx'
import type { DraftedPageProps } from './request-props.ts'
import { SelectField } from './select-field.tsx'
import { sections } from './speech.ts'
import { fr } from './typography.ts'
import { UnsavedQuestion, useUnsavedQuestion } from './unsaved-question.tsx'

/** « ✨ Écrire avec ChatGPT »: a plain form, and a fetcher where there is JavaScript. */
export function ScriptOrder({ page: { request, forms }, draft }: DraftedPageProps) {
  const order = useOrder()
  const question = useUnsavedQuestion(draft)
  const again = request.script !== null
  return (
    <order.Form
      className="box"
      method="post"
      action="/api/generate-script"
      aria-labelledby="order-script"
      onSubmit={(event) => (question.holds(event) ? undefined : order.onSubmit(event))}
    >
      <h2 id="order-script">{again ? 'Réécrire' : 'Écrire'}</h2>
      <OrderRefused answer={order.answer} />
      <Hidden fields={{ ...forms.generateScript, requestId: request.id, version: request.version }} />
      {again ? <SelectField name="section" label="Ce qui est à réécrire" options={choices} /> : null}
      <TextField
        name="instructions"
        label="Consigne pour ChatGPT (facultatif)"
        hint="Par exemple, plus court, plus chaleureux. Ni nom de famille, ni adresse."
        rows={2}
        maxLength={600}
      />
      <MemoryChoice memories={request.person.memories ?? []} chosen={request.chosenMemories} />
      {question.asks ? (
        <UnsavedQuestion />
      ) : (
        <p>
          <IntentButton intent="generateScript" kind={again ? 'secondary' : 'primary'} ownDoor />
        </p>
      )}
      <p className="small soft">
        {again
          ? 'Le texte enregistré reste au journal. Des corrections non enregistrées sont perdues. '
          : 'Un texte tapé mais non enregistré est perdu. '}
        {fr`Coût : environ un centime de dollar.`}
      </p>
    </order.Form>
  )
}

const choices = [
  { value: 'all', label: 'Tout le script' },
  ...sections.map(({ key, name }) => ({ value: key, label: name })),
]
