/** The embedded Postgres: a real server from npm, on a Unix socket, shared by the processes of one data folder. */
import { database, superuser } from './cluster.ts'
import { keepSeat, type Keeper } from './keeper.ts'
import { preparePlace } from './place.ts'
import { port } from './postmaster.ts'
import { leaveSeat, openSeat, type SeatRequest } from './seat.ts'
import type { Log } from './server.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** Only one `web` per folder; a `companion` (worker, scripts) joins whoever is there. */
  role: 'web' | 'companion'
  log?: Log
  /** Milliseconds; 30,000 unless told. Recovery after a crash counts in it. */
  startTimeoutMs?: number
}

export type EmbeddedDatabase = {
  /** As `pg` takes it: `host` is the socket's folder. */
  connection: { host: string; port: number; user: string; database: string }
  url: string
  /** Leaves; the last one to leave stops the server. Close your own connections first. Takes less than 2 s. */
  stop(): Promise<void>
  /** Told each time the server was lost, before it is started again; whatever was in flight has an unknown outcome. */
  onLost(listener: () => void): void
}

/**
 * Joins the server of `dataDir`, starting it (and making its cluster) if need be, and keeps it alive until `stop()`.
 * @throws Error in French: another web app is on this folder, or the server cannot run here (names DATABASE_URL)
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, role, log = () => undefined, startTimeoutMs = 30_000 } = options
  const leaving = new AbortController()
  const request: SeatRequest = { place: preparePlace(dataDir), role, log, startTimeoutMs, signal: leaving.signal }
  const seat = await openSeat(request)
  const keeper = keepSeat(request, seat)
  const connection = { host: seat.postmaster.socketDir, port, user: superuser, database }
  let left: Promise<void> | null = null
  return {
    connection,
    url: urlOf(connection),
    stop: () => (left ??= leave(request, keeper, leaving)),
    onLost: keeper.onLost,
  }
}

async function leave(request: SeatRequest, keeper: Keeper, leaving: AbortController): Promise<void> {
  leaving.abort()
  const seat = await keeper.lastSeat()
  if (seat) await leaveSeat(request, seat)
}

/** The host in the query is the one that counts; « localhost » only makes it a URL that every parser accepts. */
function urlOf({ host, port, user, database }: EmbeddedDatabase['connection']): string {
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
