/** The queue of `book_requests`: filter, search, order, pages, and the counts of each status. */
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'

import { reading } from './database-away.ts'
import type { BookRequestsTable, Database, Tables } from './database.ts'
import { searchable } from './project.ts'

export type QueueQuery = {
  filter: string | null
  search: string
  sort: 'received' | 'name' | 'waiting'
  direction: 'asc' | 'desc'
  page: number
  pageSize: number
}

const orderColumns = { received: 'requested_at', name: 'sort_name', waiting: 'waiting_since' } as const
const queueColumns = [
  'id',
  'version',
  'updated_at',
  'first_names',
  'last_name',
  'birth_date',
  'numbers',
  'status',
  'last_failure',
  'requested_at',
  'waiting_since',
] as const

export type QueueRecord = Pick<BookRequestsTable, (typeof queueColumns)[number]> & {
  requested_at: Date
  updated_at: Date
  waiting_since: Date | null
}

export function createQueue({ kysely }: Database) {
  return {
    /** One page; past the end it is the last one. Counts are exact: each append adds its change, see `foldCounts`. */
    async listQueue(query: QueueQuery) {
      const counts = await reading(() => countByFilter(kysely))
      const total =
        query.search === '' ? totalOf(counts, query.filter) : await reading(() => countMatches(kysely, query))
      const pages = Math.max(1, Math.ceil(total / query.pageSize))
      const page = Math.min(Math.max(1, query.page), pages)
      const rows = (await reading(() => selectPage(kysely, { ...query, page }))) as unknown as QueueRecord[]
      return { rows, counts, total, page, pages }
    },

    /** Folds the recorded changes into one row a filter; writers go on meanwhile. */
    async foldCounts(): Promise<void> {
      await sql`with gone as (delete from request_counts returning filter, n)
        insert into request_counts select filter, sum(n)::int from gone group by filter having sum(n) <> 0`.execute(
        kysely,
      )
    },
  }
}

async function countByFilter(kysely: Kysely<Tables>): Promise<Record<string, number>> {
  const rows = await kysely
    .selectFrom('request_counts')
    .select(['filter', sql<string>`sum(n)`.as('n')])
    .groupBy('filter')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.filter, Number(row.n)]))
}

function totalOf(counts: Record<string, number>, filter: string | null): number {
  if (filter !== null) return counts[filter] ?? 0
  return Object.entries(counts).reduce((sum, [name, n]) => (name === 'failed' ? sum : sum + n), 0)
}

async function countMatches(kysely: Kysely<Tables>, query: QueueQuery): Promise<number> {
  const { n } = await matching(kysely.selectFrom('book_requests'), query)
    .select(sql<string>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

function selectPage(kysely: Kysely<Tables>, query: QueueQuery) {
  const column = orderColumns[query.sort]
  return matching(kysely.selectFrom('book_requests'), query)
    .select(queueColumns)
    .orderBy(column, (order) => (query.direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsFirst()))
    .orderBy('id', query.direction)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute()
}

type Query<O> = SelectQueryBuilder<Tables, 'book_requests', O>

function matching<O>(from: Query<O>, { filter, search }: QueueQuery): Query<O> {
  let query = from
  if (filter === 'failed') query = query.where('last_failure', 'is not', null)
  else if (filter !== null) query = query.where('status', '=', filter)
  for (const word of searchable(search).split(' ').filter(Boolean)) {
    query = query.where('search_text', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  }
  return query
}
