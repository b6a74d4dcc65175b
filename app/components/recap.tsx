import type { ReactNode } from 'react'

export type RecapRow = { term: string; value: ReactNode }

/** What will happen, line by line, before a decision. */
export const Recap = ({ rows }: { rows: readonly RecapRow[] }) => <Terms className="recap" rows={rows} />

/** Amounts, the last line being the total. */
export const Sum = ({ rows }: { rows: readonly RecapRow[] }) => <Terms className="sum" rows={rows} />

/** The price as the hero of the check page. */
export function Price({ amount }: { amount: string }) {
  return (
    <p className="price">
      <small>environ</small> {amount}
    </p>
  )
}

function Terms({ className, rows }: { className: string; rows: readonly RecapRow[] }) {
  return (
    <dl className={className}>
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
