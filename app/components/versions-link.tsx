import { Link } from '@remix-run/react'

import { counted } from './typography.ts'

/** To all texts of a request, where there is one. */
export function VersionsLink({ id, versions }: { id: string; versions: number }) {
  if (versions === 0) return null
  return (
    <p className="small">
      <Link to={`/admin/requests/${id}/versions`}>{counted(versions, 'version du texte', 'versions du texte')}</Link>
    </p>
  )
}
