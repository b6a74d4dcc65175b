import { Form, Link } from '@remix-run/react'
import { useEffect, type ReactNode } from 'react'

import { focusHeading } from './arrival.tsx'
import { IntentButton } from './button.tsx'
import { longDateTime } from './dates.ts'
import { Hidden } from './hidden.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import type { ConflictShown } from './request-props.ts'
import { ScriptDiff } from './script-diff.tsx'
import { ScriptSection } from './script-section.tsx'
import { ScriptText } from './script-text.tsx'
import { sections } from './speech.ts'
import { StatusBadge } from './status-badge.tsx'
import { fr } from './typography.ts'

export type ConflictPageProps = {
  conflict: ConflictShown
  /** What this person typed; null when they decided without typing (decline, launch …). */
  draft: KeptDraft | null
  /** Whether the law lets anybody write now. */
  mayEdit: boolean
  /** The page of the request, where the form posts again. */
  requestUrl: string
  /** Hidden fields of the form: a new command id, the guard's token. */
  children?: ReactNode
}

/** Two people, one request. Nothing typed is lost: this person's text waits in a form that has seen the new version. */
export function ConflictPage(props: ConflictPageProps) {
  const { conflict, draft, requestUrl } = props
  const { by, fact, at, current } = conflict
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
        {draft === null ? null : <Mine {...props} draft={draft} />}
        {current.script === null ? null : <ScriptText script={current.script} title="Le texte enregistré" />}
        <p>
          <Link className="button" to={requestUrl} onClick={draft?.discard}>
            {draft === null ? 'Revenir à la demande' : 'Revenir à la demande sans mon texte'}
          </Link>
        </p>
      </div>
    </>
  )
}

type MineProps = ConflictPageProps & { draft: KeptDraft }

function Mine({ conflict: { current, actualVersion }, draft, mayEdit, requestUrl, children }: MineProps) {
  const { typed, rested } = draft
  return (
    <section className="lead" aria-labelledby="mine-title">
      <h2 id="mine-title">{current.script === null ? 'Votre texte' : 'Du texte enregistré au vôtre'}</h2>
      {current.script === null ? null : <ScriptDiff before={current.script} after={rested} />}
      <LeaveGuard unsaved />
      <Form
        className="script"
        method="post"
        action={requestUrl}
        autoComplete="off"
        ref={draft.form}
        onInput={draft.onInput}
        onSubmit={draft.onSubmit}
      >
        {children}
        <Hidden fields={{ version: actualVersion, textHash: current.textHash ?? '' }} />
        {sections.map(({ key, name }) => (
          <ScriptSection
            key={key}
            section={key}
            name={name}
            opened={typed[key]}
            now={rested[key]}
            readOnly={!mayEdit}
          />
        ))}
        <div className="decision">
          {mayEdit ? (
            <div className="row">
              <IntentButton intent="editScript" kind="primary" />
            </div>
          ) : null}
          <p className="small soft">{mayEdit ? consequence(current) : locked}</p>
        </div>
      </Form>
    </section>
  )
}

const locked =
  'Dans son état actuel, la demande ne prend pas d’autre texte. Le vôtre n’est pas enregistré. Il reste ici, vous pouvez le copier.'

function consequence({ status, script }: ConflictShown['current']): string {
  const kept =
    script === null ? '' : 'Enregistrer met votre texte à la place de celui de la demande, qui reste au journal.'
  if (status !== 'approved') return kept
  return fr`${kept} Attention : enregistrer annule aussi la validation du script. Il faudra le valider de nouveau.`
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
