/** Our own copies of the films: fetched once from where HeyGen says, then ours (`security.md` §6). */
import { mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import type { LookupFunction } from 'node:net'
import { join, resolve as absolute } from 'node:path'
import { request, type Dispatcher } from 'undici'

import { createFileSource } from './file-source.ts'
import { nameFile, receiveFile } from './storage-file.ts'
import { Refused, refusalOf } from './storage-refusal.ts'

export type Stored = { tag: 'stored'; file: string; bytes: number; sha256: string; contentType: 'video/mp4' }
export type DownloadOutcome = Stored | { tag: 'failed'; code: string; retry: boolean }
export type Storage = ReturnType<typeof createStorage>

export type StorageLimits = { headersMs: number; idleMs: number; totalMs: number; maxBytes: number }
const standardLimits: StorageLimits = { headersMs: 10_000, idleMs: 30_000, totalMs: 600_000, maxBytes: 1024 ** 3 }

export type StorageSettings = {
  dir: string
  /** See `createFileSource`. */
  fileHosts: readonly string[]
  limits?: Partial<StorageLimits>
  /** The resolver of names; the system's own unless a test plays a hostile one. */
  lookup?: LookupFunction
}

export function createStorage({ dir, fileHosts, limits: given, lookup }: StorageSettings) {
  const limits = { ...standardLimits, ...given }
  const folder = { dir: absolute(dir), tmp: join(absolute(dir), 'tmp') }
  const source = createFileSource(fileHosts, limits, lookup)

  return {
    /** Fetches `url` (never stored, never logged: it carries a signature) as `file`, a name of ours: `<uuid>.mp4`. */
    async download({ url, file }: { url: string; file: string }): Promise<DownloadOutcome> {
      const from = source.judge(url)
      if (!from.ok) return { tag: 'failed', code: from.code, retry: false }
      if (!isOurName(file)) return { tag: 'failed', code: 'bad_file_name', retry: false }
      try {
        const answer = await request(from.url, requestOptions(from.agent, limits.totalMs))
        // A body given up half-way says so once more, after the download has its outcome.
        answer.body.on('error', () => undefined)
        try {
          const declaredBytes = judgeAnswer(answer, limits.maxBytes)
          await requireSpace(folder.dir, declaredBytes ?? 0)
          const content = { chunks: answer.body, maxBytes: limits.maxBytes, declaredBytes }
          const arriving = await receiveFile(folder, file, content)
          await nameFile(folder, file, arriving)
          return { tag: 'stored', file, bytes: arriving.bytes, sha256: arriving.sha256, contentType: 'video/mp4' }
        } finally {
          answer.body.destroy()
        }
      } catch (error) {
        return { tag: 'failed', ...refusalOf(error) }
      }
    },

    /** The absolute path of a file of ours; null for any other name. Whether it is there, the disk says. */
    resolve(file: string): string | null {
      return isOurName(file) ? join(folder.dir, file) : null
    },

    /** Bytes that may still be written. */
    async freeBytes(): Promise<number> {
      await mkdir(folder.dir, { recursive: true })
      return free(folder.dir)
    },

    /** Removes what broken downloads left; answers how many. A download under way has been written to of late: it stays. */
    async sweep(): Promise<number> {
      await mkdir(folder.tmp, { recursive: true })
      const abandoned = (await diskTime(folder.tmp)) - 2 * limits.idleMs
      const parts = (await readdir(folder.tmp))
        .filter((name) => name.endsWith('.part'))
        .map((name) => join(folder.tmp, name))
      const removed = await Promise.all(parts.map((part) => removeOlder(part, abandoned)))
      return removed.filter(Boolean).length
    },

    close: () => source.close(),
  }
}

function isOurName(file: string): boolean {
  return /^[0-9a-f-]{36}\.mp4$/.test(file)
}

function requestOptions(dispatcher: Dispatcher, totalMs: number) {
  const headers = { accept: 'video/mp4', 'accept-encoding': 'identity' }
  return { dispatcher, headers, signal: AbortSignal.timeout(totalMs) }
}

/** The declared length, or null; throws a `Refused` for what is not a film of a size we keep. */
function judgeAnswer({ statusCode, headers }: Dispatcher.ResponseData, maxBytes: number): number | null {
  // A redirect could lead anywhere, past every check of the first address: it is not followed.
  if (statusCode >= 300 && statusCode < 400) throw new Refused('redirected', false)
  // Signed links end like this; the video, read again, has a new one.
  if ([403, 404, 410].includes(statusCode)) throw new Refused('link_expired', true)
  if (statusCode !== 200)
    throw new Refused(`http_${String(statusCode)}`, [408, 429].includes(statusCode) || statusCode >= 500)
  const type =
    String(headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase() ?? ''
  const encoding = headers['content-encoding'] ?? 'identity'
  if (!filmTypes.includes(type) || encoding !== 'identity') throw new Refused('wrong_type', true)
  const length = headers['content-length']
  const declared = length === undefined ? null : Number(length)
  if (declared !== null && declared > maxBytes) throw new Refused('too_large', false)
  return declared
}

/** File hosts often know no type; the bytes are looked at in any case. */
const filmTypes = ['video/mp4', 'application/octet-stream', 'binary/octet-stream']

async function requireSpace(dir: string, bytes: number): Promise<void> {
  await mkdir(dir, { recursive: true })
  if ((await free(dir)) < bytes + reserveBytes) throw new Refused('disk_full', true)
}

/** Postgres may share the disk: the last of it is not for films. */
const reserveBytes = 64 * 1024 ** 2

async function free(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

/** What time the disk thinks it is: the only clock that its files can be compared with. */
async function diskTime(tmp: string): Promise<number> {
  const mark = join(tmp, '.swept')
  await writeFile(mark, '')
  return (await stat(mark)).mtimeMs
}

async function removeOlder(part: string, limit: number): Promise<boolean> {
  const age = await stat(part).catch(() => null)
  if (age === null || age.mtimeMs > limit) return false
  await rm(part, { force: true })
  return true
}
