/** Between a fact and its row: zod on the way in and on the way out, personal fields sealed and opened. */
import { factSchemas, raise, type Deed, type Fact, type FactType } from '#events/facts.ts'

import { canonicalJson } from './canonical-json.ts'
import { open, seal } from './sealing.ts'

export type EventRow = {
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
  recorded_at: Date
  body: string
}

/** The columns of an `EventRow` but for its instant, of a table called `e`. */
export const eventColumns = `e.stream, e.version, e.id, e.type, e.schema_version, e.machine_version, e.actor_kind, e.actor_id,
  e.command_id, e.causation_id, e.correlation_id, e.body`

/** `recorded_at` may come as ISO text: Postgres writes it faster than it is parsed here. */
export type ReadRow = Omit<EventRow, 'recorded_at'> & { recorded_at: Date | string }

type Body = { data: Record<string, unknown>; sealed?: string }

/**
 * The canonical text that is stored and hashed. Without a key (erased) nothing personal is kept: what still happens to
 * such a request, a film that ends, is a fact all the same. @throws ZodError when the data is not of its fact's shape.
 */
export function factBody(deed: Deed, place: { stream: string; id: string }, key: Buffer | null): string {
  const { data, personal } = factSchemas[deed.type]
  const checked = data.parse(deed.data) as Record<string, unknown>
  const hidden = new Set<string>(personal)
  const [open, secret] = partition(checked, hidden)
  if (hidden.size === 0 || key === null) return canonicalJson({ data: open })
  return canonicalJson({ data: open, sealed: seal(key, secret, sealContext(place)) })
}

/**
 * The fact of a row, in the shape of today. Without a key (erased) personal fields read as null.
 * @throws on an unknown type or version, a broken seal or data of another shape: a log is never read past an error.
 */
export function readFact(row: ReadRow, key: Buffer | null): Fact {
  if (!isFactType(row.type)) throw new Error(`unknown fact ${row.type} in ${row.stream} at ${row.version}`)
  const body = JSON.parse(row.body) as Body
  const schema = factSchemas[row.type]
  const data = raise(row.type, row.schema_version, key ? { ...body.data, ...opened(body, row, key) } : body.data)
  return {
    type: row.type,
    data: key ? schema.data.parse(data) : { ...data, ...blank(schema.personal) },
    actor: { kind: row.actor_kind, id: row.actor_id },
    id: row.id,
    stream: row.stream,
    version: row.version,
    schemaVersion: row.schema_version,
    machineVersion: row.machine_version,
    commandId: row.command_id,
    causationId: row.causation_id,
    correlationId: row.correlation_id,
    recordedAt: typeof row.recorded_at === 'string' ? row.recorded_at : row.recorded_at.toISOString(),
  } as Fact
}

function opened(body: Body, row: ReadRow, key: Buffer): Record<string, unknown> {
  return body.sealed === undefined ? {} : (open(key, body.sealed, sealContext(row)) as Record<string, unknown>)
}

function blank(personal: readonly string[]): Record<string, null> {
  return Object.fromEntries(personal.map((field) => [field, null]))
}

function partition(data: Record<string, unknown>, hidden: ReadonlySet<string>) {
  const entries = Object.entries(data)
  return [
    Object.fromEntries(entries.filter(([field]) => !hidden.has(field))),
    Object.fromEntries(entries.filter(([field]) => hidden.has(field))),
  ] as const
}

const sealContext = ({ stream, id }: { stream: string; id: string }) => `${stream}/${id}`
const isFactType = (type: string): type is FactType => type in factSchemas
