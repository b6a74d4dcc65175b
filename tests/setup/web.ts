/** The app as it is served: the real guard, Express and the production build on a free loopback port, a test desk behind. */
import type { AddressInfo } from 'node:net'

import pino from 'pino'

import type { Desk } from '#app/desk/desk.ts'
import { createLiveHub } from '#app/gate/live.ts'
import { scrubbed } from '#app/gate/scrub.ts'
import { drain, listen } from '#app/gate/server.ts'

import { createApp } from '../../server.ts'

export type TestWeb = {
  port: number
  /** What the app logged, scrubbed as in the house: one line of JSON each. */
  log: string[]
  close(): Promise<void>
}

export async function startTestWeb(desk: Desk): Promise<TestWeb> {
  const log: string[] = []
  const house = {
    env: { origin: null, secureCookies: false, demo: { openai: true, heygen: true } },
    keys: { sessionSecret: 'the secret of the forms of a test' },
    log: pino({ base: null }, scrubbed({ write: (line) => log.push(line) })),
    desk,
  }
  const live = createLiveHub(desk)
  const { app } = await createApp(house, live, false)
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  return {
    port: (server.address() as AddressInfo).port,
    log,
    async close() {
      await drain(server, { closeFirst: () => live.close(), ms: 1_000 })
    },
  }
}
