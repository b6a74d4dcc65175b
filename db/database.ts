/** The connection to Postgres, and the tables as Kysely sees them. */
import { Kysely, PostgresDialect, type ColumnType, type Generated } from 'kysely'
import pg from 'pg'

import { patienceMs } from './database-away.ts'

type Json = ColumnType<unknown, string, string>
type Instant = ColumnType<Date, string, string>

interface EventsTable {
  position: Generated<string>
  stream: string
  version: number
  id: string
  type: string
  schema_version: number
  machine_version: string
  actor_kind: string
  actor_id: string
  command_id: string
  causation_id: string | null
  correlation_id: string | null
  recorded_at: Instant
  body: string
  hash_version: number
  prev_hash: Buffer
  hash: Buffer
}

export interface BookRequestsTable {
  id: string
  version: number
  status: string
  first_names: string | null
  last_name: string | null
  birth_date: string | null
  email: string | null
  life_path: number | null
  numbers: Json
  generated_script: string | null
  script: Json
  text_hash: string | null
  word_count: number | null
  approved_by: string | null
  approved_at: Instant | null
  approved_text_hash: string | null
  video_status: string
  heygen_video_id: string | null
  video_url: string | null
  video_duration_ms: number | null
  film_file: string | null
  film_bytes: string | null
  film_sha256: string | null
  film_content_type: string | null
  films: Json
  awaits: string | null
  cost_micro_usd: string
  last_failure: Json
  search_text: string
  sort_name: string
  requested_at: Instant
  updated_at: Instant
  waiting_since: Instant | null
  theme: string | null
  memories: Json
}

interface InboxTable {
  id: Generated<string>
  delivery_key: string
  event_type: string | null
  video_id: string | null
  callback_id: string | null
  headers: Json | null
  body: Buffer | null
  received_at: Instant
  tries: Generated<number>
  next_try_at: Instant
  decided_at: Instant | null
  outcome: string | null
}

export interface Tables {
  events: EventsTable
  streams: { stream: string; version: number; hash: Buffer }
  commands: { command_id: string; stream: string; verb: string; version: number; answered_at: Instant }
  request_keys: { stream: string; wrapped_key: Buffer | null; destroyed_at: Instant | null }
  book_requests: BookRequestsTable
  request_counts: { filter: string; n: number }
  script_drafts: {
    stream: string
    person: string
    version: number
    text_hash: string | null
    sealed: string
    saved_at: Instant
  }
  script_progress: { stream: string; writing_id: string; n: number; sealed: string; bill: Json | null }
  webhook_inbox: InboxTable
  webhook_refusals: { id: Generated<string>; at: Instant; reason: string; body_sha256: string }
  staff: {
    id: string
    email: string
    name: string
    role: 'admin' | 'auditor'
    password_hash: string
    created_at: Instant
    disabled_at: Instant | null
  }
  sessions: {
    id: string
    staff_id: string
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
    revoked_at: Instant | null
  }
  sign_in_attempts: { key: string; window_start: Instant; n: number }
}

export type Database = { pool: pg.Pool; kysely: Kysely<Tables>; close(): Promise<void> }

export type Connection = { connectionString: string } | { host: string; port: number; user: string; database: string }

/** A page waits `patienceMs`, for a connection and its answer together; a rebuild or a migration as long as need be. */
const connectMs = 1_500
const timeouts = {
  page: {
    ...{ query_timeout: patienceMs - connectMs, statement_timeout: 2_800, lock_timeout: 2_500 },
    idle_in_transaction_session_timeout: 5_000,
  },
  long: {},
} as const

export type Patience = keyof typeof timeouts
export type DatabaseOptions = { max?: number; patience?: Patience }

/** @param onError told of connections lost while idle or in use; they never end the process. */
export function openDatabase(
  connection: Connection,
  onError: (error: Error) => void,
  { max = 10, patience = 'page' }: DatabaseOptions = {},
): Database {
  const pool = new pg.Pool({
    ...connection,
    ...timeouts[patience],
    max,
    connectionTimeoutMillis: connectMs,
    application_name: 'recit',
  })
  pool.on('error', onError)
  // pg-pool drops its own listener while a client is checked out: without this one a lost connection ends the process.
  pool.on('connect', (client) => client.on('error', onError))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  // Not `kysely.destroy()`: it leaves a pool open that only others have used.
  return { pool, kysely, close: () => (pool.ending ? Promise.resolve() : pool.end()) }
}
