/** `/media/:id`: our copy of a film, for staff. */
import { readFileSync, truncateSync, unlinkSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { approve, film, finish, lastOf } from '../desk/requests.ts'
import { createClient, signIn } from './client.ts'
import { titleOf } from './page.ts'

const bytes = readFileSync(new URL('../../demo/film.mp4', import.meta.url))

let house: TestDesk
let web: TestWeb
let requestId: string
let cookie: string

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  requestId = await finish(house)
  cookie = cookieOf(await signIn(web.port, staff.auditor))
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const cookieOf = ({ cookies }: { cookies: Map<string, string> }) =>
  [...cookies].map((pair) => pair.join('=')).join('; ')

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const url = `http://127.0.0.1:${String(web.port)}${path}`
  const answer = await fetch(url, { method, redirect: 'manual', headers: { cookie, accept: '*/*', ...headers } })
  const body = Buffer.from(await answer.arrayBuffer())
  const { headers: worn, status } = answer
  return { status, body, length: worn.get('content-length'), range: worn.get('content-range'), headers: worn }
}
const media = (headers: Record<string, string> = {}, method = 'GET') => ask(`/media/${requestId}`, headers, method)

describe('the whole film', () => {
  it('byte for byte, with its type and its length', async () => {
    const answer = await media()
    expect([answer.status, answer.length, answer.body.equals(bytes)]).toEqual([200, String(bytes.length), true])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      // Its number, and nobody's name.
      'content-disposition': `inline; filename="recit-${requestId.slice(0, 8)}.mp4"`,
      etag: `"${(await lastOf(house, requestId, 'VideoArchived')).data.sha256}"`,
    })
  })

  it('HEAD tells all but the bytes', async () => {
    const answer = await media({}, 'HEAD')
    expect([answer.status, answer.length, answer.body.length]).toEqual([200, String(bytes.length), 0])
  })

  it('304 for whoever has it already', async () => {
    const { headers } = await media()
    expect((await media({ 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
  })
})

describe('a part', () => {
  const all = bytes.length
  it.each<[string, number, number]>([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, all - 1],
    ['bytes=-50', all - 50, all - 1],
    [`bytes=${String(all - 1)}-`, all - 1, all - 1],
    ['bytes=0-999999999', 0, all - 1],
    ['bytes=-999999999', 0, all - 1],
  ])('%s', async (range, first, last) => {
    const answer = await media({ range })
    expect([answer.status, answer.range]).toEqual([206, `bytes ${String(first)}-${String(last)}/${String(all)}`])
    expect(answer.body.equals(bytes.subarray(first, last + 1))).toBe(true)
  })

  it.each([`bytes=${String(all)}-`, 'bytes=999999999-', 'bytes=-0'])('416: %s', async (range) => {
    const answer = await media({ range })
    expect([answer.status, answer.range, answer.body.length]).toEqual([416, `bytes */${String(all)}`, 0])
  })

  it.each(['bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=x-', 'bytes=', '-5'])(
    '%s is not understood: the whole',
    async (range) => {
      expect((await media({ range })).status).toBe(200)
    },
  )

  it('of another copy: the whole of this one', async () => {
    expect((await media({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
  })
})

describe('not there', () => {
  it.each([
    'x',
    '00000000-0000-4000-8000-000000000000',
    '..%2f..%2fpackage.json',
    '%2e%2e%2fpackage.json',
    'ID.mp4',
    'ID%2f..%2fx',
    'ID%20',
  ])('/media/%s', async (name) => {
    const answer = await ask(`/media/${name.replace('ID', requestId)}`, { accept: 'text/html' })
    expect([answer.status, answer.body.includes('<html lang="fr"')]).toEqual([404, true])
  })

  it('a film that is not made yet', async () => {
    for (const id of [await approve(house), await film(house)]) expect((await ask(`/media/${id}`)).status).toBe(404)
  })

  it('a film cut short on the disk, and one that is gone', async () => {
    const id = await finish(house)
    const path = house.context.telephones.storage.resolve((await lastOf(house, id, 'VideoArchived')).data.file) ?? ''
    truncateSync(path, 100)
    const cut = await ask(`/media/${id}`, { accept: 'text/html' })
    expect([cut.status, titleOf(cut.body.toString())]).toEqual([404, 'Page introuvable'])
    unlinkSync(path)
    expect((await ask(`/media/${id}`)).status).toBe(404)
  })

  it('for nobody who is not signed in', async () => {
    const stranger = createClient(web.port)
    const answer = await stranger.get(`/media/${requestId}`, { range: 'bytes=0-1' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?next=%2Fadmin'])
  })
})
