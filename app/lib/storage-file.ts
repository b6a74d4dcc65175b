/** One file on its way into the house: checked, hashed and flushed under a provisional name, then named for good. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

import { Refused } from './storage-refusal.ts'

export type Arriving = { bytes: number; sha256: string; part: string }
export type Folder = { dir: string; tmp: string }
export type Content = { chunks: AsyncIterable<Uint8Array>; maxBytes: number; declaredBytes: number | null }

/** Writes the content under `tmp`. Throws a `Refused`, or what disk and connection throw; leaves nothing then. */
export async function receiveFile(folder: Folder, file: string, content: Content): Promise<Arriving> {
  await mkdir(folder.tmp, { recursive: true })
  const part = join(folder.tmp, `${file}.${randomBytes(6).toString('hex')}.part`)
  try {
    return { ...(await write(part, content)), part }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Gives the file its name. A name once given keeps its bytes: the same again is fine, others are refused. */
export async function nameFile(folder: Folder, file: string, arriving: Arriving): Promise<void> {
  const target = join(folder.dir, file)
  try {
    // A link fails where the name is taken; a rename would replace it in silence.
    await link(arriving.part, target)
    await flushFolder(folder.dir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if ((await hashOf(target)) !== arriving.sha256) throw new Refused('exists_with_other_bytes', false)
  } finally {
    await rm(arriving.part, { force: true })
  }
}

async function write(part: string, { chunks, maxBytes, declaredBytes }: Content) {
  const hash = createHash('sha256')
  let bytes = 0
  let head: Buffer = Buffer.alloc(0)
  const handle = await open(part, 'wx+', 0o640)
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) throw new Refused('too_large', false)
      if (head.length < 12) head = checkedHead(Buffer.concat([head, chunk]))
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    if (head.length < 12) throw new Refused('not_mp4', true)
    const cut = declaredBytes !== null && bytes !== declaredBytes
    if (cut || !(await endsWithItsBoxes(handle, bytes))) throw new Refused('truncated', true)
    await handle.sync()
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

/** An MP4 begins with its `ftyp` box. Read first, so that a page of HTML never grows to a gigabyte. */
function checkedHead(head: Buffer): Buffer {
  if (head.length >= 12 && head.toString('latin1', 4, 8) !== 'ftyp') throw new Refused('not_mp4', true)
  return head.subarray(0, 12)
}

/** The boxes of an MP4 follow each other to its very end: half a film that declares its own length is half a film. */
async function endsWithItsBoxes(handle: FileHandle, bytes: number): Promise<boolean> {
  const head = Buffer.alloc(16)
  let at = 0
  while (at < bytes) {
    await handle.read(head.fill(0), 0, 16, at)
    const short = head.readUInt32BE(0)
    // 0: this box goes on to the end. 1: its length needs eight bytes.
    if (short === 0 && at > 0) return true
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8) return false
    at += length
  }
  return at === bytes
}

/** Without this a power cut may forget the name of a file whose bytes are safe. */
async function flushFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
