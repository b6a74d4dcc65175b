import { IntentButton } from './button.tsx'
import { TextField } from './field.tsx'
import { Hidden } from './hidden.tsx'
import { useOrder } from './order.ts'
import { OrderRefused } from './order-refused.tsx'
import type { RequestPageProps } from './request-props.ts'

/** « ✨ Écrire avec ChatGPT »: a plain form, and a fetcher where there is JavaScript. */
export function ScriptOrder({ page: { request, forms } }: RequestPageProps) {
  const order = useOrder()
  const again = request.script !== null
  return (
    <order.Form
      className="box"
      method="post"
      action="/api/generate-script"
      aria-labelledby="order-script"
      onSubmit={order.onSubmit}
    >
      <h2 id="order-script">{again ? 'Réécrire' : 'Écrire'}</h2>
      <OrderRefused answer={order.answer} />
      <Hidden fields={{ ...forms.generateScript, requestId: request.id, version: request.version }} />
      <TextField
        name="instructions"
        label="Consigne pour ChatGPT (facultatif)"
        hint="Par exemple, plus court, plus chaleureux."
        rows={2}
        maxLength={600}
      />
      <p>
        <IntentButton intent="generateScript" kind={again ? 'secondary' : 'primary'} ownDoor />
      </p>
      <p className="small soft">
        {again ? 'Le texte d’avant reste au journal. ' : ''}Coût, environ un centime de dollar.
      </p>
    </order.Form>
  )
}
