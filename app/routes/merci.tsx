import type { MetaFunction } from '@remix-run/node'

import { PageHead } from '#app/components/page-head.tsx'

export const meta: MetaFunction = () => [{ title: 'Merci · Récit' }]

export default function ThankYou() {
  return (
    <>
      <PageHead title="Merci, votre demande est bien arrivée" />
      <div className="stack prose">
        <p>
          Nous calculons vos nombres et nous écrivons votre texte. Une personne de notre équipe le relit avant que la
          vidéo soit réalisée. L’équipe vous écrit à votre adresse électronique quand la vidéo est prête.
        </p>
        <p>Vous pouvez fermer cette page.</p>
      </div>
    </>
  )
}
