import { Link } from '@remix-run/react'

import type { FactType } from '#events/facts.ts'

import { ButtonLink } from './button.tsx'
import { factName } from './fact-name.ts'
import { fr } from './typography.ts'

export type ReplayProps = {
  /** The facts in order; step n is the n-th. */
  facts: readonly { type: FactType }[]
  step: number
  href: (step: number) => string
  /** What happens at the next step, as a sentence. */
  next?: string | undefined
}

/** The history as a row of steps. Plain links: going back in time is reading, not doing. */
export function Replay({ facts, step, href, next }: ReplayProps) {
  return (
    <nav className="lead" aria-label="Étapes du rejeu">
      <ol className="replay">
        {facts.map(({ type }, index) => (
          <Step key={index} n={index + 1} name={factName(type)} to={href(index + 1)} here={index + 1 === step} />
        ))}
      </ol>
      <div className="row small">
        {step > 1 ? <ButtonLink to={href(step - 1)}>Étape précédente</ButtonLink> : null}
        {step < facts.length ? <ButtonLink to={href(step + 1)}>Étape suivante</ButtonLink> : null}
        {next === undefined ? null : <span className="soft">{fr`Ensuite : ${next}`}</span>}
      </div>
    </nav>
  )
}

function Step({ n, name, to, here }: { n: number; name: string; to: string; here: boolean }) {
  return (
    <li>
      <Link to={to} preventScrollReset aria-label={fr`Étape ${n} : ${name}`} aria-current={here ? 'step' : undefined}>
        {n}
      </Link>
    </li>
  )
}
