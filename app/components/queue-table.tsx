import { Link } from '@remix-run/react'

import type { Status } from '#events/request.ts'

import { calendarDay, elapsed, shortDateTime } from './dates.ts'
import { Icon } from './icon.tsx'
import { StatusBadge } from './status-badge.tsx'
import { fr } from './typography.ts'

export type QueueRowShown = {
  id: string
  firstNames: string | null
  lastName: string | null
  birthDate: string | null
  lifePath: { value: number; master: boolean } | null
  status: Status
  failed: boolean
  requestedAt: string
  waitingSince: string | null
}

export type SortName = 'received' | 'name' | 'waiting'
/** Where a click on the heading leads, and how the rows are sorted by it now. */
export type SortLink = { to: string; direction: 'asc' | 'desc' | null }

export type QueueTableProps = {
  rows: readonly QueueRowShown[]
  caption: string
  sorts: Record<SortName, SortLink>
  /** The present moment, ISO 8601. */
  now: string
}

/** Explicit roles: rows become grids on narrow screens, and a grid is no row to a screen reader. */
export function QueueTable({ rows, caption, sorts, now }: QueueTableProps) {
  return (
    <table className="queue" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Chemin de vie
          </th>
          <Heading sort={sorts.name}>Personne</Heading>
          <th role="columnheader" scope="col">
            État
          </th>
          <Heading sort={sorts.received}>Reçue</Heading>
          <Heading sort={sorts.waiting}>Attend depuis</Heading>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <QueueLine key={row.id} row={row} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Heading({ sort, children }: { sort: SortLink; children: string }) {
  const direction = sort.direction === 'asc' ? 'ascending' : 'descending'
  return (
    <th role="columnheader" scope="col" aria-sort={sort.direction === null ? undefined : direction}>
      <Link to={sort.to}>{children}</Link>
      {sort.direction === null ? null : <span aria-hidden="true">{sort.direction === 'asc' ? ' ↑' : ' ↓'}</span>}
    </th>
  )
}

function QueueLine({ row, now }: { row: QueueRowShown; now: string }) {
  return (
    <tr role="row">
      <td role="cell" className="number">
        {row.lifePath?.value ?? '–'} {row.lifePath?.master === true ? <span className="master">maître</span> : null}
      </td>
      <th role="rowheader" scope="row" className="person">
        <Link to={`/admin/requests/${row.id}`}>{fullName(row)}</Link>
        {row.birthDate === null ? null : <small>{fr`Naissance : ${calendarDay(row.birthDate)}`}</small>}
      </th>
      <td role="cell" className="state">
        <StatusBadge status={row.status} /> {row.failed ? <StatusBadge status="failed" /> : null}
      </td>
      <td role="cell" className="when">
        <time dateTime={row.requestedAt}>{shortDateTime(row.requestedAt)}</time>
      </td>
      <td role="cell" className="age">
        <Age row={row} now={now} />
      </td>
    </tr>
  )
}

function fullName({ firstNames, lastName }: QueueRowShown): string {
  const name = [firstNames, lastName].filter(Boolean).join(' ')
  return name === '' ? 'Personne effacée' : name
}

/** Hours after which a request has waited too long in its status; none where waiting is the customer's or a vendor's right. */
const patience: Partial<Record<Status, number>> = { requested: 24, writing: 1, drafted: 24, filming: 6, uncertain: 24 }

function Age({ row, now }: { row: QueueRowShown; now: string }) {
  if (row.waitingSince === null) return <>Terminée</>
  const hours = (Date.parse(now) - Date.parse(row.waitingSince)) / 3_600_000
  const age = elapsed(row.waitingSince, now)
  if (hours <= (patience[row.status] ?? Infinity)) return <>{age}</>
  return (
    <span className="late">
      <Icon name="clock" />
      {age}
      <span className="hidden">, en retard</span>
    </span>
  )
}
