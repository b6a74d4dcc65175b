import { Form } from '@remix-run/react'

import { elapsed } from './dates.ts'
import { Hidden } from './hidden.tsx'
import { IntentButton } from './button.tsx'
import { Player } from './player.tsx'
import { RequestEditor } from './request-editor.tsx'
import type { DraftedPageProps, RequestPageProps } from './request-props.ts'
import { ScriptText } from './script-text.tsx'
import { fr } from './typography.ts'
import { Waiting } from './waiting.tsx'

/** The words: to wait for, to write, to read, or to watch. */
export function RequestMain(props: DraftedPageProps) {
  const { request, may, now } = props.page
  const { status, script, videoUrl } = request
  const writes = may.editScript && status !== 'approved'
  return (
    <>
      <Awaited status={status} awaits={request.awaits} since={elapsed(request.updatedAt, now)} />
      {videoUrl === null ? null : (
        <Player src={videoUrl} firstName={request.person.firstNames} lifePath={request.lifePath} />
      )}
      {/* What was typed stays before the person's eyes, whatever has become of the request. */}
      {writes || props.draft.dirty ? <RequestEditor {...props} /> : null}
      {writes ? null : <Stored script={script} filmed={videoUrl !== null} beside={props.draft.dirty} />}
    </>
  )
}

type StoredProps = { script: RequestPageProps['page']['request']['script']; filmed: boolean; beside: boolean }

function Stored({ script, filmed, beside }: StoredProps) {
  if (script === null) return <p className="soft">Aucun script pour le moment.</p>
  const title = filmed ? 'Transcription' : beside ? 'Le texte enregistré' : 'Script'
  return <ScriptText script={script} title={title} timed={filmed} />
}

function Awaited({ status, awaits, since }: { status: string; awaits: string | null; since: string }) {
  if (status === 'writing') return <Waiting sentence="ChatGPT écrit le script." since={since} />
  if (status === 'filming') {
    return (
      <Waiting
        sentence={awaits === 'film' ? 'La vidéo part chez HeyGen.' : 'HeyGen réalise la vidéo.'}
        since={since}
        advice="Cinq minutes de vidéo prennent souvent une demi-heure ou plus. Cette page se met à jour toute seule."
      />
    )
  }
  if (awaits === 'archive') return <Waiting sentence="La vidéo est prête. Nous la copions chez nous." since={since} />
  return null
}

/** « Arrêter » while ChatGPT writes. */
export function StopForm({ page: { request, forms } }: RequestPageProps) {
  return (
    <Form className="box" method="post" action={`/admin/requests/${request.id}`} aria-label="Arrêter l’écriture">
      <Hidden fields={{ ...forms.request, version: request.version }} />
      <p>{fr`ChatGPT a commencé. Arrêter garde le texte d'avant ; l'appel en cours peut être facturé.`}</p>
      <IntentButton intent="stopScript" />
    </Form>
  )
}
