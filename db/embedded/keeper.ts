/** Keeps a process's seat: a server lost under a living app is started again, and its locks are taken again. */
import { setTimeout as pause } from 'node:timers/promises'

import { openSeat, type Seat, type SeatRequest } from './seat.ts'
import type { Log } from './server.ts'

export type Keeper = {
  onLost(listener: () => void): void
  /** Waits until the keeper has let go, once the request's signal has fired. @returns the seat to leave, if any */
  lastSeat(): Promise<Seat | null>
}

/** A server lost sooner than this after its start may be lost again: it is started less eagerly. */
const steadyMs = 5_000
const hastyMs = 300
const slowestMs = 5_000

export function keepSeat(request: SeatRequest, first: Seat): Keeper {
  const listeners: (() => void)[] = []
  const last = keep(request, first, () => tell(listeners, request.log))
  return { onLost: (listener) => void listeners.push(listener), lastSeat: () => last }
}

async function keep(request: SeatRequest, first: Seat, onLost: () => void): Promise<Seat | null> {
  const { signal, log } = request
  const leaving = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  for (let seat: Seat | null = first; seat !== null;) {
    const since = performance.now()
    await Promise.race([seat.lost, leaving])
    if (signal.aborted) return seat
    log('La base embarquée s’est arrêtée : elle est relancée.')
    onLost()
    seat = await reopenSeat(request, performance.now() - since > steadyMs ? 0 : hastyMs)
  }
  return null
}

/** Tries until it succeeds; null once the app leaves. */
async function reopenSeat(request: SeatRequest, firstWaitMs: number): Promise<Seat | null> {
  for (let waitMs = firstWaitMs; !request.signal.aborted; waitMs = Math.min(waitMs * 2 || 100, slowestMs)) {
    try {
      await pause(waitMs, undefined, { signal: request.signal })
      return await openSeat(request)
    } catch (error) {
      if (!request.signal.aborted) request.log('La base embarquée n’a pas pu être relancée : nouvel essai.', { error })
    }
  }
  return null
}

function tell(listeners: (() => void)[], log: Log): void {
  for (const listener of listeners) {
    try {
      listener()
    } catch (error) {
      log('Un abonné à la perte de la base a échoué.', { error })
    }
  }
}
