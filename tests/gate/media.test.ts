import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { createRequestHandler } from '@remix-run/express'

import { visitOf } from '#app/gate/visit.ts'
import { serveMedia } from '#app/gate/media.ts'

import { fakeDesk, gateArgs } from './desk.ts'
import { house, openHouse, speak } from './house.ts'

const folder = await mkdtemp(join(tmpdir(), 'recit-media-'))
const path = join(folder, 'film.mp4')
const bytes = Uint8Array.from({ length: 200_000 }, (_, n) => n % 251)
await writeFile(path, bytes)
const film = { path, bytes: bytes.length, contentType: 'video/mp4', sha256: 'f'.repeat(64) }

const serve = (headers: Record<string, string> = {}, { file = film, method = 'GET' } = {}) =>
  serveMedia(gateArgs(new Request('http://localhost/media/1', { headers, method })), file)

describe('a film', () => {
  it('is served whole, with its headers', async () => {
    const answer = await serve()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': 'inline; filename="recit.mp4"',
      'content-length': '200000',
      'content-type': 'video/mp4',
      etag: `"${film.sha256}"`,
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it.each<[string, number, number]>([
    ['bytes=0-0', 0, 0],
    ['bytes=0-', 0, 199_999],
    ['bytes=100-70000', 100, 70_000],
    ['bytes=199999-', 199_999, 199_999],
    ['bytes=10-999999999', 10, 199_999],
    ['bytes=-1', 199_999, 199_999],
    ['bytes=-999999999', 0, 199_999],
  ])('%s is served in part', async (range, first, last) => {
    const answer = await serve({ Range: range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes ${first}-${last}/200000`])
    expect(answer.headers.get('content-length')).toBe(String(last - first + 1))
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(first, last + 1))).toBe(true)
  })

  it.each(['bytes=200000-', 'bytes=200001-200002', 'bytes=-0'])('%s cannot be satisfied', async (range) => {
    const answer = await serve({ Range: range })
    expect([answer.status, answer.headers.get('content-range'), answer.body]).toEqual([416, 'bytes */200000', null])
  })

  it.each(['bytes=0-1,5-6', 'bytes=5-2', 'bytes=-', 'bytes=a-b', 'lines=0-1', 'bytes 0-1', 'bytes=0-9999999999999999'])(
    '%s is not understood: the whole',
    async (range) => {
      const answer = await serve({ Range: range })
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '200000'])
      await answer.body?.cancel()
    },
  )

  it('is not sent for HEAD, nor when the browser has it, nor in part when it has another', async () => {
    const head = await serve({ Range: 'bytes=0-1' }, { method: 'HEAD' })
    const known = await serve({ 'If-None-Match': `"${film.sha256}"` })
    const other = await serve({ Range: 'bytes=0-1', 'If-Range': '"other"' })
    const same = await serve({ Range: 'bytes=0-1', 'If-Range': `"${film.sha256}"` })
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, null, '200000'])
    expect([known.status, known.body, other.status, same.status]).toEqual([304, null, 200, 206])
    await Promise.all([other.body?.cancel(), same.body?.cancel()])
  })

  it('that is gone, changed or a folder is not found', async () => {
    const statuses = await Promise.all([
      serve({}, { file: { ...film, path: join(folder, 'gone.mp4') } }),
      serve({}, { file: { ...film, bytes: 1 } }),
      serve({}, { file: { ...film, path: folder } }),
      serveMedia(gateArgs(new Request('http://localhost/media/1')), null),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})

describe('a client that reads slowly', async () => {
  const big = { ...film, path: join(folder, 'big.mp4'), bytes: 200_000_000 }
  const { truncate } = await import('node:fs/promises')
  await writeFile(big.path, '')
  await truncate(big.path, big.bytes)
  let reads = 0
  const gate = await openHouse(
    createRequestHandler({
      mode: 'production',
      build: mediaDoor(async (args) => serveMedia(args, big)),
      getLoadContext: (req) => {
        const visit = visitOf(req)
        const drained = () => ((reads += 1), visit.drained())
        return { desk: fakeDesk(), house, visit: { ...visit, drained } } as never
      },
    }) as never,
  )
  afterAll(() => gate.close())

  it('does not pull the film into memory', async () => {
    const { connect } = await import('node:net')
    const socket = connect(gate.port, '127.0.0.1')
    socket.write(`GET /media HTTP/1.1\r\nHost: 127.0.0.1:${gate.port}\r\n\r\n`)
    await new Promise((resolve) => socket.once('readable', resolve))
    await expect
      .poll(async () => {
        const before = reads
        await new Promise((r) => setTimeout(r, 100))
        return reads - before
      })
      .toBe(0)
    expect(reads).toBeLessThan(400)
    socket.destroy()
    await expect.poll(() => gate.lines.at(-1)?.fields['cut']).toBe(true)
  })

  it('and one that reads on gets all of it', async () => {
    const heard = await speak(gate.port, [
      `GET /media HTTP/1.1\r\nHost: 127.0.0.1:${gate.port}\r\nConnection: close\r\n\r\n`,
    ])
    expect([heard.status, heard.body.length]).toEqual([200, big.bytes])
  })
})

/** The smallest Remix there is: one resource route. */
function mediaDoor(loader: (args: Parameters<typeof serveMedia>[0]) => Promise<Response>) {
  return {
    entry: { module: { default: () => new Response(), handleError: () => undefined } },
    routes: { media: { id: 'media', path: 'media', module: { loader } } },
    assets: { version: '1', url: '', entry: { module: '', imports: [] }, routes: {} },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as never
}
