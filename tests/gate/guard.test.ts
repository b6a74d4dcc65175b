import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ask, fromHere, openHouse } from './house.ts'

/** What reached the handler behind the guard. */
const reached: { method: string; url: string; headers: Record<string, unknown> }[] = []
let gate: Awaited<ReturnType<typeof openHouse>>

beforeAll(async () => {
  gate = await openHouse((req, res) => {
    reached.push({ method: req.method, url: req.originalUrl, headers: { ...req.headers } })
    res.send('inside')
  })
})
afterAll(() => gate.close())

async function knock(start: string, headers: Record<string, string | undefined> = {}, body = '') {
  const before = reached.length
  const heard = await ask(gate.port, start, headers, body)
  return { ...heard, entered: reached.length - before }
}

describe('methods', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'OPTIONS'])('%s is turned away with 405', async (method) => {
    const { status, headers, entered } = await knock(`${method} /admin`, fromHere)
    expect([status, entered, headers.get('allow')]).toEqual([405, 0, 'GET, HEAD, POST'])
  })

  it.each(['OPTIONS', 'GET', 'HEAD'])('%s on the webhook is answered at the gate', async (method) => {
    const { status, entered } = await knock(`${method} /api/webhook/heygen`)
    expect([status, entered]).toEqual([200, 0])
  })

  it.each(['/api/webhook/heygen/', '/api/webhook/heygen.data', '/api/webhook/heygen2', '/api/webhook/%68eygen'])(
    'OPTIONS on %s is not the webhook',
    async (path) => expect((await knock(`OPTIONS ${path}`)).status).toBe(405),
  )
})

describe('addresses', () => {
  it.each([
    '/?_data=routes/_index',
    '/?%5fdata=x',
    '/?a&_data',
    '/admin.data?_data=root',
    '/%',
    '/%00',
    '/a%0ab',
    'http://evil/',
  ])('%s is refused for GET and POST', async (path) => {
    const get = await knock(`GET ${path}`)
    const post = await knock(`POST ${path}`, fromHere, 'a=1')
    expect([get.status, get.entered, post.status, post.entered]).toEqual([400, 0, 400, 0])
  })

  it('a usual address passes, and may speak of data', async () => {
    expect((await knock('GET /admin?recherche=data&page=2')).body).toContain('inside')
  })
})

describe('host', () => {
  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', 'localhost:1', 'localhost.evil.example:PORT'])(
    'a page of %s cannot rebind its name to this machine',
    async (host) => {
      const { status, entered } = await knock('GET /', { Host: host.replace('PORT', String(gate.port)) })
      expect([status, entered]).toEqual([421, 0])
    },
  )

  it.each(['localhost:PORT', '[::1]:PORT', 'LOCALHOST:PORT'])('%s is this house', async (host) => {
    expect((await knock('GET /', { Host: host.replace('PORT', String(gate.port)) })).status).toBe(200)
  })

  it.each(['a b', 'user@localhost:PORT', '/x'])('%s is no host', async (host) => {
    expect((await knock('GET /', { Host: host.replace('PORT', String(gate.port)) })).status).toBe(400)
  })
})

describe('origin of a POST', () => {
  const typed = { 'Content-Type': fromHere['Content-Type'] }
  const refused: Record<string, string>[] = [
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'null' },
    { Origin: 'garbage' },
    { Origin: 'http://evil.example' },
    { Origin: 'https://127.0.0.1:PORT' },
    { Origin: 'http://127.0.0.1:1' },
    { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1:PORT' },
  ]
  const withPort = (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(gate.port))]))

  for (const path of ['/', '/admin.data', '/api/generate-script', '/api/webhook/heygen/', '//api/webhook/heygen']) {
    it.each(refused)(`${path} is closed to %o`, async (headers) => {
      const { status, entered, body } = await knock(`POST ${path}`, { ...typed, ...withPort(headers) }, 'a=1')
      expect([status, entered]).toEqual([403, 0])
      expect(body).toContain('<html lang="fr"')
    })
  }

  it.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
    { Origin: 'http://127.0.0.1:PORT' },
    { Origin: 'http://localhost:PORT' },
    { Origin: 'http://[::1]:PORT' },
  ])('%o comes from our pages', async (headers) => {
    const { status, entered } = await knock('POST /', { ...typed, ...withPort(headers) }, 'a=1')
    expect([status, entered]).toEqual([200, 1])
  })

  it('leaves no origin for Remix to stumble over, and no forwarded header for it to believe', async () => {
    await knock(
      'POST /',
      { ...fromHere, Origin: 'null', 'X-Forwarded-Host': 'evil', 'X-Forwarded-For': '1.2.3.4' },
      'a=1',
    )
    const names = Object.keys(reached.at(-1)?.headers ?? {})
    expect(names.filter((name) => name === 'origin' || name.startsWith('x-forwarded'))).toEqual([])
  })

  it('lets the webhook in without any', async () => {
    const { entered } = await knock('POST /api/webhook/heygen', { 'Content-Type': 'application/json' }, '{}')
    expect(entered).toBe(1)
  })

  it('with APP_ORIGIN, accepts that origin alone and any host the proxy sends', async () => {
    const origin = 'https://recit.example'
    const secure = await openHouse((_req, res) => void res.send('inside'), { origin, secureCookies: true })
    const headers = { ...typed, Host: 'internal:8080' }
    const own = await ask(secure.port, 'POST /', { ...headers, Origin: origin }, 'a=1')
    const loopback = await ask(secure.port, 'POST /', { ...headers, Origin: `http://127.0.0.1:${secure.port}` }, 'a=1')
    await secure.close()
    expect([own.status, loopback.status]).toEqual([200, 403])
    expect(own.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })
})

describe('type of a POST', () => {
  it.each([undefined, 'application/json', 'text/plain', 'application/x-www-form-urlencodedx'])(
    '%s is refused',
    async (type) => {
      const { status, entered } = await knock('POST /', { ...fromHere, 'Content-Type': type }, 'a=1')
      expect([status, entered]).toEqual([415, 0])
    },
  )

  it('a form with its charset or boundary passes; a packed body does not', async () => {
    const ok = await knock('POST /', { ...fromHere, 'Content-Type': 'multipart/form-data; boundary=x' }, '--x--')
    const packed = await knock('POST /api/webhook/heygen', { 'Content-Encoding': 'gzip' }, 'x')
    expect([ok.status, packed.status]).toEqual([200, 415])
  })
})

describe('headers', () => {
  it.each(['GET /', 'PUT /', 'GET /?_data', 'OPTIONS /api/webhook/heygen', 'POST /'])(
    '%s wears all of them',
    async (start) => {
      const { headers, body } = await knock(start)
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
      expect(headers.has('x-powered-by')).toBe(false)
      expect(body).not.toContain('style="')
    },
  )
})

describe('log', () => {
  it('holds the path and nothing that was asked or typed', async () => {
    await knock('POST /v/secret-token?email=a@b.fr', fromHere, 'name=Camille')
    const line = gate.lines.at(-1)?.fields ?? {}
    expect(line).toMatchObject({ method: 'POST', path: '/v/…', status: 200, cut: false })
    expect(Object.keys(line).toSorted()).toEqual(['cut', 'id', 'method', 'ms', 'path', 'status'])
  })
})
