/** A lost database is no bug of the page that met it: 503, and the way back in a few seconds. */
import type { Desk } from '#app/desk/desk.ts'

import { refusal } from './refusal.ts'
import { refuse } from './refusal-page.ts'

/** By shape, never by class: the error comes from another module graph than the doors. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return ('code' in error && error.code === 'database_away') || ('name' in error && error.name === 'DatabaseAway')
}

/** The 503 of a lost database. `accept`: the request, or its `Accept` header. */
export function databaseAway(accept: Request | string | null): Response {
  return refuse(accept, refusal(503), { 'Retry-After': '5' })
}

/** The same desk, whose verbs throw that 503 instead of the error, so that no door has to think of it. */
export function sayWhenAway(desk: Desk, accept: string | null): Desk {
  return new Proxy(desk, {
    get(target, verb, receiver) {
      const value: unknown = Reflect.get(target, verb, receiver)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(value, target, given)
        } catch (error) {
          throw isDatabaseAway(error) ? databaseAway(accept) : error
        }
      }
    },
  })
}
