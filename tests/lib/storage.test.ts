import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import type { LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

import { isPublicAddress } from '#app/lib/public-address.ts'
import { receiveFile } from '#app/lib/storage-file.ts'
import { createStorage, type StorageLimits } from '#app/lib/storage.ts'
import { deadOrigin, serve } from './wire.ts'

const file = '0b6f2c1e-8a52-4b7e-9d3f-1c2d3e4f5a6b.mp4'
const box = (name: string, bytes: Buffer) => {
  const head = Buffer.from(`\0\0\0\0${name}`)
  head.writeUInt32BE(8 + bytes.length)
  return Buffer.concat([head, bytes])
}
const film = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\x02\0')), box('mdat', Buffer.alloc(200_000, 7))])
const sha256 = createHash('sha256').update(film).digest('hex')

const sending =
  (bytes: Buffer, headers: Record<string, string | number> = { 'content-type': 'video/mp4' }, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers)
    response.end(bytes)
  }

type Setting = { fileHosts?: string[]; limits?: Partial<StorageLimits>; lookup?: LookupFunction }

async function house({ fileHosts = [], ...rest }: Setting = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'recit-storage-'))
  const storage = createStorage({ dir, fileHosts, ...rest })
  onTestFinished(async () => {
    await storage.close()
    await rm(dir, { recursive: true })
  })
  return {
    dir,
    storage,
    left: async () => (await readdir(dir, { recursive: true })).filter((name) => name !== 'tmp').sort(),
  }
}

async function fetchFrom(reply: (response: ServerResponse) => unknown, limits: Partial<StorageLimits> = {}) {
  const { origin, host, heard } = await serve(reply)
  const room = await house({ fileHosts: [host], limits })
  return { ...room, heard, host, outcome: await room.storage.download({ url: `${origin}/v.mp4?Signature=s`, file }) }
}

describe('a film', () => {
  test('is kept under our name, whole, and nothing else is left', async () => {
    const { outcome, left, dir, heard } = await fetchFrom(sending(film))
    expect(outcome).toEqual({ tag: 'stored', file, bytes: film.length, sha256, contentType: 'video/mp4' })
    expect(await left()).toEqual([file])
    expect((await readFile(join(dir, file))).equals(film)).toBe(true)
    expect(heard).toHaveLength(1)
    expect(heard[0]?.headers['x-api-key']).toBeUndefined()
  })

  test.each(['application/octet-stream', 'binary/octet-stream', 'Video/MP4; codecs="avc1"'])(
    'may come as %s',
    async (type) => {
      expect((await fetchFrom(sending(film, { 'content-type': type }))).outcome.tag).toBe('stored')
    },
  )

  test('may come in drops, without a length', async () => {
    const { outcome } = await fetchFrom((response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      for (let at = 0; at < 14; at += 1) response.write(film.subarray(at, at + 1))
      response.end(film.subarray(14))
    })
    expect(outcome).toMatchObject({ tag: 'stored', sha256 })
  })

  test('fetched twice stays; other bytes never take its name', async () => {
    const { storage, dir, left, host, outcome } = await fetchFrom(sending(film))
    const again = await storage.download({ url: `http://${host}/v.mp4`, file })
    expect(again).toEqual(outcome)
    const other = await serve(sending(Buffer.concat([film, box('free', Buffer.from('x'))])))
    const second = createStorage({ dir, fileHosts: [other.host] })
    expect(await second.download({ url: `${other.origin}/v.mp4`, file })).toEqual({
      tag: 'failed',
      code: 'exists_with_other_bytes',
      retry: false,
    })
    await second.close()
    expect((await readFile(join(dir, file))).equals(film)).toBe(true)
    expect(await left()).toEqual([file])
  })

  test('fetched by two at once is one film', async () => {
    const { origin, host } = await serve(sending(film))
    const { storage, left } = await house({ fileHosts: [host] })
    const both = await Promise.all([1, 2].map(() => storage.download({ url: `${origin}/v`, file })))
    expect(both.map(({ tag }) => tag)).toEqual(['stored', 'stored'])
    expect(await left()).toEqual([file])
  })
})

