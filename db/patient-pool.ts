/**
 * The pool that graphile-worker is given. It ends a job without waiting for the outcome, tries again only on error codes
 * of its own list, and any other error there ends the process: so a database that is away is told to it by such a code.
 */
import type { Pool, PoolClient } from 'pg'

import { isAway } from './database-away.ts'

/** The same pool, whose clients name what `isAway` knows with a code that graphile-worker waits for, up to an hour. */
export function patientPool(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => Promise<PoolClient>
  // With a callback it listens for new jobs, and comes again by itself.
  return replacing(pool, 'connect', (...given) =>
    given.length > 0 ? connect(...given) : retryably(async () => patientClient(await connect())),
  )
}

function patientClient(client: PoolClient): PoolClient {
  const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
  return replacing(client, 'query', (...given) => retryably(() => query(...given)))
}

async function retryably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isAway(error) && hasSqlState(error)) throw error
    throw Object.assign(new Error('the database does not answer', { cause: error }), { code: 'ETIMEDOUT' })
  }
}

/** What Postgres itself said; anything else came from the line to it. */
function hasSqlState(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
}

function replacing<T extends object>(target: T, name: keyof T, verb: (...given: unknown[]) => unknown): T {
  return new Proxy(target, {
    get(_, asked) {
      if (asked === name) return verb
      const value: unknown = Reflect.get(target, asked)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
