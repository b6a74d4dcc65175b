/** A gate on the loopback in front of a small handler, and a client that may lie: it writes bytes. */
import { connect, type AddressInfo } from 'node:net'
import type { Server } from 'node:http'

import express, { type RequestHandler } from 'express'

import type { House } from '#app/gate/context.ts'
import { createGuard, lastResort } from '#app/gate/guard.ts'
import type { Log } from '#app/gate/http-log.ts'
import { listen } from '#app/gate/server.ts'

export const house: House = {
  origin: null,
  secureCookies: false,
  sessionSecret: 'a secret for tests that is long enough',
  demo: { openai: true, heygen: true },
}

export type Logged = { level: 'info' | 'warn' | 'error'; fields: Record<string, unknown> }

export function listeningLog(): { log: Log; lines: Logged[] } {
  const lines: Logged[] = []
  const write = (level: Logged['level']) => (fields: object) => void lines.push({ level, fields: { ...fields } })
  return { log: { info: write('info'), warn: write('warn'), error: write('error') }, lines }
}

export async function openHouse(handler: RequestHandler, parts: Partial<House> = {}) {
  const { log, lines } = listeningLog()
  const app = express()
  app.use(createGuard({ house: { ...house, ...parts }, log }))
  app.use(handler)
  app.use(lastResort(log))
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  const { port } = server.address() as AddressInfo
  return { server, port, lines, close: () => closeNow(server) }
}

function closeNow(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

export type Heard = { status: number; head: string; headers: Map<string, string>; body: string }

/** Sends `chunks` as they are and hears until the server hangs up; status 0 when it said nothing. */
export function speak(port: number, chunks: string[], { hangUp = false } = {}): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
    socket.on('error', () => undefined).on('close', () => resolve(parse(heard)))
    for (const chunk of chunks) socket.write(chunk)
    if (hangUp) setTimeout(() => socket.destroy(), 50)
  })
}

/** One whole request; `Host` and `Connection: close` are added, a body gets its length. */
export function ask(
  port: number,
  start: string,
  headers: Record<string, string | undefined> = {},
  body = '',
): Promise<Heard> {
  const length = body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...length, ...headers }
  const lines = Object.entries(all).filter(([, value]) => value !== undefined)
  return speak(port, [
    `${start} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  ])
}

export const fromHere = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

function parse(heard: string): Heard {
  const end = heard.indexOf('\r\n\r\n')
  const head = end < 0 ? heard : heard.slice(0, end)
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const [name = '', ...value] = line.split(':')
    const key = name.toLowerCase()
    headers.set(key, [headers.get(key), value.join(':').trim()].filter(Boolean).join(', '))
  }
  return { status: Number(first.split(' ')[1] ?? 0), head, headers, body: heard.slice(end + 4) }
}
