/** Every request's history, one stream after the other, in pages of rows: a log of any length, in little memory. */
import type { Fact } from '#events/facts.ts'
import { isRequestStream } from '#events/facts.ts'

import type { Archive } from './archive.ts'
import { readFact, type ReadRow } from './stored-fact.ts'

type Row = ReadRow & { wrapped_key: Buffer | null }

const pageRows = 200

const page = {
  name: 'read_histories',
  text: `select e.stream, e.version, e.id, e.type, e.schema_version, e.machine_version, e.actor_kind, e.actor_id, e.command_id,
      e.causation_id, e.correlation_id, 
      to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at, e.body, k.wrapped_key
    from events e left join request_keys k on e.version = 1 and k.stream = e.stream and k.stream >= $1
    where (e.stream, e.version) > ($1, $2) order by e.stream, e.version limit ${pageRows}`,
}

export async function* readHistories({ database: { pool }, openKey }: Archive): AsyncGenerator<Fact[]> {
  // A connection of its own sends at once, so that the next page is on its way while this one is folded.
  const client = await pool.connect()
  try {
    const readAfter = (stream: string, version: number) => client.query<Row>({ ...page, values: [stream, version] })
    let history: Fact[] = []
    let key: Buffer | null = null
    let { rows } = await readAfter('', 0)
    for (let last = rows.at(-1); last; last = rows.at(-1)) {
      const next = readAfter(last.stream, last.version)
      // Awaited below; should a fact be unreadable before that, its failure is not to end the process.
      next.catch(() => undefined)
      for (const row of rows) {
        if (!isRequestStream(row.stream)) continue
        if (row.version === 1) {
          if (history.length > 0) yield history
          history = []
          key = row.wrapped_key ? openKey(row.wrapped_key, row.stream) : null
        }
        history.push(readFact(row, key))
      }
      rows = (await next).rows
    }
    if (history.length > 0) yield history
  } finally {
    client.release()
  }
}
