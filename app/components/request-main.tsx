import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { elapsed } from './dates.ts'
import { Hidden } from './hidden.tsx'
import { Player } from './player.tsx'
import { problemSentence } from './problem-sentence.ts'
import { errorOf, type RequestPageProps } from './request-props.ts'
import { ScriptEditor } from './script-editor.tsx'
import { ScriptText } from './script-text.tsx'
import { Waiting } from './waiting.tsx'

const blank = { accueil: '', portrait: '', elan: '', annee: '', cloture: '' }

/** The words: to wait for, to write, to read, or to watch. */
export function RequestMain(props: RequestPageProps) {
  const { request, may, now } = props.page
  const { status, script } = request
  return (
    <>
      <Awaited status={status} awaits={request.awaits} since={elapsed(request.updatedAt, now)} />
      {request.videoUrl === null ? null : (
        <Player src={request.videoUrl} firstName={request.person.firstNames} lifePath={request.lifePath} />
      )}
      {may.editScript && status !== 'approved' ? (
        <Editor {...props} />
      ) : script === null ? null : (
        <ScriptText
          script={script}
          title={request.videoUrl === null ? 'Script' : 'Transcription'}
          timed={request.videoUrl !== null}
        />
      )}
    </>
  )
}

function Editor({ page: { request, may, forms }, refused }: RequestPageProps) {
  const typed = refused?.typed.script ?? undefined
  const error = errorOf(refused, 'script.accueil', problemSentence)
  return (
    <ScriptEditor
      action={`/admin/requests/${request.id}`}
      version={request.version}
      textHash={request.textHash}
      script={request.script ?? blank}
      typed={typed}
      problems={error === undefined ? {} : { accueil: error }}
    >
      <Hidden fields={forms.request} />
      <div className="row">
        {may.approveScript ? <IntentButton intent="approveScript" kind="primary" /> : null}
        <IntentButton intent="editScript" />
      </div>
      <p className="small soft">
        {may.approveScript
          ? 'Valider enregistre vos corrections et fige ce texte : toute retouche annule la validation.'
          : 'Vous pouvez aussi écrire ce script vous-même, section par section.'}
      </p>
    </ScriptEditor>
  )
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
      <p>ChatGPT a commencé. Arrêter garde le texte d’avant ; l’appel en cours peut être facturé.</p>
      <IntentButton intent="stopScript" />
    </Form>
  )
}
