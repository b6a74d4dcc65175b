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
      {correction === null || isAnswered(correction) ? null : (
        <Notice tone="yellow" title={titleOf(correction)}>
          <Comments comments={correction.comments} />
        </Notice>
      )}
    </>
  )
}

type Correction = NonNullable<RequestShown['correction']>

/** It holds nothing back, and each section it is about has changed. */
const isAnswered = ({ open, comments }: Correction): boolean =>
  !open && comments !== null && sections.every(({ key }) => comments[key] === '')

function titleOf({ by, at, open }: Correction): string {
  const asked = `Correction demandée par ${by}, le ${longDateTime(at)}`
  return open ? asked : `${asked}, en partie suivie`
}

function Comments({ comments }: Pick<Correction, 'comments'>) {
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
