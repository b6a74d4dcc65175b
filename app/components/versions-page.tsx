import type { Status } from '#events/request.ts'

import { PageHead } from './page-head.tsx'
import type { FormFields } from './request-props.ts'
import { fullName } from './request-words.ts'
import { StatusBadge } from './status-badge.tsx'
import type { VersionShown } from './told-version.ts'
import { counted } from './typography.ts'
import { VersionCompare, type Compared } from './version-compare.tsx'
import { VersionList } from './version-list.tsx'

export type VersionsPageProps = {
  id: string
  status: Status
  person: { firstNames: string | null; lastName: string | null }
  /** Newest first. */
  versions: readonly VersionShown[]
  /** Null where there are not two texts. */
  compared: Compared | null
  /** What a restore says was seen, and its guard; null for who may not restore. */
  restore: (FormFields & { version: number }) | null
}

/** The texts that a request has had: what each was, what changed between any two, and a way back to each. */
export function VersionsPage({ id, status, person, versions, compared, restore }: VersionsPageProps) {
  const requestUrl = `/admin/requests/${id}`
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'File', to: '/admin' },
          { label: fullName(person), to: requestUrl },
          { label: 'Versions du texte' },
        ]}
        title="Versions du texte"
      >
        <StatusBadge status={status} />
        <span>{counted(versions.length, 'version', 'versions')}</span>
      </PageHead>
      <div className="stack">
        <section className="lead" aria-label="Toutes les versions">
          {versions.length === 0 ? <p>Aucun texte n’est encore écrit.</p> : null}
          {restore === null || versions.every(({ restores }) => restores === null) ? null : (
            <p className="soft prose">{consequence(status)}</p>
          )}
          <VersionList versions={versions} requestUrl={requestUrl} restore={restore} />
        </section>
        {compared === null ? null : <VersionCompare versions={versions} requestUrl={requestUrl} compared={compared} />}
      </div>
    </>
  )
}

function consequence(status: Status): string {
  const what =
    'Reprendre un texte en fait le texte actuel. Celui d’aujourd’hui reste dans cette liste. Ce que vous avez tapé sans l’enregistrer est perdu.'
  return status === 'approved' ? `${what} Attention, le script est validé. Reprendre annule cette validation.` : what
}
