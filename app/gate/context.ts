/** What every loader and action receives as `context`, and how it is made for one request. */
import type { Request as ExpressRequest } from 'express'
import type {} from '@remix-run/node'

import type { Desk } from '#app/desk/desk.ts'

import { sayWhenAway } from './failure.ts'
import type { LiveHub } from './live.ts'
import { visitOf, type Visit } from './visit.ts'

/** What the whole house shares: how it is reached, and the secret of its form tokens. */
export type House = {
  /** `APP_ORIGIN`; null on the loopback, where its names with the listening port are accepted. */
  origin: string | null
  secureCookies: boolean
  sessionSecret: string
  demo: { openai: boolean; heygen: boolean }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    desk: Desk
    house: House
    live: LiveHub
    visit: Visit
  }
  interface Future {
    v3_singleFetch: true
  }
}

/** The gate's part of a loader's or an action's arguments. */
export type GateArgs = {
  request: Request
  context: { desk: Desk; house: House; visit: Visit }
}

/** For Remix's `getLoadContext`. The desk handed to the doors answers 503 by itself while the database is away. */
export function createLoadContext({ desk, house, live }: { desk: Desk; house: House; live: LiveHub }) {
  return (req: ExpressRequest) => ({
    desk: sayWhenAway(desk, req.get('accept') ?? null),
    house,
    live,
    visit: visitOf(req),
  })
}
