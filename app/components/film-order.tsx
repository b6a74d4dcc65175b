import { IntentButton } from './button.tsx'
import { duration, longDateTime } from './dates.ts'
import { Hidden } from './hidden.tsx'
import { dollars } from './money.ts'
import { useOrder } from './order.ts'
import { OrderRefused } from './order-refused.tsx'
import { Price, Recap } from './recap.tsx'
import type { RequestPageProps } from './request-props.ts'

const engines: Record<string, string> = { avatar_iii: 'Avatar III', avatar_iv: 'Avatar IV', avatar_v: 'Avatar V' }

/** « 🎥 Lancer HeyGen »: what will be filmed and what it costs stand above the button, because it cannot be undone. */
export function FilmOrder({ page: { request, forms, quote } }: RequestPageProps) {
  const order = useOrder()
  if (quote === null) return null
  return (
    <order.Form
      className="box"
      method="post"
      action="/api/generate-video"
      aria-labelledby="order-film"
      onSubmit={order.onSubmit}
    >
      <h2 id="order-film">Filmer</h2>
      <OrderRefused answer={order.answer} />
      <Price amount={dollars(quote.microUsd)} />
      <Recap rows={recapRows(request, quote)} />
      <Hidden
        fields={{
          ...forms.generateVideo,
          requestId: request.id,
          version: request.version,
          textHash: request.textHash ?? '',
        }}
      />
      <IntentButton intent="generateVideo" kind="primary" ownDoor />
      <p className="small soft">
        Ne peut pas être annulé. Une fois lancée, la vidéo est facturée même si vous la refusez ensuite.
      </p>
    </order.Form>
  )
}

type Quote = NonNullable<RequestPageProps['page']['quote']>

function recapRows({ approval }: RequestPageProps['page']['request'], quote: Quote) {
  return [
    ...(approval === null
      ? []
      : [
          { term: 'Validé par', value: `${approval.by}, le ${longDateTime(approval.at)}` },
          { term: 'Empreinte', value: <code>{approval.textHash.slice(0, 12)}</code> },
        ]),
    { term: 'Durée estimée', value: duration(quote.seconds) },
    { term: 'Moteur', value: engines[quote.engine] ?? quote.engine },
    { term: 'Avatar', value: <code>{quote.avatarId ?? 'non réglé'}</code> },
    { term: 'Voix', value: <code>{quote.voiceId ?? 'non réglée'}</code> },
  ]
}
