import type { Readable } from 'node:stream'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { takeForm } from '#app/gate/form.ts'

import { ask, fromHere, openHouse, speak } from './house.ts'

let acted: string[] = []
let refused = 0
const gate = await openHouse((req, res, next) => {
  void readAsRemixDoes(req).then(
    (read) => {
      acted.push(read)
      res.send('acted')
    },
    (error: unknown) => {
      refused += 1
      next(error)
    },
  )
})
afterAll(() => gate.close())
beforeEach(() => {
  acted = []
  refused = 0
})

async function readAsRemixDoes(req: Readable & { headers: Record<string, unknown> }): Promise<string> {
  const { createReadableStreamFromReadable } = await import('@remix-run/node')
  const headers = { 'Content-Type': String(req.headers['content-type']) }
  const init = { method: 'POST', headers, body: createReadableStreamFromReadable(req), duplex: 'half' as const }
  const request = new Request('http://localhost/', init)
  if (headers['Content-Type'] === 'application/json') return (await request.arrayBuffer()).byteLength.toString()
  return Object.keys((await takeForm(request)).values).join()
}

const head = (path: string, headers: Record<string, string>) =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${gate.port}\r\nConnection: close\r\n` +
  Object.entries({ ...fromHere, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('') + '\r\n' // prettier-ignore
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

describe('a form', () => {
  it('of 99 kB arrives whole, declared or in chunks', async () => {
    const body = `a=${'x'.repeat(99_000)}`
    const declared = await ask(gate.port, 'POST /', fromHere, body)
    const chunked = await speak(gate.port, [head('/', { 'Transfer-Encoding': 'chunked' }), chunk(body), chunk('')])
    expect([declared.status, chunked.status, acted]).toEqual([200, 200, ['a', 'a']])
  })

  it('of 101 kB, declared, gets a 413 page that the client can read', async () => {
    const heard = await ask(gate.port, 'POST /', fromHere, `a=${'x'.repeat(101_000)}`)
    expect([heard.status, heard.headers.get('connection'), acted]).toEqual([413, 'close', []])
    expect(heard.body).toContain('Envoi trop volumineux')
    expect(heard.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('of 101 kB in chunks gets the same, and the action sees no cut body', async () => {
    const parts = Array.from({ length: 101 }, (_, n) => chunk(`f${n % 9}=${'x'.repeat(997)}`))
    const heard = await speak(gate.port, [head('/', { 'Transfer-Encoding': 'chunked' }), ...parts, chunk('')])
    expect([heard.status, acted, refused]).toEqual([413, [], 1])
  })

  it('that never stops is cut off', async () => {
    const parts = Array.from({ length: 2_000 }, () => chunk('x'.repeat(1_000)))
    const heard = await speak(gate.port, [head('/', { 'Transfer-Encoding': 'chunked' }), ...parts])
    expect([[0, 413].includes(heard.status), acted]).toEqual([true, []])
  })

  it('whose client hangs up half-way is not acted on', async () => {
    await speak(gate.port, [head('/', { 'Content-Length': '50' }), 'a=1&b='], { hangUp: true })
    await speak(gate.port, [head('/', { 'Transfer-Encoding': 'chunked' }), chunk('a=1&b=')], { hangUp: true })
    await expect.poll(() => refused).toBe(2)
    expect(acted).toEqual([])
  })

  it('that is longer than it says ends where it said, and the rest is no request', async () => {
    const heard = await speak(gate.port, [head('/', { 'Content-Length': '3' }), 'a=1&b=2'])
    expect([heard.status, acted]).toEqual([400, ['a']])
  })

  it('with two lengths, or a length and chunks, is refused by the parser', async () => {
    const both = await speak(gate.port, [head('/', { 'Content-Length': '3', 'Transfer-Encoding': 'chunked' }), 'a=1'])
    const two = await speak(gate.port, [head('/', { 'Content-Length': '3', 'content-length': '4' }), 'a=1'])
    expect([both.status, two.status, acted]).toEqual([400, 400, []])
  })
})

describe('a webhook', () => {
  it('may have 256 kB and not one more', async () => {
    const json = { 'Content-Type': 'application/json' }
    const fits = await ask(gate.port, 'POST /api/webhook/heygen', json, 'x'.repeat(256_000))
    const over = await ask(gate.port, 'POST /api/webhook/heygen', json, 'x'.repeat(256_001))
    expect([fits.status, over.status, acted]).toEqual([200, 413, ['256000']])
  })
})
