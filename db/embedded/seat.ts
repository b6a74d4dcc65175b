/** A process's place in the house: its connection to the server, and the locks that connection holds. */
import { claimWebRole, enter, leaveAsLast } from './locks.ts'
import type { Place } from './place.ts'
import { reachServer, stopServer, type Log, type Server } from './server.ts'
import { withStartLock } from './start-lock.ts'

export type Seat = Server

export type SeatRequest = {
  place: Place
  role: 'web' | 'companion'
  log: Log
  startTimeoutMs: number
  signal: AbortSignal
}

const leavePatienceMs = 900

/**
 * Reaches the server and takes the locks of the role. The web role is waited for outside the start lock, so that its
 * present holder can leave meanwhile.
 * @throws Error in French when the role is taken, or the server cannot be reached
 */
export async function openSeat(request: SeatRequest): Promise<Seat> {
  const { place, role, log, startTimeoutMs, signal } = request
  const seat = await withStartLock(place.startLock, startTimeoutMs, signal, () => sit(request))
  if (seat === null) {
    throw new Error(
      `Un autre processus démarre ou arrête la base de « ${place.dataDir} » depuis trop longtemps. Réessayez dans un instant.`,
    )
  }
  const { adopted, postmaster } = seat
  log(adopted ? 'Base embarquée rejointe.' : 'Base embarquée démarrée.', {
    pid: postmaster.pid,
    dataDir: place.dataDir,
  })
  if (role === 'companion') return seat
  const claimed = await claimWebRole(seat.client, signal).catch(async (error: unknown) => {
    await leaveSeat(request, seat)
    throw error
  })
  if (claimed) return seat
  await leaveSeat(request, seat)
  throw new Error(
    `Récit tourne déjà sur ce dossier (« ${place.dataDir} »). Fermez l’autre application, ou choisissez un autre DATA_DIR.`,
  )
}

/** Gives the locks back and, if nobody else is left, stops the server. Never throws: one leaves whatever happens. */
export async function leaveSeat({ place, log }: SeatRequest, { client, postmaster }: Seat): Promise<void> {
  try {
    // Whoever holds the start lock for longer is there to stay: the server is theirs.
    await withStartLock(place.startLock, leavePatienceMs, undefined, async () => {
      if (!(await leaveAsLast(client))) return
      const stopped = await stopServer(place, postmaster)
      log(stopped ? 'Base embarquée arrêtée.' : 'La base embarquée finit de s’arrêter seule.')
    })
  } catch (error) {
    log('La base embarquée n’a pas pu être quittée proprement.', { error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function sit({ place, startTimeoutMs, signal }: SeatRequest): Promise<Seat> {
  const seat = await reachServer(place, startTimeoutMs, signal)
  await enter(seat.client)
  return seat
}
