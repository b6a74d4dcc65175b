import { LifePathNumber } from './hero-number.tsx'
import { memoryLabels, themeLabels } from './memory-words.ts'
import { NumberSheet } from './number-sheet.tsx'
import type { RequestPageProps, RequestShown } from './request-props.ts'
import { fr } from './typography.ts'

/** The margin of a request's page: the person's numbers, and what they confided. Nothing once erased. */
export function RequestSheet({ page: { request, working } }: Pick<RequestPageProps, 'page'>) {
  const { person, lifePath, sheet } = request
  if (lifePath === null) return null
  return (
    <section className="aside-start lead number-sheet" aria-label="Feuille de nombres">
      <LifePathNumber lifePath={lifePath} />
      {sheet === null ? null : <NumberSheet sheet={sheet} working={working} />}
      <Confided person={person} />
      {person.email === null ? null : <p className="small soft">{person.email}</p>}
    </section>
  )
}

/** Each memory was given with a consent of its own: without one it is not stored at all. */
function Confided({ person: { theme, memories } }: Pick<RequestShown, 'person'>) {
  const given = memories ?? []
  if (theme === null && given.length === 0) return null
  return (
    <details className="working">
      <summary>Ce que la personne a confié</summary>
      <dl className="confided">
        {theme === null ? null : <Entry term="Un thème">{themeLabels[theme]}</Entry>}
        {given.map(({ kind, text }) => (
          <Entry key={kind} term={memoryLabels[kind]} consent>
            {fr`« ${text} »`}
          </Entry>
        ))}
      </dl>
    </details>
  )
}

function Entry({ term, consent = false, children }: { term: string; consent?: boolean; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
      {consent ? <dd className="soft">Accord donné</dd> : null}
    </div>
  )
}
