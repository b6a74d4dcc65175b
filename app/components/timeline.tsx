import type { ReactNode } from 'react'

import { longDateTime } from './dates.ts'
import { factSentence, type ToldFact } from './fact-sentence.ts'

export type TimelineFactShown = ToldFact & { id: string; version: number; recordedAt: string }

/** What happened, newest first. Takes the facts oldest first, as the desk reads them. */
export function Timeline({ facts, children }: { facts: readonly TimelineFactShown[]; children?: ReactNode }) {
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
              <p>{factSentence(fact)}</p>
              <time dateTime={fact.recordedAt}>{longDateTime(fact.recordedAt)}</time>
            </div>
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}
