/** A small real server for the faults that no mock can play: each request is answered by hand, socket included. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSocket, type AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Heard = { method: string; path: string; headers: IncomingMessage['headers']; body: string }

/** Serves until the test ends; `heard` fills with the requests as they arrive. */
export async function serve(answer: (response: ServerResponse, request: Heard) => void) {
  const heard: Heard[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
      heard.push(one)
      answer(response, one)
    })
  }
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${String(port)}`, host: `127.0.0.1:${String(port)}`, heard }
}

/** An address where nobody listens. */
export async function deadOrigin(): Promise<string> {
  const socket = createSocket()
  await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready))
  const { port } = socket.address() as AddressInfo
  await new Promise((closed) => socket.close(closed))
  return `http://127.0.0.1:${String(port)}`
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_1', ...headers })
    response.end(JSON.stringify(value))
  }
}

export function raw(text: string, status = 200, type = 'application/json') {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type, 'x-request-id': 'req_1' })
    response.end(text)
  }
}

/** Faults of the line. */
export const faults = {
  resetBeforeHeaders: (response: ServerResponse) => response.socket?.resetAndDestroy(),
  resetAfterHeaders: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_1' })
    response.write('{"id":')
    setTimeout(() => response.socket?.resetAndDestroy(), 20)
  },
  noHeaders: () => undefined,
  stalledBody: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_1' })
    response.write('{"id":')
  },
  drippingBody: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_1' })
    const drip = setInterval(() => response.write(' '), 10)
    response.on('close', () => {
      clearInterval(drip)
    })
  },
} satisfies Record<string, (response: ServerResponse) => unknown>
