/** Every request's history, one stream after the other, in pages of rows: a log of any length, in little memory. */
import type { Fact } from '#events/facts.ts'
import { isRequestStream } from '#events/facts.ts'

import type { Archive } from './archive.ts'
import type { EventRow } from './stored-fact.ts'
import { readFact } from './stored-fact.ts'

type Row = EventRow & { wrapped_key: Buffer | null }

const pageRows = 5_000

const page = {
  name: 'read_histories',
  text: `select e.stream, e.version, e.id, e.type, e.schema_version, e.machine_version, e.actor_kind, e.actor_id, e.command_id,
      e.causation_id, e.correlation_id, e.recorded_at, e.body, k.wrapped_key
    from events e left join request_keys k on k.stream = e.stream
    where (e.stream, e.version) > ($1, $2) order by e.stream, e.version limit ${pageRows}`,
}

export async function* readHistories({ database: { pool }, openKey }: Archive): AsyncGenerator<Fact[]> {
  let history: Fact[] = []
  let key: Buffer | null = null
  let rows = await pool.query<Row>({ ...page, values: ['', 0] })
  while (rows.rows.length > 0) {
    const last = rows.rows.at(-1)
    // The next page is on its way while this one is folded.
    const next = pool.query<Row>({ ...page, values: [last?.stream, last?.version] })
    for (const row of rows.rows) {
      if (!isRequestStream(row.stream)) continue
      if (row.version === 1) {
        if (history.length > 0) yield history
        history = []
        key = row.wrapped_key ? openKey(row.wrapped_key, row.stream) : null
      }
      history.push(readFact(row, key))
    }
    rows = await next
  }
  if (history.length > 0) yield history
}
