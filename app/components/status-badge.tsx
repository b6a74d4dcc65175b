import type { Status } from '#events/request.ts'

import { Icon, type IconName } from './icon.tsx'

/** A status of the law, or one of the two things a view adds to it. */
export type Badge = Status | 'failed'
export type Tone = 'grey' | 'blue' | 'yellow' | 'green' | 'orange' | 'red' | 'violet'

/** One vocabulary for badges, tabs and the map of states. */
export const statusLabels: Record<Badge, { label: string; tone: Tone; icon: IconName }> = {
  requested: { label: 'Nouvelle', tone: 'grey', icon: 'plus' },
  writing: { label: 'En cours d’écriture', tone: 'blue', icon: 'pencil' },
  drafted: { label: 'À relire', tone: 'yellow', icon: 'eye' },
  approved: { label: 'Validé', tone: 'green', icon: 'tick' },
  filming: { label: 'En production', tone: 'blue', icon: 'camera' },
  uncertain: { label: 'Issue incertaine', tone: 'orange', icon: 'question' },
  ready: { label: 'Vidéo prête', tone: 'green', icon: 'play' },
  delivered: { label: 'Envoyée', tone: 'violet', icon: 'plane' },
  declined: { label: 'Refusée', tone: 'grey', icon: 'barred' },
  failed: { label: 'Échec', tone: 'red', icon: 'cross' },
}

/** Information, never a control. */
export function StatusBadge({ status }: { status: Badge }) {
  const { label, tone, icon } = statusLabels[status]
  return (
    <span className="badge" data-tone={tone}>
      <Icon name={icon} />
      {label}
    </span>
  )
}
