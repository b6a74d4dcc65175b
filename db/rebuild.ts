/**
 * The rebuild: `book_requests` is folded anew from the log beside the living one, compared row by row, and swapped in.
 *
 * 1. Without a lock, all streams are folded into a fresh table, while writers go on.
 * 2. Under the exclusive lock of the view (writers hold it shared), the streams whose head has moved are folded again,
 *    both tables are compared by hash, and the names are swapped. Writers wait only for this part.
 */
import type pg from 'pg'

import { isRequestStream } from '#events/facts.ts'

import type { Archive } from './archive.ts'
import { openDatabase } from './database.ts'
import { houseBody } from './house-fact.ts'
import { readHistories } from './read-histories.ts'
import { project } from './project.ts'
import type { BookRequestRow } from './view-row.ts'

export type Difference = { id: string; columns: string[] }
export type Rebuilt = {
  facts: number
  requests: number
  differences: Difference[]
  hashBefore: string
  hashAfter: string
}

export type RebuildOptions = {
  /** Compares only: the fresh table is thrown away, nothing is swapped and nothing recorded. */
  dryRun?: boolean
  /** For the fact that records the rebuild. */
  fact?: { id: string; commandId: string; at: string }
}

const batchRows = 100

/** @throws when a history is not legal or cannot be read: the living view stays as it is. */
export async function rebuildView(archive: Archive, { dryRun = false, fact }: RebuildOptions = {}): Promise<Rebuilt> {
  // Connections of its own: pages give up after 4 s, a rebuild takes the time it needs. What is lost fails in its query.
  const database = openDatabase(archive.connection, () => undefined, { patience: 'long', max: 3 })
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock(7201, 2)')
    await client.query('drop table if exists book_requests_next')
    await client.query(
      'create table book_requests_next (like book_requests including defaults including storage) with (fillfactor = 70)',
    )
    const done = await foldAll({ ...archive, database }, client)
    return await swap({ ...archive, database }, client, { ...done, dryRun, fact })
  } finally {
    // On a lost connection it stays behind; the next rebuild drops it.
    await client.query('drop table if exists book_requests_next').catch(() => undefined)
    client.release()
    await database.close()
  }
}

type Folded = { facts: number; requests: number; heads: Map<string, number> }

async function foldAll(archive: Archive, client: pg.PoolClient): Promise<Folded> {
  const folded: Folded = { facts: 0, requests: 0, heads: new Map() }
  let rows: BookRequestRow[] = []
  // One batch is on its way while the next one is folded.
  let inserted = Promise.resolve()
  for await (const history of readHistories(archive)) {
    rows.push(project(history))
    folded.facts += history.length
    folded.requests += 1
    const last = history.at(-1)
    if (last) folded.heads.set(last.stream, last.version)
    if (rows.length === batchRows) {
      await inserted
      inserted = insert(client, rows)
      // Awaited with the next batch, unless the fold fails before.
      inserted.catch(() => undefined)
      rows = []
    }
  }
  await inserted
  await insert(client, rows)
  return folded
}

async function insert(client: pg.PoolClient, rows: readonly BookRequestRow[]): Promise<void> {
  if (rows.length === 0) return
  const text = 'insert into book_requests_next select (r).* from json_populate_recordset(null::book_requests, $1) r'
  await client.query({ name: 'insert_rebuilt', text, values: [JSON.stringify(rows)] })
}

