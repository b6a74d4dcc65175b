import { Link } from '@remix-run/react'
import { useEffect, type ReactNode } from 'react'

import { focusHeading } from './arrival.tsx'
import { ConflictTexts } from './conflict-texts.tsx'
import { longDateTime } from './dates.ts'
import type { KeptDraft } from './kept-draft.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import type { ConflictShown } from './request-props.ts'
import { ScriptText } from './script-text.tsx'
import { StatusBadge } from './status-badge.tsx'

export type ConflictPageProps = {
  conflict: ConflictShown
  /** What this person typed; null when they decided without typing (decline, launch …). */
  draft: KeptDraft | null
  /** Whether the law lets anybody write now. */
  mayEdit: boolean
  /** What they wrote beside the script. */
  words?: ReactNode
  /** The page of the request, where the forms post again. */
  requestUrl: string
  /** Hidden fields of a form: a new command id, the guard's token. */
  children?: ReactNode
}

/** Two people, one request. Nothing typed is lost: this person's text waits in a form that has seen the new version. */
export function ConflictPage(props: ConflictPageProps) {
  const { conflict, draft, words, requestUrl } = props
  const { by, fact, at, current, actualVersion } = conflict
  useArrival()
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Demande', to: requestUrl }, { label: 'Conflit' }]}
        title="La demande a changé entre-temps"
      >
        <StatusBadge status={current.status} />
      </PageHead>
      <div className="stack">
        <Notice tone="orange" live="alert" title={`${by}, le ${longDateTime(at)}`}>
          <p>{fact}. Votre décision portait sur la version d’avant et n’a pas été enregistrée.</p>
        </Notice>
        {words}
        {draft === null ? (
          <>
            {current.script === null ? null : <ScriptText script={current.script} title="Le texte enregistré" />}
            <p>
              <Link className="button" to={requestUrl}>
                Revenir à la demande
              </Link>
            </p>
          </>
        ) : (
          <ConflictTexts key={actualVersion} {...props} draft={draft} />
        )}
      </div>
    </>
  )
}

const prefix = 'Conflit — '

/** The page comes in place of another one, without a load: to its top, to its heading, and under a name of its own. */
function useArrival(): void {
  useEffect(() => {
    window.scrollTo({ top: 0, behavior: 'instant' })
    focusHeading()
    return () => {
      document.title = document.title.replace(prefix, '')
    }
  }, [])
  // After each render: the title of the request may change meanwhile, and is written by somebody else.
  useEffect(() => {
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title
  })
}
