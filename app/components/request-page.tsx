/** The page of one request: the person's number in the margin, the words right of the rule, one decision. */
import { calendarDay } from './dates.ts'
import { PageHead } from './page-head.tsx'
import { RequestDecision } from './request-decision.tsx'
import { RequestMain } from './request-main.tsx'
import type { DraftedPageProps } from './request-props.ts'
import { fullName, requestNumber } from './request-words.ts'
import { RequestRefused } from './request-refused.tsx'
import { RequestSheet } from './request-sheet.tsx'
import { StatusBadge } from './status-badge.tsx'
import { Timeline } from './timeline.tsx'
import { fr } from './typography.ts'
import { VersionsLink } from './versions-link.tsx'

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
      <RequestSheet page={page} />
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
            <VersionsLink id={request.id} versions={page.versions} />
          </Timeline>
        </div>
      </div>
    </>
  )
}