describe('what comes back is no film', () => {
  const typed = { 'content-type': 'video/mp4' }

  test.each([
    ['a redirect', sending(film, { location: 'http://169.254.169.254/' }, 302), 'redirected', false],
    [
      'an expired link',
      sending(Buffer.from('<Error/>'), { 'content-type': 'application/xml' }, 403),
      'link_expired',
      true,
    ],
    ['a lost link', sending(film, typed, 404), 'link_expired', true],
    ['a busy host', sending(film, typed, 503), 'http_503', true],
    ['a refusing host', sending(film, typed, 400), 'http_400', false],
    ['a part', sending(film, typed, 206), 'http_206', false],
    ['HTML', sending(Buffer.from('<html>'), { 'content-type': 'text/html' }), 'wrong_type', true],
    ['no type', sending(film, {}), 'wrong_type', true],
    ['packed', sending(film, { ...typed, 'content-encoding': 'gzip' }), 'wrong_type', true],
    ['HTML that says it is a film', sending(Buffer.from('<html><body>Sorry</body></html>'), typed), 'not_mp4', true],
    [
      'HTML that says it is bytes',
      sending(Buffer.from('<html><body>'), { 'content-type': 'binary/octet-stream' }),
      'not_mp4',
      true,
    ],
    ['too short to tell', sending(Buffer.from('\0\0\0\x20ftyp'), typed), 'not_mp4', true],
    ['nothing', sending(Buffer.alloc(0), typed), 'not_mp4', true],
  ] as const)('%s', async (_, reply, code, retry) => {
    const { outcome, left, heard } = await fetchFrom(reply)
    expect(outcome).toEqual({ tag: 'failed', code, retry })
    expect(await left()).toEqual([])
    expect(heard).toHaveLength(1)
  })

  test.each([
    [
      'cut before its declared length',
      (response: ServerResponse) => {
        response.writeHead(200, { ...typed, 'content-length': film.length + 5 })
        response.write(film, () => response.socket?.destroy())
      },
      'connection_cut',
    ],
    [
      'cut without a declared length',
      (response: ServerResponse) => {
        response.writeHead(200, typed)
        response.write(film, () => response.socket?.resetAndDestroy())
      },
      'connection_cut',
    ],
    ['reset at once', (response: ServerResponse) => response.socket?.resetAndDestroy(), 'connection_cut'],
    ['without headers', () => undefined, 'timed_out'],
    [
      'stalled',
      (response: ServerResponse) => {
        response.writeHead(200, typed)
        response.write(film)
      },
      'timed_out',
    ],
    [
      'dripping for ever',
      (response: ServerResponse) => {
        response.writeHead(200, typed)
        response.write(film)
        const drip = setInterval(() => response.write('x'), 20)
        response.on('close', () => {
          clearInterval(drip)
        })
      },
      'timed_out',
    ],
  ])('a film %s', async (_, reply, code) => {
    const { outcome, left } = await fetchFrom(reply, { headersMs: 100, idleMs: 100, totalMs: 200 })
    expect(outcome).toEqual({ tag: 'failed', code, retry: true })
    expect(await left()).toEqual([])
  })

  test.each([film.length - 1, film.length + 1])('a film that is not its declared %i bytes', async (declaredBytes) => {
    const { dir, left } = await house()
    const content = { chunks: chunksOf(film), maxBytes: 1e9, declaredBytes }
    const refused = receiveFile({ dir, tmp: join(dir, 'tmp') }, file, content)
    await expect(refused).rejects.toMatchObject({ code: 'truncated', retry: true })
    expect(await left()).toEqual([])
  })

  test('a film too large, declared or not', async () => {
    const limits = { maxBytes: 100_000 }
    const declared = await fetchFrom(sending(film, { ...typed, 'content-length': film.length }), limits)
    const silent = await fetchFrom(sending(film), limits)
    for (const { outcome, left } of [declared, silent]) {
      expect(outcome).toEqual({ tag: 'failed', code: 'too_large', retry: false })
      expect(await left()).toEqual([])
    }
  })

  test('a film larger than the disk', async () => {
    const { outcome, left } = await fetchFrom(
      (response) => {
        response.writeHead(200, { ...typed, 'content-length': 1e15 })
        response.write(film)
      },
      { maxBytes: 1e16 },
    )
    expect(outcome).toEqual({ tag: 'failed', code: 'disk_full', retry: true })
    expect(await left()).toEqual([])
  })

  test('nobody there', async () => {
    const origin = await deadOrigin()
    const { storage } = await house({ fileHosts: [new URL(origin).host] })
    expect(await storage.download({ url: origin, file })).toEqual({ tag: 'failed', code: 'not_reached', retry: true })
  })
})

