import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { FactType } from '#events/facts.ts'
import type { Status } from '#events/request.ts'
import type { Script } from '#events/script.ts'

import { ButtonLink, IntentButton } from './button.tsx'
import { longDateTime } from './dates.ts'
import { Diff } from './diff.tsx'
import { factName } from './fact-name.ts'
import { Hidden } from './hidden.tsx'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { ScriptSection } from './script-section.tsx'
import { ScriptText } from './script-text.tsx'
import { joined, sections } from './speech.ts'
import { StatusBadge } from './status-badge.tsx'

export type ConflictPageProps = {
  conflict: {
    actualVersion: number
    by: string
    fact: FactType
    at: string
    current: { status: Status; script: Script | null; textHash: string | null }
  }
  /** What this person typed; null when they decided without typing (approve, launch …). */
  typed: Script | null
  /** The page of the request, where the form posts again. */
  requestUrl: string
  /** Hidden fields of the form: a new command id, the guard's token. */
  children?: ReactNode
}

/** Two people, one request. Nothing typed is lost: this person's text waits in a form that has seen the new version. */
export function ConflictPage({ conflict, typed, requestUrl, children }: ConflictPageProps) {
  const { by, fact, at, current } = conflict
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
          <p>{factName(fact)}. Votre décision portait sur la version d’avant et n’a pas été enregistrée.</p>
        </Notice>
        {typed === null ? null : <Mine conflict={conflict} typed={typed} requestUrl={requestUrl} hidden={children} />}
        {current.script === null ? null : <ScriptText script={current.script} title="Le texte enregistré" />}
        <p>
          <ButtonLink to={requestUrl}>Revenir à la demande</ButtonLink>
        </p>
      </div>
    </>
  )
}

type MineProps = { conflict: ConflictPageProps['conflict']; typed: Script; requestUrl: string; hidden: ReactNode }

function Mine({ conflict, typed, requestUrl, hidden }: MineProps) {
  const { current, actualVersion } = conflict
  return (
    <section className="lead" aria-labelledby="mine-title">
      <h2 id="mine-title">Du texte enregistré au vôtre</h2>
      {current.script === null ? null : <Diff before={joined(current.script)} after={joined(typed)} />}
      <Form className="script" method="post" action={requestUrl}>
        {hidden}
        <Hidden fields={{ version: actualVersion, textHash: current.textHash ?? '' }} />
        {sections.map(({ key, name }) => (
          <ScriptSection key={key} section={key} name={name} opened={typed[key]} now={typed[key]} />
        ))}
        <div className="decision">
          <div className="row">
            <IntentButton intent="editScript" kind="primary" />
          </div>
          <p className="small soft">
            Enregistrer met votre texte à la place de celui de {conflict.by}, qui reste au journal.
          </p>
        </div>
      </Form>
    </section>
  )
}
