import type { Script } from '#events/script.ts'

import { ConflictPage } from './conflict-page.tsx'
import { Hidden } from './hidden.tsx'
import { useKeptDraft, type Opened } from './kept-draft.ts'
import { LiveUpdates } from './live-updates.tsx'
import { RequestPage } from './request-page.tsx'
import type { Refused, RequestPageProps } from './request-props.ts'

const blank: Script = { accueil: '', portrait: '', elan: '', annee: '', cloture: '' }

/** The page of a request, or the conflict that a decision ran into; the text being written is the same in both. */
export function RequestDesk({ page, refused }: RequestPageProps) {
  const { id, version, textHash, script } = page.request
  const latest = { version, textHash, script: script ?? blank }
  const draft = useKeptDraft(latest, refused === null ? undefined : formBefore(refused, latest))
  const conflict = refused !== null && 'answer' in refused ? refused.answer.conflict : null
  if (refused !== null && conflict !== null) {
    return (
      <ConflictPage
        conflict={conflict}
        draft={refused.typed.script === null ? null : draft}
        mayEdit={page.may.editScript}
        requestUrl={`/admin/requests/${id}`}
      >
        <Hidden fields={page.forms.request} />
      </ConflictPage>
    )
  }
  return (
    <>
      <LiveUpdates only={id} />
      <RequestPage page={page} refused={refused} draft={draft} />
    </>
  )
}

/** What a refused form held, and the version it was written on. */
function formBefore({ typed }: Refused, latest: Opened): Opened | undefined {
  if (typed.script === null) return undefined
  const version = Number(typed.values['version'])
  return {
    version: Number.isInteger(version) ? version : latest.version,
    textHash: typed.values['textHash'] || null,
    script: typed.script,
  }
}
