/** The chain, computed again: a second implementation of what `append_facts` hashes. */
import { createHash } from 'node:crypto'

import type { Fact } from '#events/facts.ts'

import { reading } from './database-away.ts'
import type { Database } from './database.ts'
import { unwrapKey } from './sealing.ts'
import { eventColumns, readFact, type EventRow } from './stored-fact.ts'

export type Link = { version: number; hash: string; previousHash: string; proven: boolean }

export type Proof = {
  facts: Fact[]
  /** One a fact. Links after a break may hold again. */
  links: Link[]
  /** Whether the last link is the head of the stream: a chain that holds and does not end there has lost its tail. */
  headHolds: boolean
}

type ChainedRow = EventRow & { hash_version: number; prev_hash: Buffer; hash: Buffer }
type ProvenRow = ChainedRow & { wrapped_key: Buffer | null; head_version: number | null; head_hash: Buffer | null }

export function createProof({ pool }: Database, masterKey: Buffer) {
  return {
    /** Facts, links and head as they stood at one moment: writers go on meanwhile. @throws DatabaseAway */
    async proveStream(stream: string): Promise<Proof> {
      const { rows } = await reading(() => pool.query<ProvenRow>({ ...statement, values: [stream] }))
      const wrapped = rows[0]?.wrapped_key
      const key = wrapped ? unwrapKey(masterKey, wrapped, stream) : null
      return { facts: rows.map((row) => readFact(row, key)), links: links(stream, rows), headHolds: endsAtHead(rows) }
    },
  }
}

/** One statement, so that all of it is of one snapshot. */
const statement = {
  name: 'prove_stream',
  text: `select ${eventColumns}, e.recorded_at, e.hash_version, e.prev_hash, e.hash, k.wrapped_key,
      s.version as head_version, s.hash as head_hash
    from events e left join request_keys k on k.stream = e.stream left join streams s on s.stream = e.stream
    where e.stream = $1 order by e.version`,
}

function endsAtHead(rows: readonly ProvenRow[]): boolean {
  const last = rows.at(-1)
  return last !== undefined && last.head_version === last.version && last.head_hash?.equals(last.hash) === true
}

function links(stream: string, rows: readonly ChainedRow[]): Link[] {
  let previous: Buffer = genesis(stream)
  return rows.map((row, index) => {
    const proven = row.version === index + 1 && row.prev_hash.equals(previous) && row.hash.equals(factHash(row))
    previous = row.hash
    return { version: row.version, hash: row.hash.toString('hex'), previousHash: row.prev_hash.toString('hex'), proven }
  })
}

const genesis = (stream: string): Buffer => sha256(stream)

/** hash_version 1: SHA-256(previous hash ‖ SHA-256(header lines) ‖ SHA-256(body)). */
function factHash(row: ChainedRow): Buffer {
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
