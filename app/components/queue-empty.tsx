import { Link } from '@remix-run/react'

import { statusLabels, type Badge } from './status-badge.tsx'
import { fr } from './typography.ts'

/** No row to show: because of a search, because of a tab, or because nothing came yet. */
export function QueueEmpty({ search, filter, clear }: { search: string; filter: Badge | null; clear: string }) {
  return (
    <div className="empty">
      <p>{reason(search.trim(), filter)}</p>
      {search.trim() === '' && filter === null ? null : (
        <p>
          <Link to={clear}>Effacer les filtres</Link>
        </p>
      )}
    </div>
  )
}

function reason(search: string, filter: Badge | null): string {
  if (search !== '') return fr`Aucun résultat pour “${search}”.`
  if (filter !== null) return fr`Aucune demande dans « ${statusLabels[filter].label} ». Les prochaines arriveront ici.`
  return 'Aucune demande pour le moment. Les prochaines arriveront ici.'
}
