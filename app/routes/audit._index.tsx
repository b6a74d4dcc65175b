import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { shortDateTime } from '#app/components/dates.ts'
import { PageHead } from '#app/components/page-head.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { QueueEmpty } from '#app/components/queue-empty.tsx'
import { fullName } from '#app/components/request-words.ts'
import { SearchForm } from '#app/components/search-form.tsx'
import { StatusBadge } from '#app/components/status-badge.tsx'
import { counted } from '#app/components/typography.ts'
import { readQueueQuery } from '#app/gate/queue-url.ts'
import { requireStaff } from '#app/gate/session.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  const { search, page } = readQueueQuery(new URL(args.request.url).searchParams)
  return { search, ...(await args.context.desk.listHistories({ search, page })) }
}

export const meta: MetaFunction = () => [{ title: 'Journal · Récit' }]

export default function Journal() {
  const { rows, search, total, page, pages } = useLoaderData<typeof loader>()
  const href = (to: number) =>
    `/audit?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(to) }).toString()}`
  return (
    <>
      <PageHead title="Journal">
        <p>Chaque demande et tout ce qui lui est arrivé, étape par étape.</p>
      </PageHead>
      <div className="stack">
        <SearchForm action="/audit" label="Chercher un nom, une adresse ou un numéro" value={search} />
        {rows.length === 0 ? (
          <QueueEmpty search={search} filter={null} clear="/audit" />
        ) : (
          <Histories rows={rows} total={total} />
        )}
        <Pagination page={page} pages={pages} href={href} />
      </div>
    </>
  )
}

type HistoriesProps = { rows: ReturnType<typeof useLoaderData<typeof loader>>['rows']; total: number }

function Histories({ rows, total }: HistoriesProps) {
  return (
    <table className="queue" role="table">
      <caption>{counted(total, 'demande', 'demandes')}, les plus récentes d’abord</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Faits', 'Personne', 'État', 'Dernier fait'].map((heading) => (
            <th key={heading} role="columnheader" scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <td role="cell" className="number">
              {row.version}
            </td>
            <th role="rowheader" scope="row" className="person">
              <Link to={`/audit/${row.id}`}>{fullName(row)}</Link>
            </th>
            <td role="cell" className="state">
              <StatusBadge status={row.status} />
            </td>
            <td role="cell" className="when">
              <time dateTime={row.updatedAt}>{shortDateTime(row.updatedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
