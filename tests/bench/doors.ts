/**
 * A process for the webhook's bench: the guard and the production build as `server.ts` puts them together, with one more
 * door in the build, an action that does nothing. Both doors are asked through the same guard and the same Remix.
 */
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'

import { readEnv } from '#app/env.ts'
import { createLoadContext } from '#app/gate/context.ts'
import { createGuard, lastResort } from '#app/gate/guard.ts'
import { createLiveHub } from '#app/gate/live.ts'
import { listen } from '#app/gate/server.ts'

import { openHouse } from '../../scripts/open-house.ts'

const env = readEnv()
const { desk, log, keys } = await openHouse(env, 'companion')
const house = { origin: null, secureCookies: false, sessionSecret: keys.sessionSecret, demo: env.demo }
const live = createLiveHub(desk)
const built = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
const empty = {
  ...{ id: 'bench/empty', parentId: 'root', path: 'bench/empty' },
  module: { default: undefined, action: () => new Response(null, { status: 204 }) },
}
const build = { ...built, routes: { ...built.routes, [empty.id]: empty } } as unknown as ServerBuild

const app = express()
app.disable('x-powered-by')
app.use(createGuard({ house, log }))
const remix = createRequestHandler({ build, getLoadContext: createLoadContext({ desk, house, live }) })
app.all('*', (req, res, next) => void remix(req, res, next))
app.use(lastResort(log))
await listen(app, { host: env.host, port: env.port })
process.on('SIGTERM', () => process.exit(0))
