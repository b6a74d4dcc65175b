/** The composition root of the web app: reads the environment, opens the house, puts the guard and Remix in front. */
import { existsSync } from 'node:fs'

import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'

import { addStaff } from '#app/desk/sign-in.ts'
import { readEnv, type Env } from '#app/env.ts'
import { createLoadContext } from '#app/gate/context.ts'
import { createGuard, lastResort } from '#app/gate/guard.ts'
import { createLiveHub } from '#app/gate/live.ts'
import { drain, listen } from '#app/gate/server.ts'

import { greet } from './scripts/greeting.ts'
import { openHouse, type ContextChange, type House } from './scripts/open-house.ts'
import { seedSamples } from './scripts/seed-samples.ts'

type WebOptions = { dev: boolean; change?: ContextChange }
type Web = { port: number; stop(): Promise<void> }

export async function startWeb(env: Env, { dev, change }: WebOptions): Promise<Web> {
  const house = await openHouse(env, 'web', change)
  for (const account of house.keys.accounts) await addStaff(house.context, account)
  const live = createLiveHub(house.desk)
  const { app, close: closeVite } = await createApp(house, live, dev)
  const server = await listen(app, { host: env.host, port: env.port })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : env.port

  const [secret] = house.keys.webhookSecrets
  if (secret !== undefined) {
    house.rehearsal?.simulators?.heygen.setWebhook({ url: `http://127.0.0.1:${port}/api/webhook/heygen`, secret })
  }
  const night = env.worker === 'inline' ? await house.workNights() : null
  greet(house, port)
  seedSamples(house).catch((error: unknown) => house.log.warn({ error: String(error) }, 'no sample requests'))

  return {
    port,
    async stop() {
      await Promise.all([drain(server, { closeFirst: () => live.close() }), night?.stop()])
      await closeVite()
      await house.close()
    },
  }
}

type Front = Pick<House, 'log' | 'desk'> & {
  env: Pick<House['env'], 'origin' | 'secureCookies' | 'demo'>
  keys: Pick<House['keys'], 'sessionSecret'>
}

/** Guard, files and pages in front of a desk; it listens nowhere yet. */
export async function createApp({ env, log, keys, desk }: Front, live: ReturnType<typeof createLiveHub>, dev: boolean) {
  const front = {
    origin: env.origin,
    secureCookies: env.secureCookies,
    sessionSecret: keys.sessionSecret,
    demo: env.demo,
  }
  const vite = dev ? await startVite() : null
  const app = express()
  app.disable('x-powered-by')
  app.use(createGuard({ house: front, log }))
  // A form that posts to `/` means the page there; Remix would take it for the frame around it.
  app.use((req, _res, next) => {
    if (req.method === 'POST' && req.path === '/' && !('index' in req.query)) req.url = req.originalUrl = '/?index'
    next()
  })
  if (vite) app.use(vite.middlewares)
  else {
    app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static('build/client', { maxAge: '1h' }))
  }
  const build = vite
    ? async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    : ((await import(new URL('./build/server/index.js', import.meta.url).href)) as ServerBuild)
  const remix = createRequestHandler({ build, getLoadContext: createLoadContext({ desk, house: front, live }) })
  app.all('*', (req, res, next) => void remix(req, res, next))
  app.use(lastResort(log))
  return { app, close: async () => vite?.close() }
}

async function startVite() {
  const { createServer } = await import('vite')
  return createServer({ server: { middlewareMode: true } })
}

/** First signal: a clean end. Second: now. An error nobody caught ends the house as the first signal does. */
function endOnSignal(stop: () => Promise<void>): void {
  let ending = false
  const end = (code: number) => {
    if (ending) process.exit(1)
    ending = true
    setTimeout(() => process.exit(code || 1), 15_000).unref()
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', () => end(0))
  process.on('SIGINT', () => end(0))
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(
      `unhandled rejection: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
    )
    end(1)
  })
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  const dev = process.argv.includes('--dev')
  if (!dev && !existsSync('build/server/index.js')) {
    process.stderr.write('Rien n’est construit. Lancez « npm start », ou « npm run build » d’abord.\n')
    process.exit(1)
  }
  try {
    const web = await startWeb(readEnv(), { dev })
    endOnSignal(web.stop)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