async function swap(
  archive: Archive,
  client: pg.PoolClient,
  { facts, requests, heads, dryRun, fact }: Folded & { dryRun: boolean; fact: RebuildOptions['fact'] },
): Promise<Rebuilt> {
  // Indexes are made before the lock: writers should not wait for them.
  await indexLike(client)
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock(7201, 1)')
    const tail = await foldMoved(archive, client, heads)
    const [hashBefore, hashAfter] = await Promise.all([
      hashOf(archive.database.pool, 'book_requests'),
      hashOf(client, 'book_requests_next'),
    ])
    const differences = hashBefore === hashAfter ? [] : await compare(client)
    const rebuilt = {
      facts: facts + tail.facts,
      requests: requests + tail.requests,
      differences,
      hashBefore,
      hashAfter,
    }
    if (dryRun) {
      await client.query('rollback')
      return rebuilt
    }
    await client.query('drop table book_requests; alter table book_requests_next rename to book_requests')
    await renameIndexes(client)
    await client.query(recount)
    if (fact) await record(client, rebuilt, fact)
    await client.query('commit')
    return rebuilt
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Streams that were written while the fold ran; new ones included. */
async function foldMoved(archive: Archive, client: pg.PoolClient, heads: Map<string, number>) {
  const { rows } = await client.query<{ stream: string; version: number }>('select stream, version from streams')
  const moved = rows.filter(({ stream, version }) => isRequestStream(stream) && heads.get(stream) !== version)
  let facts = 0
  let requests = 0
  for (const { stream, version } of moved) {
    const row = project((await archive.readStream(stream)).facts)
    await client.query('delete from book_requests_next where id = $1', [row.id])
    await insert(client, [row])
    facts += version - (heads.get(stream) ?? 0)
    requests += heads.has(stream) ? 0 : 1
  }
  return { facts, requests }
}

async function compare(client: pg.PoolClient): Promise<Difference[]> {
  const { rows } = await client.query<{ id: string; columns: string[] }>(`
    select coalesce(a.id, b.id)::text as id,
      (select coalesce(array_agg(key order by key), '{}') from jsonb_each(coalesce(to_jsonb(a), '{}') ) e(key, value)
        full join jsonb_each(coalesce(to_jsonb(b), '{}')) f(key, value) using (key)
        where e.value is distinct from f.value) as columns
    from book_requests a full join book_requests_next b using (id)
    where a is distinct from b limit 100`)
  return rows
}

async function hashOf(client: pg.Pool | pg.PoolClient, table: 'book_requests' | 'book_requests_next'): Promise<string> {
  const { rows } = await client.query<{ hash: string | null }>(
    `select encode(sha256(string_agg(sha256(convert_to(row(x.*)::text, 'UTF8')), ''::bytea order by id)), 'hex') as hash from ${table} x`,
  )
  return rows[0]?.hash ?? ''
}

/** The names of the living table's indexes, so that the next rebuild and the migrations find them. */
async function indexLike(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    "select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'book_requests'::regclass",
  )
  for (const { definition } of rows) {
    const next = definition
      .replace(/INDEX (\S+) ON (\S+)/, 'INDEX next_$1 ON public.book_requests_next')
      .replace('next_public.', 'next_')
    await client.query(next)
  }
}

async function renameIndexes(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'i' and relname like 'next\\_book\\_requests%'",
  )
  for (const { name } of rows) await client.query(`alter index ${name} rename to ${name.slice('next_'.length)}`)
  await client.query('alter table book_requests add primary key using index book_requests_pkey')
}

const recount = `
  lock table request_counts in share row exclusive mode;
  delete from request_counts;
  insert into request_counts select status, count(*)::int from book_requests group by status;
  insert into request_counts select 'failed', count(*)::int from book_requests where last_failure is not null`

async function record(
  client: pg.PoolClient,
  rebuilt: Rebuilt,
  fact: NonNullable<RebuildOptions['fact']>,
): Promise<void> {
  const { differences, ...rest } = rebuilt
  const body = houseBody('ViewRebuilt', { ...rest, differences: differences.length })
  const { rows } = await client.query<{ version: number }>("select version from streams where stream = 'house'")
  await client.query('select append_facts($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)', [
    ...['house', rows[0]?.version ?? 0, fact.commandId, 'rebuildView', [fact.id], ['ViewRebuilt'], [1], [body]],
    ...['1', 'system', 'rebuild', null, null, fact.at, null, null, '[]'],
  ])
}
