/**
 * The rebuild: `book_requests` is folded anew from the log beside the living one, compared row by row, and swapped in.
 *
 * 1. Without a lock, while writers go on: all streams are folded into a fresh table, which gets its indexes, and each
 *    row of both tables its hash. Streams that moved meanwhile are folded again, until few are left.
 * 2. Under the exclusive lock of the view (writers hold it shared): these few, the comparison, the swap of the names.
 */
import { setTimeout as pause } from 'node:timers/promises'

import type pg from 'pg'

import type { Archive } from './archive.ts'
import { openDatabase } from './database.ts'
import { houseBody } from './house-fact.ts'
import { appendText } from './log.ts'
import { createNext, dropNext, finishNext, insertRows, listMoved, recount, replaceRows, takeOver } from './next-view.ts'
import { project } from './project.ts'
import { readHistories, readHistoriesOf } from './read-histories.ts'
import { compareViews, createHashes, hashLiving, type Comparison } from './view-hashes.ts'
import type { BookRequestRow } from './view-row.ts'

type Tally = { facts: number; requests: number }
export type Rebuilt = Tally & Comparison

export type RebuildOptions = {
  /** Compares only: the fresh table is thrown away, nothing is swapped and nothing recorded. */
  dryRun?: boolean
  /** For the fact that records the rebuild. */
  fact?: { id: string; commandId: string; at: string }
}

const batchRows = 100
/** So few moved streams are left to the time under the lock. */
const fewStreams = 50
const mostPasses = 10
/**
 * While the swap waits for a lock all writers wait behind it, and they give up after their `lock_timeout` (`database.ts`):
 * the swap gives way before that, although it may have to wait three times, for the view, its table and the counts.
 */
const lockWait = '700ms'
const mostSwaps = 10

/** @throws when a history is not legal or cannot be read, or writers never pause: the living view stays as it is. */
export async function rebuildView(archive: Archive, options: RebuildOptions = {}): Promise<Rebuilt> {
  // Connections of its own: pages give up after some seconds, a rebuild takes the time it needs. What is lost fails in
  // its query.
  const database = openDatabase(archive.connection, () => undefined, { patience: 'long', max: 3 })
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock(7201, 2)')
    return await rebuild({ archive: { ...archive, database }, client }, options)
  } finally {
    // On a lost connection it stays behind; the next rebuild drops it.
    await dropNext(client).catch(() => undefined)
    client.release()
    await database.close()
  }
}

type Site = { archive: Archive; client: pg.PoolClient }

async function rebuild(site: Site, options: RebuildOptions): Promise<Rebuilt> {
  await createNext(site.client)
  await createHashes(site.client)
  let tally = await foldAll(site)
  const [indexes] = await Promise.all([finishNext(site.archive.database.pool), hashLiving(site.client)])
  for (let n = 1; ; n += 1) {
    tally = await catchUp(site, tally)
    try {
      return await swap(site, { ...options, tally, indexes })
    } catch (error) {
      if (!isLockTimeout(error)) throw error
      if (n === mostSwaps) throw new Error('La vue est trop occupée pour être échangée. Réessayez.', { cause: error })
      await pause(n * 100)
    }
  }
}

async function foldAll({ archive, client }: Site): Promise<Tally> {
  const tally: Tally = { facts: 0, requests: 0 }
  let rows: BookRequestRow[] = []
  // One batch is on its way while the next one is folded.
  let inserted = Promise.resolve()
  for await (const history of readHistories(archive)) {
    rows.push(project(history))
    tally.facts += history.length
    tally.requests += 1
    if (rows.length === batchRows) {
      await inserted
      inserted = insertRows(client, rows)
      // Awaited with the next batch, unless the fold fails before.
      inserted.catch(() => undefined)
      rows = []
    }
  }
  await inserted
  await insertRows(client, rows)
  return tally
}

/** Each pass is shorter than the one before, unless the log is written faster than it is folded. */
async function catchUp(site: Site, tally: Tally): Promise<Tally> {
  let after = tally
  for (let n = 0; n < mostPasses; n += 1) {
    const pass = await foldMoved(site, after)
    after = pass.tally
    if (pass.moved <= fewStreams) break
  }
  return after
}

/** Folds the streams again that were written since they were folded; new ones included. */
async function foldMoved({ archive, client }: Site, { facts, requests }: Tally) {
  const moved = new Map((await listMoved(client)).map(({ stream, folded }) => [stream, folded]))
  const tally = { facts, requests }
  let found = 0
  let rows: BookRequestRow[] = []
  for await (const history of readHistoriesOf(archive, [...moved.keys()])) {
    const folded = moved.get(history[0]?.stream ?? '') ?? null
    tally.facts += history.length - (folded ?? 0)
    tally.requests += folded === null ? 1 : 0
    found += 1
    rows.push(project(history))
    if (rows.length < batchRows) continue
    await renew(client, rows)
    rows = []
  }
  if (found < moved.size) throw new Error('a stream has a head and no facts')
  await renew(client, rows)
  return { tally, moved: moved.size }
}

async function renew(client: pg.PoolClient, rows: readonly BookRequestRow[]): Promise<void> {
  if (rows.length === 0) return
  await replaceRows(client, rows)
  await hashLiving(
    client,
    rows.map(({ id }) => id),
  )
}

type Swap = RebuildOptions & { tally: Tally; indexes: readonly string[] }

async function swap(site: Site, { dryRun = false, fact, tally, indexes }: Swap): Promise<Rebuilt> {
  const { client } = site
  try {
    await client.query(`
      begin;
      set local lock_timeout = '${lockWait}';
      set local idle_in_transaction_session_timeout = '5s';
      select pg_advisory_xact_lock(7201, 1)`)
    const moved = await foldMoved(site, tally)
    const rebuilt = { ...moved.tally, ...(await compareViews(client)) }
    if (!dryRun) {
      await takeOver(client, indexes)
      await recount(client)
      if (fact) await record(client, rebuilt, fact)
    }
    await client.query(dryRun ? 'rollback' : 'commit')
    return rebuilt
  } catch (error) {
    // On a lost connection it is rolled back already, and the first error says more.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const isLockTimeout = (error: unknown) => error instanceof Error && 'code' in error && error.code === '55P03'

async function record(
  client: pg.PoolClient,
  { facts, requests, differing, hashBefore, hashAfter }: Rebuilt,
  fact: NonNullable<RebuildOptions['fact']>,
): Promise<void> {
  const body = houseBody('ViewRebuilt', { facts, requests, differences: differing, hashBefore, hashAfter })
  const { rows } = await client.query<{ version: number }>("select version from streams where stream = 'house'")
  await client.query(appendText, [
    ...['house', rows[0]?.version ?? 0, fact.commandId, 'rebuildView', [fact.id], ['ViewRebuilt'], [1], [body]],
    ...['1', 'system', 'rebuild', null, null, fact.at, null, null, '[]'],
  ])
}
