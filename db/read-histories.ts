/** Requests' histories, one stream after the other: of the whole log, of any length, in little memory; or of some streams. */
import type { Pool } from 'pg'

import { isRequestStream, type Fact } from '#events/facts.ts'

import type { Archive } from './archive.ts'
import { eventColumns, readFact, type ReadRow } from './stored-fact.ts'

type Row = ReadRow & { wrapped_key: Buffer | null }

const pageRows = 200
const streamsAtOnce = 50

/** Every request of the log. @throws when a fact cannot be read */
export const readHistories = ({ database: { pool }, openKey }: Archive) => histories(wholeLog(pool), openKey)

/** These requests' only. A stream without facts has no history, and is left out. @throws when a fact cannot be read */
export const readHistoriesOf = ({ database: { pool }, openKey }: Archive, streams: readonly string[]) =>
  histories(someStreams(pool, streams), openKey)

/** `pages` are ordered by stream and version; a history may begin on one and end on another. */
async function* histories(pages: AsyncIterable<Row[]>, openKey: Archive['openKey']): AsyncGenerator<Fact[]> {
  let history: Fact[] = []
  let stream = ''
  let key: Buffer | null = null
  for await (const rows of pages) {
    for (const row of rows) {
      if (!isRequestStream(row.stream)) continue
      if (row.stream !== stream) {
        if (history.length > 0) yield history
        history = []
        stream = row.stream
        key = row.wrapped_key ? openKey(row.wrapped_key, stream) : null
      }
      history.push(readFact(row, key))
    }
  }
  if (history.length > 0) yield history
}

// The key comes with the first fact only: it is the same for all of them.
const columns = `${eventColumns}, k.wrapped_key,
  to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at`

const page = {
  name: 'read_histories',
  text: `select ${columns}
    from events e left join request_keys k on e.version = 1 and k.stream = e.stream and k.stream >= $1
    where (e.stream, e.version) > ($1, $2) order by e.stream, e.version limit ${pageRows}`,
}

async function* wholeLog(pool: Pool): AsyncGenerator<Row[]> {
  // A connection of its own sends at once, so that the next page is on its way while this one is folded.
  const client = await pool.connect()
  try {
    const readAfter = (stream: string, version: number) => client.query<Row>({ ...page, values: [stream, version] })
    let next = readAfter('', 0)
    for (;;) {
      const { rows } = await next
      const last = rows.at(-1)
      if (!last) return
      next = readAfter(last.stream, last.version)
      // Awaited above; should a fact be unreadable before that, its failure is not to end the process.
      next.catch(() => undefined)
      yield rows
    }
  } finally {
    client.release()
  }
}

const some = {
  name: 'read_histories_of',
  text: `select ${columns} from events e left join request_keys k on e.version = 1 and k.stream = e.stream
    where e.stream = any($1) order by e.stream, e.version`,
}

async function* someStreams(pool: Pool, streams: readonly string[]): AsyncGenerator<Row[]> {
  for (let n = 0; n < streams.length; n += streamsAtOnce) {
    const { rows } = await pool.query<Row>({ ...some, values: [streams.slice(n, n + streamsAtOnce)] })
    yield rows
  }
}
