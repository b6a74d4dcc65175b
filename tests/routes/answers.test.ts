/** What every answer of the house has in common: its headers, its language, and nothing in it that the policy forbids. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { stages } from '../desk/stages.ts'
import { createClient, signIn, type Client, type Heard } from './client.ts'
import { textOf, titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let admin: Client
let stranger: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  admin = await signIn(web.port, staff.admin)
  stranger = createClient(web.port)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const worn = {
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
}

function dressed({ headers }: Heard): void {
  expect(Object.fromEntries(headers)).toMatchObject(worn)
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
  expect(headers.has('x-powered-by')).toBe(false)
}

/** A page of Remix: its scripts carry the nonce of its policy, and nothing else is inline. */
function page(heard: Heard): void {
  dressed(heard)
  const policy = heard.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? ''
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(nonce.length).toBeGreaterThan(20)
  const scripts = [...heard.body.matchAll(/<script\b([^>]*)>/g)].map(([, own = '']) => own)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((own) => !own.includes(`nonce="${nonce}"`))).toEqual([])
  plain(heard.body)
}

/** What no page holds: inline styles and handlers, addresses of others, raw failures. */
function plain(html: string): void {
  expect(html).toMatch(/^<!doctype html><html lang="fr"/i)
  expect(html).not.toMatch(/<[^>]+\sstyle=/)
  expect(html).not.toMatch(/<[^>]+\son[a-z]+=/i)
  expect(html).not.toMatch(/javascript:/i)
  expect(html.match(/(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g)).toBeNull()
  expect(textOf(html)).not.toMatch(/undefined|\[object|NaN|Error:|at .*\.tsx?:\d/)
  expect(textOf(html)).not.toBe('')
}

describe('pages', () => {
  it.each(['/', '/merci', '/login', '/login?next=/admin'])('%s, of a stranger', async (path) => {
    const heard = await stranger.get(path)
    expect(heard.status).toBe(200)
    page(heard)
  })

  it.each(['/admin', '/admin?etat=failed', '/admin?q=personne', '/audit'])('%s', async (path) => {
    const heard = await admin.get(path)
    expect(heard.status).toBe(200)
    page(heard)
  })

  it.each(Object.keys(stages) as (keyof typeof stages)[])('a request that is %s, and its history', async (status) => {
    const id = await stages[status](house)
    for (const path of [`/admin/requests/${id}`, `/audit/${id}`, `/audit/${id}?v=1`]) {
      const heard = await admin.get(path)
      expect([path, heard.status]).toEqual([path, 200])
      page(heard)
    }
  })

  it('every page has a nonce of its own', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => (await stranger.get('/')).headers.get('content-security-policy')),
    )
    expect(new Set(nonces).size).toBe(3)
  })
})

describe('refusals', () => {
  it.each<[string, number, string, () => Promise<Heard>]>([
    ['a page that is not there', 404, 'Page introuvable', () => stranger.get('/nulle-part')],
    ['one below a page', 404, 'Page introuvable', () => admin.get('/admin/requests')],
    ['a request that is not there', 404, 'Page introuvable', () => admin.get('/admin/requests/x')],
    ['a file that is not there', 404, 'Page introuvable', () => stranger.get('/assets/x.js')],
    ['an address cut short', 400, 'Demande illisible', () => stranger.get('/%')],
    ['an old way into Remix', 400, 'Demande illisible', () => stranger.get('/?_data=root')],
    ['a form from elsewhere', 403, 'Accès refusé', () => stranger.post('/', {}, { 'sec-fetch-site': 'cross-site' })],
    ['a form without its token', 403, 'Formulaire périmé', () => stranger.post('/', {})],
    ['a post where nothing is to be sent', 405, 'Méthode refusée', () => stranger.post('/merci', { a: '1' })],
    ['a form in JSON', 415, 'Format refusé', () => stranger.post('/', {}, { 'content-type': 'application/json' })],
    ['too long a form', 413, 'Envoi trop volumineux', () => stranger.post('/', { a: 'a'.repeat(200_000) })],
    [
      'a hundred fields and one',
      400,
      'Demande illisible',
      () => stranger.post('/', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a${String(n)}`, '']))),
    ],
    [
      'a field called __proto__',
      400,
      'Demande illisible',
      () => stranger.post('/', new URLSearchParams([['__proto__', 'x']])),
    ],
  ])('%s: %i, a whole page in French', async (_, status, title, ask) => {
    const heard = await ask()
    expect([heard.status, titleOf(heard.body)]).toEqual([status, title])
    dressed(heard)
    plain(heard.body)
  })
})

describe('for machines', () => {
  it('healthz: the process answers', async () => {
    const heard = await stranger.get('/healthz')
    expect([heard.status, JSON.parse(heard.body)]).toEqual([200, { ok: true }])
    dressed(heard)
  })

  it('readyz: database, jobs and disk', async () => {
    const heard = await stranger.get('/readyz')
    expect([heard.status, JSON.parse(heard.body)]).toEqual([
      200,
      { ok: true, checks: { database: true, jobs: true, disk: true } },
    ])
    dressed(heard)
  })

  it('data, redirects and the empty answer to HeyGen wear the same', async () => {
    dressed(await admin.get('/admin.data'))
    dressed(await stranger.get('/admin'))
    dressed(await stranger.get('/api/webhook/heygen'))
    dressed(await stranger.post('/api/webhook/heygen', {}))
  })

  it('the files of a page may be kept, and are whole', async () => {
    const { body } = await stranger.get('/')
    const files = [...new Set([...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path))]
    expect(files.length).toBeGreaterThan(3)
    for (const path of files) {
      const file = await stranger.get(path)
      expect([path, file.status, file.headers.get('cache-control')]).toEqual([
        path,
        200,
        'public, max-age=31536000, immutable',
      ])
      expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

it('nothing of all this was an error to the house', () => {
  const lines = web.log.map((line) => JSON.parse(line) as { level: number; status?: number })
  expect(lines.length).toBeGreaterThan(30)
  expect(lines.filter(({ level, status }) => level >= 50 || (status ?? 0) >= 500)).toEqual([])
})
