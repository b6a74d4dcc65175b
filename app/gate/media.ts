/** A file of ours as an answer, whole or in part, never held in memory (security.md §6). */
import { open, stat, type FileHandle } from 'node:fs/promises'

import type { MediaFile } from '#app/desk/desk.ts'

import type { GateArgs } from './context.ts'
import { readRange, type ByteRange } from './range.ts'
import { refusal } from './refusal.ts'
import { refuse } from './refusal-page.ts'

const chunkBytes = 65_536

/**
 * Serves the file that the desk found, after the session was checked; `name` is what a saved copy is called, without its
 * extension. 206, 416 and 304 as the request asks; 404 when there
 * is none, when it is gone from the disk, or when it is no longer as long as it was archived.
 */
export async function serveMedia(
  { request, context }: GateArgs,
  file: MediaFile | null,
  name = 'recit',
): Promise<Response> {
  const kept = file === null ? null : await stat(file.path).catch(() => null)
  if (file === null || kept?.isFile() !== true || kept.size !== file.bytes) {
    return refuse(request, refusal(404, { text: 'Ce film n’est pas disponible.' }))
  }
  const headers = mediaHeaders(file, name)
  const tag = `"${file.sha256}"`
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  const range = askedRange(request, { tag, bytes: file.bytes })
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.bytes}` } })
  }
  const part = range ?? { first: 0, last: file.bytes - 1 }
  const body =
    request.method === 'HEAD' || file.bytes === 0
      ? null
      : readPart(file.path, part, { context, signal: request.signal })
  return new Response(body, {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'Content-Length': String(part.last - part.first + 1),
      ...(range === null ? {} : { 'Content-Range': `bytes ${part.first}-${part.last}/${file.bytes}` }),
    },
  })
}

function mediaHeaders({ contentType, sha256 }: MediaFile, name: string): Record<string, string> {
  const extension = contentType.split(/[/;]/)[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin'
  return {
    'Content-Type': contentType,
    'Content-Disposition': `inline; filename="${name}.${extension}"`,
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
    ETag: `"${sha256}"`,
  }
}

/** A part is only asked for by GET, and only of the very file that the browser holds the rest of. */
function askedRange(request: Request, { tag, bytes }: { tag: string; bytes: number }) {
  if (request.method !== 'GET' || (request.headers.get('if-range') ?? tag) !== tag) return null
  return readRange(request.headers.get('range'), bytes)
}

/**
 * Opens the file when the first byte is wanted. Remix's adapter writes without waiting, so each chunk waits here until the
 * last one has left: a slow client would else pull the whole film into memory.
 */
function readPart(
  path: string,
  { first, last }: ByteRange,
  { context, signal }: { context: GateArgs['context']; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  let at = first
  let file: FileHandle | null = null
  const close = async () => {
    await file?.close()
    file = null
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const listening = (await context.visit.drained()) && !signal.aborted
        if (!listening) return close().then(() => controller.close())
        file ??= await open(path)
        const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(chunkBytes, last + 1 - at)), {
          position: at,
        })
        if (bytesRead === 0) return close().then(() => controller.error(new Error('file cut short')))
        at += bytesRead
        controller.enqueue(buffer.subarray(0, bytesRead))
        if (at > last) return close().then(() => controller.close())
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}
