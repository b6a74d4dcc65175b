/** What HeyGen was asked for and paid for since a moment. */
import { expect } from 'vitest'

import type { TestDesk } from '../setup/desk.ts'
import { workOnce } from './clockwork.ts'
import { viewOf } from './requests.ts'

export function callsFromNow({ simulators: { heygen } }: TestDesk) {
  const calls = heygen.calls().length
  const paid = heygen.ledger().length
  const asked = (wanted: string) =>
    heygen
      .calls()
      .slice(calls)
      .filter(({ method, path }) => `${method} ${path}` === wanted)
  return {
    creations: () => asked('POST /v3/videos'),
    searches: () => asked('GET /v3/videos'),
    videosPaid: () => heygen.ledger().length - paid,
  }
}

export type Calls = ReturnType<typeof callsFromNow>

/** Every call of an attempt is the same call: same key, same bytes. */
export function expectOneCall({ creations }: Calls, times: number): void {
  const same = new Set(creations().map(({ idempotencyKey, bodySha256 }) => `${idempotencyKey ?? ''} ${bodySha256}`))
  expect([creations().length, same.size]).toEqual([times, 1])
}

/** An uncertain film is looked for without end: works until the status is there. */
export async function workUntil(house: TestDesk, requestId: string, status: string): Promise<void> {
  for (let n = 0; n < 40 && (await viewOf(house, requestId)).status !== status; n += 1) await workOnce(house)
  expect((await viewOf(house, requestId)).status).toBe(status)
}

export const emptyQueue = ({ database }: TestDesk) =>
  database.archive.database.pool.query('delete from graphile_worker._private_jobs')
