/** Answers on a real socket, faults of the connection included. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import { pause } from '../answers.ts'
import { dripEveryMs, faultOf, type SocketFault } from '../fault.ts'

export async function requestOf(message: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk as Uint8Array)
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, [value].flat().join(', '))
  const method = message.method ?? 'GET'
  const body = ['GET', 'HEAD'].includes(method) ? null : new Uint8Array(Buffer.concat(chunks))
  return new Request(new URL(message.url ?? '/', origin), { method, headers, body })
}

export async function answerOn(socket: ServerResponse, response: Response): Promise<void> {
  const marked = faultOf(response)
  if (marked) return playFault(socket, response, marked)
  socket.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) return void socket.end()
  // The client leaving ends the pipeline, which cancels the body.
  await pipeline(Readable.fromWeb(response.body as ReadableStream), socket).catch(() => undefined)
}

type Marked = { fault: SocketFault; whole: Response }

async function playFault(socket: ServerResponse, marked: Response, { fault, whole }: Marked): Promise<void> {
  if (fault === 'reset_before_headers') return reset(socket)
  if (fault === 'no_headers') return
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  socket.writeHead(whole.status, { ...Object.fromEntries(marked.headers), 'content-length': String(bytes.length) })
  if (fault === 'dripping_body') return drip(socket, bytes)
  await new Promise<void>((sent) => void socket.write(half, () => sent()))
  if (fault === 'truncated') socket.destroy()
  if (fault === 'reset_after_headers') {
    // Long enough for the client to have read the headers.
    await pause(20)
    reset(socket)
  }
}

/** A TCP reset, not a polite end. */
function reset(socket: ServerResponse) {
  socket.socket?.resetAndDestroy()
}

async function drip(socket: ServerResponse, bytes: Uint8Array): Promise<void> {
  for (const byte of bytes) {
    if (socket.destroyed) return
    socket.write(new Uint8Array([byte]))
    await pause(dripEveryMs)
  }
  socket.end()
}
