import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { LiveUpdates } from '#app/components/live-updates.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { QueueEmpty } from '#app/components/queue-empty.tsx'
import { QueueTable } from '#app/components/queue-table.tsx'
import { queueCaption, queueSummary } from '#app/components/queue-words.ts'
import { SearchForm } from '#app/components/search-form.tsx'
import { StatusTabs } from '#app/components/status-tabs.tsx'
import { pageQuery, readQueueQuery, sortLinks } from '#app/gate/queue-url.ts'
import { requireStaff } from '#app/gate/session.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  const query = readQueueQuery(new URL(args.request.url).searchParams)
  const page = await args.context.desk.listRequests(query)
  return { query: { ...query, page: page.page }, ...page }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && data.pages > 1 ? `File, page ${data.page} sur ${data.pages} · Récit` : 'File · Récit' },
]

export default function Queue() {
  const { query, rows, counts, all, total, page, pages, now } = useLoaderData<typeof loader>()
  const { search, filter, sort, direction } = query
  return (
    <>
      <LiveUpdates />
      <PageHead title="File">
        <p>{queueSummary(counts)}</p>
      </PageHead>
      <StatusTabs
        counts={counts}
        all={all}
        current={filter}
        href={(to) => pageQuery({ ...query, filter: to, page: 1 })}
      />
      <div className="stack">
        <SearchForm
          action="/admin"
          label="Chercher un nom, une adresse ou un numéro"
          value={search}
          kept={{ ...(filter ? { etat: filter } : {}), tri: sort, sens: direction }}
        />
        {rows.length === 0 ? (
          <QueueEmpty
            search={search}
            filter={filter}
            clear="/admin"
            everywhere={pageQuery({ ...query, filter: null, page: 1 })}
          />
        ) : (
          <QueueTable rows={rows} caption={queueCaption(total, query)} sorts={sortLinks(query)} now={now} />
        )}
        <Pagination page={page} pages={pages} href={(to) => pageQuery({ ...query, page: to })} />
      </div>
    </>
  )
}
