import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'

export type Crumb = { label: string; to?: string }

/** Breadcrumb, the page's only h1, and the line of badges and facts under it. */
export function PageHead({ crumbs = [], title, children }: { crumbs?: Crumb[]; title: string; children?: ReactNode }) {
  return (
    <div className="lead">
      {crumbs.length === 0 ? null : <Crumbs crumbs={crumbs} />}
      <h1>{title}</h1>
      {children === undefined ? null : <div className="row">{children}</div>}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Fil d’Ariane" className="crumbs">
      {crumbs.map(({ label, to }, index) => (
        <Fragment key={label}>
          {index === 0 ? null : <span aria-hidden="true">›</span>}
          {to === undefined ? <span aria-current="page">{label}</span> : <Link to={to}>{label}</Link>}
        </Fragment>
      ))}
    </nav>
  )
}
