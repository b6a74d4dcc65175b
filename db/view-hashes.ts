/**
 * The living view against the rebuilt one: the hash of each row on both sides, kept in a table of the session. It is
 * made while writers go on; the rows that move meanwhile are hashed again, so that only those cost time under the lock.
 */
import type pg from 'pg'

type Difference = { id: string; columns: string[] }
export type Comparison = {
  /** How many rows differ. */
  differing: number
  /** The first of them by id, `mostNamed` at most. */
  differences: Difference[]
  /** SHA-256 of the rows' own, in the order of their ids; empty for an empty view. */
  hashBefore: string
  hashAfter: string
}

const mostNamed = 100

export const createHashes = (client: pg.PoolClient) =>
  client.query('create temporary table row_hashes (id uuid primary key, before bytea, after bytea)')

/** In SQL, of a row by its name. */
export const rowHash = (row: string) => `sha256(convert_to(${row}::text, 'UTF8'))`

/**
 * Hashes the living rows: all of them, or those that were folded again. After the fold, never before: a row that nobody
 * moved since then is of the version that was folded.
 */
export async function hashLiving(client: pg.PoolClient, ids: readonly string[] | null = null): Promise<void> {
  const which = ids === null ? '' : 'where id = any($1)'
  await client.query(
    `insert into row_hashes (id, before) select id, ${rowHash('r')} from book_requests r ${which}
     on conflict (id) do update set before = excluded.before`,
    ids === null ? [] : [ids],
  )
}

/**
 * Every row as it was hashed last. A row of the living view that somebody changes by hand after that, without a fact, is
 * replaced all the same, but not named.
 */
export async function compareViews(client: pg.PoolClient): Promise<Comparison> {
  const { rows } = await client.query<Omit<Comparison, 'differences'>>(
    `select count(*) filter (where before is distinct from after)::int as differing,
       ${digest('before')} as "hashBefore", ${digest('after')} as "hashAfter"
     from row_hashes`,
  )
  const [total] = rows
  if (!total) throw new Error('no comparison came back')
  return { ...total, differences: total.differing === 0 ? [] : await nameDifferences(client) }
}

const digest = (side: string) => `coalesce(encode(sha256(string_agg(${side}, ''::bytea order by id)), 'hex'), '')`

async function nameDifferences(client: pg.PoolClient): Promise<Difference[]> {
  const { rows } = await client.query<Difference>(
    `select id::text, (
       select coalesce(array_agg(key order by key), '{}') from jsonb_each(coalesce(to_jsonb(a), '{}')) e (key, value)
         full join jsonb_each(coalesce(to_jsonb(b), '{}')) f (key, value) using (key)
       where e.value is distinct from f.value) as columns
     from (select id from row_hashes where before is distinct from after order by id limit ${mostNamed}) d
       left join book_requests a using (id) left join book_requests_next b using (id)
     order by id`,
  )
  return rows
}
