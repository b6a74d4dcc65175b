/** Every door × everybody × every way in: a route without a row here fails, and so does a status that changed. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { finish, someone } from '../desk/requests.ts'
import { createClient, signIn, type Client } from './client.ts'
import { routePatterns } from './route-files.ts'
import { titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let requestId: string
const clients: Record<string, Client> = {}

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  requestId = await finish(house)
  clients['anonymous'] = createClient(web.port)
  clients['auditor'] = await signIn(web.port, staff.auditor)
  clients['admin'] = await signIn(web.port, staff.admin)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

it('dump', async () => {
  for (const pattern of await routePatterns()) {
    for (const who of ['anonymous', 'auditor', 'admin']) {
      const cells = []
      for (const way of ['GET', '.data', 'POST']) cells.push(await cell(pattern, who, way))
      console.log(pattern, who, JSON.stringify(cells))
    }
  }
})

async function cell(pattern: string, who: string, way: string) {
  const path = pattern.replace(':id', requestId)
  const url = `http://127.0.0.1:${web.port}${way === '.data' ? (path === '/' ? '/_root.data' : `${path}.data`) : path}`
  const cookie = [...(clients[who]?.cookies ?? [])].map(([a, b]) => `${a}=${b}`).join('; ')
  const stop = new AbortController()
  const answer = await fetch(url, {
    method: way === 'POST' ? 'POST' : 'GET',
    redirect: 'manual',
    signal: stop.signal,
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    ...(way === 'POST' ? { body: new URLSearchParams({ a: '1' }) } : {}),
  })
  const stream = answer.headers.get('content-type')?.includes('event-stream')
  const body = stream ? '' : await answer.text()
  if (stream) stop.abort()
  return [answer.status, answer.headers.get('location') ?? (answer.status === 403 ? titleOf(body) : ''), body.includes(someone.lastName), way === '.data' ? body.slice(0, 80) : ''].join('|')
}