describe('addresses that are not asked', () => {
  test.each([
    ['not a url', 'bad_url'],
    ['http://files2.heygen.ai/v.mp4', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['https://user:pass@files2.heygen.ai/v.mp4', 'credentials'],
    ['https://files2.heygen.ai@169.254.169.254/v.mp4', 'credentials'],
    ['https://files2.heygen.ai:8443/v.mp4', 'port'],
    ['https://127.0.0.1/v.mp4', 'literal_address'],
    ['https://2130706433/v.mp4', 'literal_address'],
    ['https://0x7f000001/v.mp4', 'literal_address'],
    ['https://0177.0.0.1/v.mp4', 'literal_address'],
    ['https://127.1/v.mp4', 'literal_address'],
    ['https://[::1]/v.mp4', 'literal_address'],
    ['https://[::ffff:10.0.0.1]/v.mp4', 'literal_address'],
    ['https://169.254.169.254/latest/meta-data', 'literal_address'],
    ['https://8.8.8.8/v.mp4', 'literal_address'],
    ['https://files2.heygen.ai.evil.example/v.mp4', 'foreign_host'],
    ['https://files2.heygen.ai./v.mp4', 'foreign_host'],
  ])('%s', async (url, code) => {
    const { storage } = await house({ fileHosts: ['files2.heygen.ai'], lookup: resolvingTo('10.0.0.1') })
    expect(await storage.download({ url, file })).toEqual({ tag: 'failed', code, retry: false })
  })

  test.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    'fd00::1',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])('a public name that resolves to %s', async (address) => {
    const { storage } = await house({ lookup: resolvingTo(address) })
    const outcome = await storage.download({ url: 'https://files.example/v.mp4', file })
    expect(outcome).toEqual({ tag: 'failed', code: 'private_address', retry: false })
  })

  test('a name with one private address among public ones', async () => {
    const { storage } = await house({ lookup: resolvingTo('93.184.216.34', '10.0.0.1') })
    const outcome = await storage.download({ url: 'https://files.example/v.mp4', file })
    expect(outcome).toMatchObject({ code: 'private_address' })
  })

  test('a trusted host is trusted with its port only', async () => {
    const { origin, host, heard } = await serve(sending(film))
    const { storage } = await house({ fileHosts: ['127.0.0.1:1', host.replace(/:.*/, '')] })
    expect(await storage.download({ url: origin, file })).toMatchObject({ tag: 'failed', code: 'not_https' })
    const trusting = await house({ fileHosts: [host] })
    const named = { url: origin.replace('//', '//user@'), file }
    expect(await trusting.storage.download(named)).toMatchObject({ code: 'credentials' })
    expect(heard).toHaveLength(0)
  })

  test.each([
    '0.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '2002:a00:1::',
    '2001::1',
    'fe80::1',
    'ff02::1',
    'x',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('the house', () => {
  test.each([
    '../../etc/passwd',
    'v.mp4',
    '',
    `${file}/..`,
    file.replace('.mp4', '.mp4\0'),
    file.toUpperCase(),
    `../${file}`,
  ])('knows no file named %j', async (name) => {
    const { storage } = await house()
    expect(storage.resolve(name)).toBeNull()
    const outcome = await storage.download({ url: 'https://files.example/v.mp4', file: name })
    expect(outcome).toEqual({ tag: 'failed', code: 'bad_file_name', retry: false })
  })

  test('knows where its files are, and how much room is left', async () => {
    const { storage, dir } = await house()
    expect(storage.resolve(file)).toBe(join(dir, file))
    expect(await storage.freeBytes()).toBeGreaterThan(0)
  })

  test('sweeps what broken downloads left, and nothing that is still written', async () => {
    const { storage, dir } = await house()
    await mkdir(join(dir, 'tmp'))
    const [old, young] = [`${file}.aaaaaa.part`, `${file}.bbbbbb.part`]
    for (const part of [old, young]) await writeFile(join(dir, 'tmp', part), 'x')
    const hourAgo = Date.now() / 1000 - 3600
    await utimes(join(dir, 'tmp', old), hourAgo, hourAgo)
    await writeFile(join(dir, file), film)
    await utimes(join(dir, file), hourAgo, hourAgo)
    expect(await storage.sweep()).toBe(1)
    expect((await readdir(join(dir, 'tmp'))).filter((name) => name.endsWith('.part'))).toEqual([young])
    expect((await readFile(join(dir, file))).equals(film)).toBe(true)
  })
})

async function* chunksOf(bytes: Buffer) {
  yield bytes
}

function resolvingTo(...addresses: string[]): LookupFunction {
  return (_hostname, _options, answer) => {
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}
