/** The event log: reading a stream, appending to it. */
import pg from 'pg'

import { factSchemas, type Actor, type Deed, type Fact } from '#events/facts.ts'

import { isLostConnection, reading, secondTry, writing } from './database-away.ts'
import type { Database } from './database.ts'
import { recordText } from './record-text.ts'
import { newRequestKey, unwrapKey, type RequestKey } from './sealing.ts'
import { eventColumns, factBody, readFact, type EventRow } from './stored-fact.ts'
import type { BookRequestRow } from './view-row.ts'

export type History = { facts: Fact[]; key: RequestKey | null; erased: boolean }

export type Job = { task: string; key: string; payload: Record<string, string>; runAt: string | null }

export type Append = {
  stream: string
  /** The version the facts were decided on; 0 = the stream must not exist. */
  expected: number
  command: { id: string; verb: string }
  actor: Actor
  facts: { id: string; deed: Deed }[]
  machineVersion: string
  causationId: string | null
  correlationId: string | null
  /** ISO 8601, UTC, milliseconds. */
  at: string
  key: RequestKey | null
  view: BookRequestRow | null
  jobs: Job[]
}

export type VersionConflict = {
  expected: number
  actual: number
  type: string | null
  actorKind: string | null
  actorId: string | null
  at: string | null
}

export type Appended =
  | { tag: 'appended'; version: number }
  | { tag: 'repeated'; version: number; stream: string; verb: string }
  | { tag: 'conflict'; conflict: VersionConflict }

export type StoredCommand = { stream: string; verb: string; version: number }

export function createLog({ pool }: Database, masterKey: Buffer) {
  /** All facts of a stream, oldest first, personal fields opened. @throws DatabaseAway */
  async function readStream(stream: string): Promise<History> {
    const { rows } = await reading(() => pool.query<EventRow & { wrapped_key: Buffer | null }>(readStatement(stream)))
    const wrapped = rows[0]?.wrapped_key ?? null
    const key = wrapped ? { wrapped, clear: unwrapKey(masterKey, wrapped, stream) } : null
    return { facts: rows.map((row) => readFact(row, key?.clear ?? null)), key, erased: rows.length > 0 && key === null }
  }

  async function findCommand(id: string): Promise<StoredCommand | null> {
    const text = 'select stream, verb, version from commands where command_id = $1'
    const { rows } = await reading(() => pool.query<StoredCommand>({ name: 'find_command', text, values: [id] }))
    return rows[0] ?? null
  }

  /**
   * Appends facts, their command, the view's row and the jobs in one transaction, or nothing.
   * A commit whose outcome is not known, because the connection died, is looked up by its command. @throws DatabaseAway
   */
  async function append(wish: Append): Promise<Appended> {
    const [began, statement] = [performance.now(), appendStatement(wish)]
    const send = () => pool.query<AppendRow>(statement).then(answered)
    const sendAgain = async (): Promise<Appended> => {
      const stored = await findCommand(wish.command.id)
      if (stored) return { tag: 'appended', version: stored.version }
      // Nothing is stored: a second try is safe, because the command's id admits one.
      return send().catch((error: unknown) => refusedOrThrow(error, wish, began))
    }
    return writing(() =>
      send().catch((error: unknown) =>
        isLostConnection(error) ? secondTry(began, sendAgain) : refusedOrThrow(error, wish, began),
      ),
    )
  }

  /** @throws whatever is neither a repeated command nor a conflict of versions */
  async function refusedOrThrow(error: unknown, { command }: Append, began: number): Promise<Appended> {
    if (!(error instanceof pg.DatabaseError)) throw error
    if (error.code === 'BR001') return { tag: 'conflict', conflict: JSON.parse(error.detail ?? '') as VersionConflict }
    if (error.constraint !== 'commands_pkey') throw error
    const stored = await secondTry(began, () => findCommand(command.id))
    if (!stored) throw error
    return { tag: 'repeated', ...stored }
  }

  return {
    readStream,
    findCommand,
    append,
    newKey: (stream: string) => newRequestKey(masterKey, stream),
    openKey: (wrapped: Buffer, stream: string) => unwrapKey(masterKey, wrapped, stream),
  }
}

export type Log = ReturnType<typeof createLog>

type AppendRow = { version: number }

function readStatement(stream: string) {
  const text = `select ${eventColumns}, e.recorded_at, k.wrapped_key
    from events e left join request_keys k on k.stream = e.stream where e.stream = $1 order by e.version`
  return { name: 'read_stream', text, values: [stream] }
}

function appendStatement(append: Append) {
  const { stream, key } = append
  const values = [
    stream,
    append.expected,
    append.command.id,
    append.command.verb,
    append.facts.map((fact) => fact.id),
    append.facts.map((fact) => fact.deed.type),
    append.facts.map((fact) => factSchemas[fact.deed.type].schemaVersion),
    append.facts.map((fact) => factBody(fact.deed, { stream, id: fact.id }, key?.clear ?? null)),
    append.machineVersion,
    append.actor.kind,
    append.actor.id,
    append.causationId,
    append.correlationId,
    append.at,
    append.expected === 0 ? wrappedKey(key) : null,
    append.view === null ? null : recordText(append.view),
    JSON.stringify(append.jobs),
  ]
  return { name: 'append_facts', text: appendText, values }
}

/** All seventeen arguments of the only way into the log. */
export const appendText =
  'select append_facts($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as version'

function wrappedKey(key: RequestKey | null): Buffer {
  if (!key) throw new Error('a request begins with a key')
  return key.wrapped
}

function answered({ rows: [row] }: { rows: AppendRow[] }): Appended {
  if (!row) throw new Error('append_facts answered nothing')
  return { tag: 'appended', version: row.version }
}
