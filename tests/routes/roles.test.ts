/** Every door × everybody × every way in: a route without a row here fails, and so does a status that changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { finish, someone, typesOf } from '../desk/requests.ts'
import { createClient, signIn, type Client, type Heard } from './client.ts'
import { titleOf } from './page.ts'
import { handlers, routePatterns } from './route-files.ts'

const ways = ['GET', 'GET .data', 'POST', 'POST .data'] as const
const people = ['anonymous', 'auditor', 'admin'] as const
type Way = (typeof ways)[number]
type Row = Record<(typeof people)[number], readonly string[]>

// A POST without a token: who may not ask is told so first, who may gets a fresh form. Without a session it is kept.
const [noPost, refused, stale] = ['405', '403 Accès refusé', '403 Formulaire périmé']
const late = '403 Votre session est terminée'
const everyone = (...cells: string[]): Row => ({ anonymous: cells, auditor: cells, admin: cells })
const order: Row = {
  anonymous: ['303 /admin', '202 /admin', late, late],
  auditor: ['303 /admin', '202 /admin', refused, refused],
  admin: ['303 /admin', '202 /admin', stale, stale],
}
const read: Row = {
  anonymous: ['303 /login', '202 /login', noPost, noPost],
  auditor: ['200', '200', noPost, noPost],
  admin: ['200', '200', noPost, noPost],
}

const expected: Record<string, Row> = {
  '/': everyone('200', '200', stale, noPost),
  '/merci': everyone('200', '200', noPost, noPost),
  '/healthz': everyone('200', '200', noPost, noPost),
  '/readyz': everyone('200', '200', noPost, noPost),
  '/login': {
    anonymous: ['200', '200', stale, stale],
    auditor: ['303 /admin', '202 /admin', stale, stale],
    admin: ['303 /admin', '202 /admin', stale, stale],
  },
  '/logout': {
    anonymous: ['303 /login', '202 /login', '303 /login', '202 /login'],
    auditor: ['303 /login', '202 /login', stale, stale],
    admin: ['303 /login', '202 /login', stale, stale],
  },
  '/admin': read,
  '/admin/requests/:id': {
    anonymous: ['303 /login', '202 /login', late, late],
    auditor: ['200', '200', refused, refused],
    admin: ['200', '200', stale, stale],
  },
  '/admin/requests/:id/versions': read,
  '/admin/requests/:id/draft': {
    anonymous: ['303 /admin/requests/:id', '202 /admin/requests/:id', '401', '401'],
    auditor: ['303 /admin/requests/:id', '202 /admin/requests/:id', refused, refused],
    admin: ['303 /admin/requests/:id', '202 /admin/requests/:id', stale, stale],
  },
  '/admin/live': {
    anonymous: ['403', '404', noPost, '404'],
    auditor: ['200', '404', noPost, '404'],
    admin: ['200', '404', noPost, '404'],
  },
  '/audit': read,
  '/audit/:id': read,
  '/media/:id': {
    anonymous: ['303 /login', '404', noPost, '404'],
    auditor: ['200', '404', noPost, '404'],
    admin: ['200', '404', noPost, '404'],
  },
  '/api/generate-script': order,
  '/api/generate-video': order,
  '/api/webhook/heygen': everyone('200', '200', '401', '401'),
}

let house: TestDesk
let web: TestWeb
let requestId: string
let clients: Record<(typeof people)[number], Client>

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  requestId = await finish(house)
  clients = {
    anonymous: createClient(web.port),
    auditor: await signIn(web.port, staff.auditor),
    admin: await signIn(web.port, staff.admin),
  }
})
afterAll(async () => {
  await web.close()
  await house.close()
})

it('every route of the build has its row, and no row is without a route', async () => {
  expect(Object.keys(expected).toSorted()).toEqual((await routePatterns()).toSorted())
})

describe.each(people)('%s', (who) => {
  it.each(Object.keys(expected))('%s', async (pattern) => {
    const before = await typesOf(house, requestId)
    const answers = []
    for (const way of ways) answers.push(await knock(clients[who], pattern, way))
    expect(answers.map(({ cell }) => cell)).toEqual(expected[pattern]?.[who])
    expect(await typesOf(house, requestId)).toEqual(before)
    const told = answers.some(({ body }) => body.includes(someone.lastName) || body.includes(someone.email))
    expect(told).toBe(who !== 'anonymous' && named.includes(pattern))
  })
})

/** Pages that say whose request it is. */
const named = ['/admin', '/admin/requests/:id', '/admin/requests/:id/versions', '/audit', '/audit/:id']

/** A session, or a signature, is asked for before anything else; these have a reason not to. */
const open: Record<string, string> = {
  'app/root.tsx loader': 'the frame around every page: shows who is signed in, if anybody is',
  'app/routes/_index.tsx loader': 'customers',
  'app/routes/_index.tsx action': 'customers',
  'app/routes/login.tsx loader': 'nobody is signed in yet',
  'app/routes/login.tsx action': 'nobody is signed in yet',
  'app/routes/logout.tsx loader': 'leads elsewhere',
  'app/routes/logout.tsx action': 'without a session there is nothing to end',
  'app/routes/admin.requests.$id_.draft.tsx loader': 'leads elsewhere',
  'app/routes/admin.requests.$id_.draft.tsx action': 'tells a script, not a person, that the session has ended',
  'app/routes/api.generate-script.tsx loader': 'leads elsewhere',
  'app/routes/api.generate-video.tsx loader': 'leads elsewhere',
  'app/routes/api.webhook.heygen.tsx loader': 'HeyGen probes the address',
  'app/routes/api.webhook.heygen.tsx action': 'HeyGen signs',
  'app/routes/admin.live.tsx loader': 'a session that it must not prolong',
  'app/routes/healthz.tsx loader': 'load balancers',
  'app/routes/readyz.tsx loader': 'load balancers',
}

describe('as written', () => {
  const all = handlers().map((one) => ({ ...one, key: `${one.file} ${one.name}` }))

  it.each(all.filter(({ key }) => !(key in open)))('$key asks first who is there', ({ name, firstLine }) => {
    const who = name === 'action' ? 'requireAdmin' : '(requireStaff|requireAdmin)'
    expect(firstLine).toMatch(new RegExp(`^(const \\w+ = )?await ${who}\\(args\\)$`))
  })

  it('lists no open door that is gone', () => {
    expect(Object.keys(open).filter((key) => !all.some((one) => one.key === key))).toEqual([])
  })
})

/** `cell`: the status, and where it leads or what its page is called. */
async function knock(client: Client, pattern: string, way: Way): Promise<{ cell: string; body: string }> {
  const path = pattern.replace(':id', requestId)
  const address = !way.endsWith('.data') ? path : path === '/' ? '/_root.data' : `${path}.data`
  // The live page never ends: its head is enough.
  if (pattern === '/admin/live' && way === 'GET') return { cell: cellOf(await client.head(address)), body: '' }
  const heard = await (way.startsWith('POST') ? client.post(address, { a: '1' }) : client.get(address))
  return { cell: cellOf(heard), body: heard.body }
}

function cellOf({ status, headers, body }: Heard): string {
  const to = headers.get('location') ?? (status === 202 ? (/"(\/[^"]*)"/.exec(body)?.[1] ?? '') : '')
  if (to !== '') return `${String(status)} ${(to.split('?')[0] ?? '').replace(requestId, ':id')}`
  return status === 403 && body !== '' ? `403 ${titleOf(body)}` : String(status)
}
