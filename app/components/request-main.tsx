import { CorrectionNotice } from './correction-notice.tsx'
import { elapsed } from './dates.ts'
import { Player } from './player.tsx'
import { RequestEditor } from './request-editor.tsx'
import type { DraftedPageProps, RequestPageProps } from './request-props.ts'
import { ScriptText } from './script-text.tsx'
import { Waiting } from './waiting.tsx'
import { WordsToCopy } from './words-to-copy.tsx'
import { WritingProgress } from './writing-progress.tsx'

/** The words: to wait for, to write, to read, or to watch. */
export function RequestMain(props: DraftedPageProps) {
  const { page, draft, words } = props
  const { request, may } = page
  const { status, videoUrl } = request
  const writes = may.editScript && status !== 'approved'
  return (
    <>
      <Awaited page={page} />
      {videoUrl === null ? null : (
        <Player src={videoUrl} firstName={request.person.firstNames} lifePath={request.lifePath} />
      )}
      <CorrectionNotice request={request} />
      {/* What was typed stays before the person's eyes, whatever has become of the request. */}
      {writes || draft.dirty ? <RequestEditor {...props} /> : null}
      {may.approveScript ? null : <WordsToCopy words={words} intent="approveScript" />}
      {writes ? null : <Stored request={request} beside={draft.dirty} />}
    </>
  )
}

type Request = RequestPageProps['page']['request']

function Stored({ request: { status, script, videoUrl }, beside }: { request: Request; beside: boolean }) {
  if (script === null) return status === 'writing' ? null : <p className="soft">Aucun script pour le moment.</p>
  return <ScriptText script={script} title={titleOf(status, videoUrl, beside)} timed={videoUrl !== null} />
}

function titleOf(status: Request['status'], videoUrl: string | null, beside: boolean): string {
  if (videoUrl !== null) return 'Transcription'
  if (status === 'writing') return 'Le texte d’avant'
  return beside ? 'Le texte enregistré' : 'Script'
}

function Awaited({ page }: { page: RequestPageProps['page'] }) {
  const { status, awaits, updatedAt } = page.request
  const since = elapsed(updatedAt, page.now)
  if (status === 'writing') return <WritingProgress page={page} />
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
