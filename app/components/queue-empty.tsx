import { Link } from '@remix-run/react'

import { statusLabels, type Badge } from './status-badge.tsx'
import { fr } from './typography.ts'

export type QueueEmptyProps = {
  search: string
  filter: Badge | null
  /** The list without filter and search. */
  clear: string
  /** The same search without the filter; for a search inside a tab. */
  everywhere?: string
}

/** No row to show: because of a search, because of a tab, or because nothing came yet. And the way back. */
export function QueueEmpty({ search, filter, clear, everywhere }: QueueEmptyProps) {
  const searched = search.trim() !== ''
  return (
    <div className="empty">
      <p>{reason(search.trim(), filter)}</p>
      {searched && filter !== null && everywhere !== undefined ? (
        <p>
          <Link to={everywhere}>Chercher dans toutes les demandes</Link>
        </p>
      ) : null}
      {!searched && filter === null ? null : (
        <p>
          <Link to={clear}>{filter === null ? 'Effacer la recherche' : 'Effacer les filtres'}</Link>
        </p>
      )}
    </div>
  )
}

function reason(search: string, filter: Badge | null): string {
  const tab = filter === null ? null : statusLabels[filter].label
  if (search !== '' && tab !== null)
    return fr`Aucun résultat pour « ${search} » parmi les demandes de l'onglet « ${tab} ». Les autres n'ont pas été cherchées.`
  if (search !== '') return fr`Aucun résultat pour « ${search} ».`
  if (tab !== null) return fr`Aucune demande dans « ${tab} ». Les prochaines arriveront ici.`
  return 'Aucune demande pour le moment. Les prochaines arriveront ici.'
}
