/** The page of one request: the person's number in the margin, the words right of the rule, one decision. */
import { LifePathNumber } from './hero-number.tsx'
import { LifePathWorking } from './life-path-working.tsx'
import { calendarDay } from './dates.ts'
import { PageHead } from './page-head.tsx'
import { RequestDecision } from './request-decision.tsx'
import { RequestMain } from './request-main.tsx'
import type { DraftedPageProps, RequestPageProps } from './request-props.ts'
import { fullName, requestNumber } from './request-words.ts'
import { RequestRefused } from './request-refused.tsx'
import { StatusBadge } from './status-badge.tsx'
import { Timeline } from './timeline.tsx'
import { fr } from './typography.ts'

export function RequestPage(props: DraftedPageProps) {
  const { page } = props
  const { request, facts } = page
  const { birthDate } = request.person
  return (
    <>
      <PageHead
        crumbs={[{ label: 'File', to: '/admin' }, { label: fr`Demande n° ${requestNumber(request.id)}` }]}
        title={fullName(request.person)}
      >
        <StatusBadge status={request.status} />
        {request.lastFailure ? <StatusBadge status="failed" /> : null}
        {birthDate === null ? null : (
          <span>
            Naissance le <time dateTime={birthDate}>{calendarDay(birthDate)}</time>
          </span>
        )}
      </PageHead>
      <Sheet request={request} />
      <div className="split">
        <div className="stack">
          <RequestRefused {...props} />
          <RequestMain {...props} />
        </div>
        <div className="stack">
          <RequestDecision {...props} />
          <Timeline facts={facts}>
            <p className="small">
              <a href={`/audit/${request.id}`}>Rejouer dans le journal</a>
            </p>
          </Timeline>
        </div>
      </div>
    </>
  )
}

function Sheet({ request: { person, lifePath } }: { request: RequestPageProps['page']['request'] }) {
  return (
    <section className="aside-start lead" aria-label="Feuille de nombres">
      {lifePath === null ? null : <LifePathNumber lifePath={lifePath} />}
      {lifePath === null ? null : <LifePathWorking {...lifePath} />}
      {person.question === null ? null : (
        <details className="working">
          <summary>Ce que la personne a confié</summary>
          <blockquote>
            <p>{fr`« ${person.question} »`}</p>
          </blockquote>
        </details>
      )}
      {person.email === null ? null : <p className="small soft">{person.email}</p>}
    </section>
  )
}
