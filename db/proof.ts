/** The chain, computed again: a second implementation of what `append_facts` hashes. */
import { createHash } from 'node:crypto'

import { reading } from './database-away.ts'
import type { Database } from './database.ts'
import type { EventRow } from './stored-fact.ts'

export type Link = { version: number; hash: string; previousHash: string; proven: boolean }

export type ChainedRow = EventRow & { hash_version: number; prev_hash: Buffer; hash: Buffer }

export function createProof({ pool }: Database) {
  return {
    /** Every link of one stream, and whether it and its head hold. Links after a break may hold again; see `proven`. */
    async proveStream(stream: string): Promise<{ links: Link[]; headHolds: boolean }> {
      const events = 'select * from events where stream = $1 order by version'
      const heads = 'select version, hash from streams where stream = $1'
      const { rows } = await reading(() => pool.query<ChainedRow>(events, [stream]))
      const head = (await reading(() => pool.query<{ version: number; hash: Buffer }>(heads, [stream]))).rows[0]
      const last = rows.at(-1)
      return {
        links: links(stream, rows),
        headHolds:
          head !== undefined && last !== undefined && head.version === last.version && head.hash.equals(last.hash),
      }
    },
  }
}

export function links(stream: string, rows: readonly ChainedRow[]): Link[] {
  let previous: Buffer = genesis(stream)
  return rows.map((row, index) => {
    const proven = row.version === index + 1 && row.prev_hash.equals(previous) && row.hash.equals(factHash(row))
    previous = row.hash
    return { version: row.version, hash: row.hash.toString('hex'), previousHash: row.prev_hash.toString('hex'), proven }
  })
}

export const genesis = (stream: string): Buffer => sha256(stream)

/** hash_version 1: SHA-256(previous hash ‖ SHA-256(header lines) ‖ SHA-256(body)). */
export function factHash(row: ChainedRow): Buffer {
  const header = [
    '1',
    row.stream,
    row.version,
    row.id,
    row.type,
    row.schema_version,
    row.machine_version,
    row.actor_kind,
    row.actor_id,
    row.command_id,
    row.causation_id ?? '-',
    row.correlation_id ?? '-',
    row.recorded_at.toISOString(),
  ].join('\n')
  return createHash('sha256').update(row.prev_hash).update(sha256(header)).update(sha256(row.body)).digest()
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest()
