import { Fragment } from 'react'

/** `sums`: the working, line by line (`life-path-sums.ts`). */
export function LifePathWorking({ sums, debt }: { sums: readonly string[]; debt: number | null }) {
  return (
    <details className="working">
      <summary>Le calcul du chemin de vie</summary>
      <p>
        {sums.map((line, index) => (
          <Fragment key={line}>
            {index === 0 ? null : <br />}
            {line}
          </Fragment>
        ))}
      </p>
      {debt === null ? null : <p>Le calcul passe par {debt}, une dette karmique.</p>}
      <p>Méthode verticale, date entière additionnée.</p>
    </details>
  )
}
