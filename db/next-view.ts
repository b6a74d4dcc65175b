/** `book_requests_next`: the table that a rebuild fills beside the living `book_requests`, like it in every respect. */
import type pg from 'pg'

import { streamOf } from '#events/facts.ts'

import { rowHash } from './view-hashes.ts'
import type { BookRequestRow } from './view-row.ts'

/** Replaces one that a rebuild left behind when it lost its connection. */
export async function createNext(client: pg.PoolClient): Promise<void> {
  await dropNext(client)
  const { rows } = await client.query<{ options: string }>(
    `select coalesce('with (' || array_to_string(reloptions, ', ') || ')', '') as options
     from pg_class where oid = 'book_requests'::regclass`,
  )
  await client.query(
    `create table book_requests_next (like book_requests including all excluding indexes) ${rows[0]?.options ?? ''}`,
  )
}

export const dropNext = (client: pg.PoolClient) => client.query('drop table if exists book_requests_next')

/** Inserts them, and what `view-hashes.ts` is to know of them. */
export async function insertRows(client: pg.PoolClient, rows: readonly BookRequestRow[]): Promise<void> {
  if (rows.length === 0) return
  const text = `
    with fresh as (
      insert into book_requests_next select (r).* from json_populate_recordset(null::book_requests, $1) r returning *)
    insert into row_hashes (id, after) select id, ${rowHash('fresh')} from fresh`
  await client.query({ name: 'insert_rebuilt', text, values: [JSON.stringify(rows)] })
}

export async function replaceRows(client: pg.PoolClient, rows: readonly BookRequestRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  await client.query('delete from book_requests_next where id = any($1)', [ids])
  await client.query('delete from row_hashes where id = any($1)', [ids])
  await insertRows(client, rows)
}

/** A stream whose head is not what was folded of it: `folded` is the version that was, null for none. */
type Moved = { stream: string; folded: number | null }

export async function listMoved(client: pg.PoolClient): Promise<Moved[]> {
  const { rows } = await client.query<Moved>(
    `select s.stream, n.version as folded
     from streams s left join book_requests_next n on s.stream = $1 || n.id
     where starts_with(s.stream, $1) and n.version is distinct from s.version`,
    [streamOf('')],
  )
  return rows
}

/** Statistics and indexes, for which no writer should wait. @returns the names that the indexes are to have. */
export async function finishNext(pool: pg.Pool): Promise<string[]> {
  // Vacuumed, so that rows are counted by an index alone.
  await pool.query('vacuum (analyze) book_requests_next')
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'book_requests'::regclass`,
  )
  const left = rows.map(({ definition }) =>
    definition.replace(/ INDEX (\S+) ON (\S*)book_requests /, ' INDEX next_$1 ON $2book_requests_next '),
  )
  const build = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await pool.query(next)
  }
  await Promise.all([build(), build()])
  return rows.map(({ name }) => name)
}

/** Drops the living table and gives its names to the next one: the next rebuild and the migrations look for them. */
export async function takeOver(client: pg.PoolClient, indexes: readonly string[]): Promise<void> {
  const renamed = indexes.map((name) => `alter index next_${name} rename to ${name};`)
  await client.query(`
    drop table book_requests;
    alter table book_requests_next rename to book_requests;
    ${renamed.join('\n')}
    alter table book_requests add primary key using index book_requests_pkey`)
}

/** The counts of the queue, made anew. A fold of them that is under way is waited for. */
export const recount = (client: pg.PoolClient) =>
  client.query(`
    lock table request_counts in share row exclusive mode;
    delete from request_counts;
    insert into request_counts select status, count(*)::int from book_requests group by status;
    insert into request_counts select 'failed', count(*)::int from book_requests where last_failure is not null`)
