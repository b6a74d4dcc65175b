import { Link } from '@remix-run/react'

import type { Status } from '#events/request.ts'

import { statusLabels } from './status-badge.tsx'
import { frenchNumber } from './typography.ts'

export type Filter = Status | 'failed'

/** The order of the work, then what left it. */
const order: readonly Filter[] = [
  'requested',
  'writing',
  'drafted',
  'approved',
  'filming',
  'uncertain',
  'ready',
  'delivered',
  'failed',
  'declined',
]

export type StatusTabsProps = {
  counts: Record<Filter, number>
  all: number
  current: Filter | null
  href: (filter: Filter | null) => string
}

export function StatusTabs({ counts, all, current, href }: StatusTabsProps) {
  return (
    <nav className="aside-start" aria-label="Demandes par état">
      <ul className="tabs">
        <Tab to={href(null)} label="Toutes" count={all} here={current === null} />
        {order.map((filter) => (
          <Tab
            key={filter}
            to={href(filter)}
            label={statusLabels[filter].label}
            count={counts[filter]}
            here={current === filter}
          />
        ))}
      </ul>
    </nav>
  )
}

function Tab({ to, label, count, here }: { to: string; label: string; count: number; here: boolean }) {
  return (
    <li>
      <Link to={to} aria-current={here ? 'page' : undefined}>
        {label} <span className="count">{frenchNumber(count)}</span>
      </Link>
    </li>
  )
}
