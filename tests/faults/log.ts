/** The log as it stands in the database, asked from outside the house. */
import pg from 'pg'

import { until } from './child.ts'
import type { Promised } from './promised.ts'

export type FactRow = { type: string; at: number; attempt: string | null }

/** `connection` is asked each time: a restarted server may have moved. */
export function createLog(connection: () => pg.ClientConfig) {
  async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ ...connection(), connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<Row>(sql, values).finally(() => client.end())
    return rows
  }

  const facts = (requestId: string) =>
    ask<FactRow>(
      `select type, (extract(epoch from recorded_at) * 1000)::float8 as at, payload -> 'data' ->> 'attempt' as attempt
       from events where stream = $1 order by version`,
      [`book_request-${requestId}`],
    )

  return {
    ask,
    facts,

    hasFact: (requestId: string, type: string) =>
      facts(requestId).then((rows) => rows.some((fact) => fact.type === type)),

    /** The id of the request that was booked with this address. */
    async requestOf(email: string): Promise<string> {
      const [row] = await ask<{ id: string }>('select id from book_requests where email = $1', [email])
      if (!row) throw new Error(`no request of ${email}`)
      return row.id
    },

    waitForStatus: (requestId: string, status: string) =>
      until(`${requestId} to be ${status}`, async () => {
        const rows = await ask<{ status: string }>('select status from book_requests where id = $1', [requestId])
        return rows[0]?.status === status
      }),

    /** What was promised and has no fact. */
    missingFacts: (promised: readonly Promised[]) =>
      ask<Promised>(
        `select asked.fact, asked.of from unnest($1::text[], $2::text[]) asked (fact, "of")
         where not exists (select from events join book_requests r on stream = 'book_request-' || r.id
           where type = asked.fact and asked.of in (r.email, r.id::text))`,
        [promised.map(({ fact }) => fact), promised.map((one) => one.of)],
      ),

    /** Acknowledged deliveries that left no row. */
    async missingDeliveries(keys: readonly string[]): Promise<string[]> {
      const rows = await ask<{ key: string }>(
        `select asked.key from unnest($1::text[]) asked (key)
         where not exists (select from webhook_inbox where delivery_key = asked.key)`,
        [keys],
      )
      return rows.map(({ key }) => key)
    },

    /** The worker of each job that is in somebody's hands. */
    async workersAtWork(): Promise<string[]> {
      const sql = 'select locked_by from graphile_worker._private_jobs where locked_by is not null'
      return (await ask<{ locked_by: string }>(sql)).map((row) => row.locked_by)
    },

    async jobsLeft(): Promise<number> {
      const [row] = await ask<{ n: number }>('select count(*)::int as n from graphile_worker.jobs')
      return row?.n ?? -1
    },
  }
}
