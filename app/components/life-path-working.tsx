import { Fragment } from 'react'

export type LifePathShown = { value: number; path: number[]; master: boolean; debt: number | null }

/** The working, line by line, so that anyone can check it with a pencil. */
export function LifePathWorking({ birthDate, lifePath }: { birthDate: string; lifePath: LifePathShown }) {
  return (
    <details className="working">
      <summary>Le calcul du chemin de vie</summary>
      <p>
        {workingLines(birthDate, lifePath).map((line, index) => (
          <Fragment key={line}>
            {index === 0 ? null : <br />}
            {line}
          </Fragment>
        ))}
      </p>
      {lifePath.debt === null ? null : <p>Le calcul passe par {lifePath.debt}, une dette karmique.</p>}
      <p>Méthode verticale, date entière additionnée.</p>
    </details>
  )
}

/** « 18 + 4 + 1987 = 2009 », « 2 + 0 + 0 + 9 = 11, nombre maître conservé. » */
export function workingLines(birthDate: string, { value, path, master }: LifePathShown): string[] {
  const [year, month, day] = birthDate.split('-').map(Number)
  const sums = [`${day} + ${month} + ${year} = ${path[0] ?? value}`]
  path.slice(1).forEach((result, index) => sums.push(`${digits(path[index] ?? 0)} = ${result}`))
  const last = sums.length - 1
  return sums.map((sum, index) => (index < last ? sum : `${sum}${master ? ', nombre maître conservé' : ''}.`))
}

const digits = (n: number) => [...String(n)].join(' + ')
