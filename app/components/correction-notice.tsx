import { longDateTime } from './dates.ts'
import { Notice } from './notice.tsx'
import type { RequestShown } from './request-props.ts'
import { sections } from './speech.ts'
import { fr } from './typography.ts'

/** What has become of an approval, and what somebody asked to be corrected. */
export function CorrectionNotice({ request }: { request: RequestShown }) {
  const { correction, cancelledApproval: cancelled } = request
  return (
    <>
      {cancelled === null ? null : (
        <Notice tone="orange" title="La validation est annulée">
          <p>
            {fr`La validation de ${cancelled.by} du ${longDateTime(cancelled.at)} est annulée : ${cancelled.cancelledBy}`}{' '}
            {correction?.at === cancelled.cancelledAt ? 'a demandé une correction' : 'a changé le texte'} le{' '}
            {longDateTime(cancelled.cancelledAt)}.
          </p>
        </Notice>
      )}
      {correction === null ? null : (
        <Notice tone="yellow" title={`${correction.by} demande une correction, le ${longDateTime(correction.at)}`}>
          <Comments comments={correction.comments} />
        </Notice>
      )}
    </>
  )
}

function Comments({ comments }: { comments: NonNullable<RequestShown['correction']>['comments'] }) {
  if (comments === null) return <p>Les commentaires sont effacés.</p>
  return (
    <ul>
      {sections.map(({ key, name }) =>
        comments[key] === '' ? null : (
          <li key={key}>
            {fr`${name} : `}
            {comments[key]}
          </li>
        ),
      )}
    </ul>
  )
}
