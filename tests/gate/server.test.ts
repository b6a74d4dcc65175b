import { connect } from 'node:net'

import { describe, expect, it } from 'vitest'

import { drain, listen } from '#app/gate/server.ts'

import { openHouse, speak } from './house.ts'

const get = (port: number) => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`

describe('closing the house', () => {
  it('finishes what it began, ends the long answers first, and lets nobody else in', async () => {
    let finish = () => {}
    const gate = await openHouse((_req, res) => {
      res.write('begun ')
      finish = () => res.end('and finished')
    })
    const heard = speak(gate.port, [get(gate.port)])
    await expect.poll(() => finish.toString()).toContain('and finished')
    const draining = drain(gate.server, { closeFirst: () => setTimeout(finish, 50), ms: 2_000 })
    expect((await speak(gate.port, [get(gate.port)])).status).toBe(0)
    expect(await draining).toBe(true)
    expect((await heard).body).toContain('and finished')
  })

  it('does not wait for a connection that is only kept', async () => {
    const gate = await openHouse((_req, res) => void res.send('here'))
    const kept = connect(gate.port, '127.0.0.1')
    kept.write(get(gate.port))
    await new Promise((resolve) => kept.once('data', resolve))
    const began = performance.now()
    expect(await drain(gate.server, { closeFirst: () => undefined, ms: 3_000 })).toBe(true)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('cuts what does not end in time', async () => {
    const gate = await openHouse((_req, res) => void res.write('for ever'))
    const heard = speak(gate.port, [get(gate.port)])
    await expect.poll(() => gate.server.listening).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await drain(gate.server, { closeFirst: () => undefined, ms: 100 })).toBe(false)
    await heard
    await expect.poll(() => gate.lines.at(-1)?.fields['cut']).toBe(true)
  })

  it('says so when the address is taken', async () => {
    const gate = await openHouse((_req, res) => void res.end())
    await expect(listen(() => undefined, { host: '127.0.0.1', port: gate.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    await gate.close()
  })

  it('gives slow clients limits', async () => {
    const server = await listen(() => undefined, { host: '127.0.0.1', port: 0 })
    const { requestTimeout, headersTimeout, keepAliveTimeout } = server
    expect([requestTimeout, headersTimeout, keepAliveTimeout]).toEqual([30_000, 10_000, 5_000])
    await drain(server, { closeFirst: () => undefined })
  })
})
