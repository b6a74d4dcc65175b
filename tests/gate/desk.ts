/** A desk for the gate's tests: one session, and whatever verb a test needs. */
import type { Desk, Person, Session } from '#app/desk/desk.ts'
import type { GateArgs } from '#app/gate/context.ts'

import { house } from './house.ts'

export const token = 'a-token-of-a-session-0123456789'
export const camille: Person = { id: 'p1', name: 'Camille', email: 'camille@recit.example', role: 'admin' }
export const session: Session = { id: 'hash-of-the-token', person: camille, expiresAt: '2026-11-24T08:00:00.000Z' }

/** Verbs that a test does not give fail it. */
export function fakeDesk(verbs: Partial<Desk> = {}): Desk {
  const known: Partial<Desk> = { findSession: (given) => Promise.resolve(given === token ? session : null), ...verbs }
  return new Proxy(known as Desk, {
    get(target, verb) {
      const value: unknown = Reflect.get(target, verb)
      if (value === undefined) throw new Error(`the desk was not expected to be asked ${String(verb)}`)
      return value
    },
  })
}

export function gateArgs(request: Request, desk: Desk = fakeDesk()): GateArgs {
  const visit = { id: 'v', ip: '127.0.0.1', nonce: 'n', drained: () => Promise.resolve(true), report: () => undefined }
  return { request, context: { desk, house, visit } }
}

export function formRequest(
  fields: [string, string][],
  headers: Record<string, string> = {},
  path = '/admin',
): Request {
  return new Request(`http://localhost:3000${path}`, { method: 'POST', body: new URLSearchParams(fields), headers })
}

/** What was thrown; fails where nothing was. */
export async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (thrown) {
    return thrown
  }
  throw new Error('nothing was thrown')
}

export async function thrownResponse(work: () => unknown): Promise<Response> {
  const thrown = await thrownBy(work)
  if (!(thrown instanceof Response)) throw thrown
  return thrown
}
