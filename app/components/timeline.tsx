import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { longDateTime } from './dates.ts'
import type { FactShown } from './told-fact.ts'

export type TimelineProps = {
  facts: readonly FactShown[]
  /** In a replay: the step looked at, and where each step is looked at. */
  replay?: { step: number; href: (step: number) => string }
  children?: ReactNode
}

/** What happened, newest first. Takes the facts oldest first, as the desk reads them. */
export function Timeline({ facts, replay, children }: TimelineProps) {
  return (
    <section aria-labelledby="timeline-title" className="lead">
      <h2 id="timeline-title">Ce qui s’est passé</h2>
      <ol className="facts" reversed>
        {facts.toReversed().map((fact) => (
          <li key={fact.id}>
            <span className="n" aria-hidden="true">
              {fact.version}
            </span>
            <div>
              {replay === undefined ? (
                <p>{fact.sentence}</p>
              ) : (
                <StepLink to={replay.href(fact.version)} here={fact.version === replay.step}>
                  {fact.sentence}
                </StepLink>
              )}
              <time dateTime={fact.recordedAt}>{longDateTime(fact.recordedAt)}</time>
            </div>
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}

/** Only the step looked at stands out, wherever it is in the list. */
function StepLink({ to, here, children }: { to: string; here: boolean; children: string }) {
  const link = (
    <Link to={to} aria-current={here ? 'step' : undefined}>
      {children}
    </Link>
  )
  return here ? <strong>{link}</strong> : link
}
