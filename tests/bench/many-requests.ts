/** Many requests at once, for tables of a size: through SQL, because their histories are not what is measured. */
import type { Archive } from '#db/archive.ts'
import { project } from '#db/project.ts'
import { recordText } from '#db/record-text.ts'

import { appendOf, booked, edited, newStory } from '../setup/history.ts'

/** Rows of the view with their counts, and heads of as many streams. Ends with `analyze`, as the autovacuum would. */
export async function fillWithRequests(archive: Archive, count: number): Promise<void> {
  const { pool } = archive.database
  const view = project(appendOf(newStory(archive), [booked(), edited('Un texte.')]).after)
  await pool.query(
    `insert into book_requests select r.* from generate_series(1, $2::int) n,
      lateral jsonb_populate_record($1::text::book_requests, jsonb_build_object(
        'id', md5(n::text)::uuid, 'status', (array['requested', 'drafted', 'approved', 'ready', 'delivered'])[1 + n % 5],
        'last_name', 'Personne ' || n, 'sort_name', 'personne ' || n, 'search_text', 'ada personne ' || n,
        'requested_at', now() - n * interval '7 minutes', 'waiting_since', now() - n * interval '5 minutes')) r`,
    [recordText(view), count],
  )
  await pool.query('insert into request_counts select status, count(*)::int from book_requests group by status')
  await pool.query(
    "insert into streams select 'book_request-' || id, version, sha256(id::text::bytea) from book_requests on conflict do nothing",
  )
  await pool.query('vacuum analyze')
}
