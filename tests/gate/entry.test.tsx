/** `entry.server` in a real Remix behind the real guard, with a build written by hand. */
import { createRequestHandler } from '@remix-run/express'
import { data, type ServerBuild } from '@remix-run/node'
import { Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError } from '@remix-run/react'
import type { RequestHandler } from 'express'
import { afterAll, describe, expect, it } from 'vitest'

import * as entry from '#app/entry.server.tsx'
import { createLoadContext, type GateArgs } from '#app/gate/context.ts'
import { findVisitor, visitorHeaders } from '#app/gate/cookies.ts'
import { formFields, requireCsrf } from '#app/gate/csrf.ts'
import { takeForm } from '#app/gate/form.ts'
import { createLiveHub } from '#app/gate/live.ts'
import { useNonce } from '#app/gate/nonce.tsx'
import { RefusalView } from '#app/gate/refusal-view.tsx'
import { isRefusal } from '#app/gate/refusal-shape.ts'
import { requireStaff } from '#app/gate/session.ts'

import { fakeDesk, token } from './desk.ts'
import { ask, fromHere, house, openHouse } from './house.ts'

function Root() {
  const nonce = useNonce()
  return (
    <html lang="fr">
      <head>
        <Meta />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function Boundary() {
  const error = useRouteError()
  const refused =
    typeof error === 'object' && error !== null && 'data' in error && isRefusal(error.data) ? error.data : null
  const nonce = useNonce()
  return (
    <html lang="fr">
      <body>
        {refused === null ? <p>frontière</p> : <RefusalView refusal={refused} />}
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function Form() {
  const { csrf, commandId } = useLoaderData<typeof formLoader>()
  return <p id="form">{`${csrf} ${commandId}`}</p>
}

function formLoader(args: GateArgs) {
  const visitor = findVisitor(args)
  return data(formFields(args.context, { purpose: 'bookRequest', holder: visitor }), {
    headers: visitorHeaders(visitor),
  })
}

async function formAction(args: GateArgs) {
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose: 'bookRequest' })
  return { tag: 'acted' }
}

const staffLoader = async (args: GateArgs) => ({ name: (await requireStaff(args)).person.name })
const brokenLoader = () => {
  throw new Error('sk-proj-secret123 went wrong')
}

const modules = {
  root: { default: Root, ErrorBoundary: Boundary },
  form: { default: Form, loader: formLoader, action: formAction },
  staff: { default: () => <p>{useLoaderData<typeof staffLoader>().name}</p>, loader: staffLoader },
  broken: { default: () => <p>jamais</p>, loader: brokenLoader },
  crash: {
    default: () => {
      throw new Error('render')
    },
  },
  door: { action: async (args: GateArgs) => Response.json(await formAction(args)) },
}

function handBuilt(): ServerBuild {
  const ids = Object.keys(modules)
  const route = (id: string) => (id === 'root' ? { id, path: '' } : { id, path: id, parentId: 'root' })
  const routes = ids.map((id) => [id, { ...route(id), module: modules[id as keyof typeof modules] }])
  const manifest = ids.map((id) => [
    id,
    { ...route(id), module: `/assets/${id}.js`, hasAction: false, hasLoader: false, hasErrorBoundary: id === 'root' },
  ])
  return {
    entry: { module: entry },
    routes: Object.fromEntries(routes) as ServerBuild['routes'],
    assets: {
      version: '1',
      url: '/assets/manifest.js',
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(manifest) as ServerBuild['assets']['routes'],
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: { v3_singleFetch: true, v3_throwAbortReason: true, v3_relativeSplatPath: true } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'production',
  }
}

let away = false
const desk = fakeDesk({
  findSession: () =>
    away ? Promise.reject(Object.assign(new Error('gone'), { code: 'database_away' })) : Promise.resolve(null),
})
const handler = createRequestHandler({
  build: handBuilt(),
  mode: 'production',
  getLoadContext: createLoadContext({ desk, house, live: createLiveHub(desk) }) as never,
})
const gate = await openHouse(handler as RequestHandler)
afterAll(() => gate.close())

const page = { Accept: 'text/html' }
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(gate.port, `GET ${path}`, { ...page, ...headers })

describe('a page', () => {
  it('is whole, and its scripts carry the nonce that its policy allows', async () => {
    const { status, headers, body } = await get('/form')
    const nonce = /'nonce-([\w-]+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
    const scripts = [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(status).toBe(200)
    expect(scripts.length).toBeGreaterThan(1)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    expect(headers.get('content-security-policy')?.match(/default-src/g)).toHaveLength(1)
    expect([headers.get('cache-control'), headers.get('content-type')]).toEqual([
      'no-store',
      'text/html; charset=utf-8',
    ])
    expect((await get('/form')).headers.get('content-security-policy')).not.toContain(nonce)
  })

  it.each<[string, number]>([
    ['/nowhere', 404],
    ['/broken', 500],
    ['/crash', 500],
  ])('%s that fails wears the same, says %i, and tells no secret', async (path, code) => {
    const { status, headers, body } = await get(path)
    expect([status, body.includes('sk-proj')]).toEqual([code, false])
    expect(headers.get('content-security-policy')).toMatch(/script-src 'nonce-/)
  })

  it('reports what failed with the id of the request', async () => {
    await get('/broken')
    const reported = gate.lines.filter(({ fields }) => 'error' in fields).at(-1)?.fields
    expect(reported).toMatchObject({ error: 'Error', id: gate.lines.at(-1)?.fields['id'] })
  })

  it('of staff leads to the login, as a page and as data', async () => {
    const whole = await get('/staff')
    const asData = await ask(gate.port, 'GET /staff.data', { Accept: '*/*' })
    expect([whole.status, whole.headers.get('location')]).toEqual([303, '/login?next=%2Fadmin'])
    expect([asData.status, asData.body.includes('/login?next=')]).toEqual([202, true])
  })

  it('is a 503 with a way back while the database is away', async () => {
    away = true
    const { status, headers, body } = await get('/staff', { Cookie: `recit_s=${token}` })
    away = false
    expect([status, headers.get('retry-after')]).toEqual([503, '5'])
    expect(body).toContain('Le journal ne répond pas')
  })
})

describe('an anonymous form', () => {
  async function open() {
    const { headers, body } = await get('/form')
    const [, csrf = '', commandId = ''] = /id="form">([\w-]+) ([\w-]+)</.exec(body) ?? []
    return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '', csrf, commandId }
  }
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
    ask(gate.port, `POST ${path}`, { ...fromHere, ...page, ...headers }, new URLSearchParams(fields).toString())

  it('is acted on with its token and its cookie, also where Origin is null', async () => {
    const { cookie, csrf, commandId } = await open()
    const sent = await post('/form', { csrf, commandId }, { Cookie: cookie, Origin: 'null' })
    expect(sent.status).toBe(200)
  })

  it.each(['/form', '/door'])('at %s without its cookie comes back whole, and then works', async (path) => {
    const { csrf, commandId } = await open()
    const stale = await post(path, { csrf, commandId, firstNames: 'Élan <b>' }, {})
    expect([stale.status, stale.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
    expect(stale.body).toContain('Prénoms<br><textarea name="firstNames" rows="1">\nÉlan &#60;b&#62;</textarea>')
    expect(stale.body.match(/<html/g)).toHaveLength(1)
    expect(stale.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/)
    const cookie = stale.headers.get('set-cookie')?.split(';')[0] ?? ''
    const fresh = /name="csrf" value="([^"]+)"/.exec(stale.body)?.[1] ?? ''
    expect((await post(path, { csrf: fresh, commandId }, { Cookie: cookie })).status).toBe(200)
  })

  it('of the wrong type is a page as well', async () => {
    const { cookie } = await open()
    const broken = await post(
      '/form',
      { a: '1' },
      { Cookie: cookie, 'Content-Type': 'multipart/form-data; boundary=x' },
    )
    expect([broken.status, broken.body.includes('Demande illisible')]).toEqual([400, true])
  })

  it('is answered with data where the page stays in the browser', async () => {
    const { csrf, commandId } = await open()
    const stale = await post('/form.data', { csrf, commandId, firstNames: 'Élan' }, { Accept: '*/*' })
    expect(stale.status).toBe(403)
    expect(stale.body).toContain('refusal')
    expect(stale.body).toContain('Élan')
  })
})
