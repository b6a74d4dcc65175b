import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { Check } from './check.tsx'
import { Field } from './field.tsx'
import { Hidden } from './hidden.tsx'
import { Notice } from './notice.tsx'
import { useOrder } from './order.ts'
import { OrderRefused } from './order-refused.tsx'
import { errorOf, typedValue, type DraftedPageProps, type RequestPageProps } from './request-props.ts'
import { fr } from './typography.ts'
import { WordFields } from './word-fields.tsx'

/** Nobody knows whether a video was made. A person looks at HeyGen, then says which of the three it is. */
export function UncertainFilm(props: DraftedPageProps) {
  const { request, may } = props.page
  const open = request.films.find((film) => film.open)
  if (!open) return null
  return (
    <section className="box" aria-labelledby="uncertain-title">
      <h2 id="uncertain-title">Issue incertaine</h2>
      <Notice tone="orange" title="La vidéo a peut-être été lancée, et facturée">
        <p>{fr`Cherchez dans HeyGen une vidéo au titre ci-dessous, puis choisissez. Nous vérifions aussi de notre côté, sans jamais relancer.`}</p>
      </Notice>
      <p>
        <code>{open.attempt}</code>
      </p>
      {may.attachVideo ? <Attach {...props} attempt={open.attempt} known={open.heygenVideoId} /> : null}
      {may.declareVideoFailed ? <Declare {...props} attempt={open.attempt} /> : null}
      {may.generateVideoAgain ? <Again {...props} /> : null}
    </section>
  )
}

type About = DraftedPageProps & { attempt: string }

function Attach({ page: { request, forms }, refused, attempt, known }: About & { known: string | null }) {
  return (
    <Form className="stack" method="post" action={`/admin/requests/${request.id}`}>
      <Hidden fields={{ ...forms.request, version: request.version, attempt }} />
      <Field
        name="heygenVideoId"
        label="Elle existe. Identifiant HeyGen"
        hint="Nous le vérifions auprès de HeyGen avant de l’enregistrer."
        required
        value={typedValue(refused, 'heygenVideoId') ?? known ?? undefined}
        error={errorOf(refused, 'heygenVideoId')}
      />
      <p>
        <IntentButton intent="attachVideo" />
      </p>
    </Form>
  )
}

function Declare({ page: { request, forms }, words, attempt }: About) {
  return (
    <Form className="stack" method="post" action={`/admin/requests/${request.id}`}>
      <Hidden fields={{ ...forms.request, version: request.version, attempt }} />
      <WordFields words={words} intent="declareVideoFailed" />
      <p>
        <IntentButton intent="declareVideoFailed" />
      </p>
    </Form>
  )
}

function Again({ page: { request, forms } }: RequestPageProps) {
  const order = useOrder()
  return (
    <details className="small">
      <summary>Relancer sans savoir</summary>
      <order.Form className="stack" method="post" action="/api/generate-video" onSubmit={order.onSubmit}>
        <OrderRefused answer={order.answer} />
        <Hidden fields={{ ...forms.generateVideo, requestId: request.id, version: request.version }} />
        <Check name="acceptDoublePayment" required>
          J’accepte que deux vidéos soient peut-être payées.
        </Check>
        <p>
          <IntentButton intent="generateVideoAgain" ownDoor />
        </p>
      </order.Form>
    </details>
  )
}
