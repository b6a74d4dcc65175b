/**
 * Both simulators on one loopback server: OpenAI under `/v1`, HeyGen under `/v3` and `/files`, the rehearsal's own desk
 * under `/__sim`. As a process:
 *
 *     node demo/serve.ts --port 0 --dir DIR [--webhook-url URL --webhook-secret SECRET] [--render-ms N] [--delay-ms N] [--stream-ms N]
 *
 * prints one line of JSON, `{"url":…}`, when it is ready, and ends on SIGTERM.
 */
import { realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { htmlAnswer, jsonAnswer } from './answers.ts'
import { createHeygenSimulator, type HeygenOptions, type HeygenSimulator } from './heygen.ts'
import { createOpenAiSimulator, type OpenAiOptions, type OpenAiSimulator } from './openai.ts'
import { steer } from './serve/steering.ts'
import { answerOn, requestOf } from './serve/on-the-socket.ts'

export type SimulatorsOptions = {
  /** 0, the default, takes any free port. */
  port?: number
  /** The folder of HeyGen's ledger. */
  dir: string
  openai?: OpenAiOptions
  heygen?: Omit<HeygenOptions, 'dir' | 'publicUrl'>
}

/** `url` is the origin, without a slash at the end. */
export type Simulators = { url: string; openai: OpenAiSimulator; heygen: HeygenSimulator; close(): Promise<void> }

export async function startSimulators({
  port = 0,
  dir,
  openai: openAiOptions,
  heygen: heygenOptions,
}: SimulatorsOptions) {
  let url = ''
  const openai = createOpenAiSimulator(openAiOptions)
  const heygen = createHeygenSimulator({ ...heygenOptions, dir, publicUrl: () => url })
  const server = createServer((message, socket) => void serve(message, socket, url, { openai, heygen }))
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', ready)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const simulators: Simulators = {
    url,
    openai,
    heygen,
    close() {
      heygen.stop()
      const closed = new Promise<void>((done) => void server.close(() => done()))
      server.closeAllConnections()
      return closed
    },
  }
  return simulators
}

type Pair = { openai: OpenAiSimulator; heygen: HeygenSimulator }

async function serve(message: IncomingMessage, socket: ServerResponse, origin: string, pair: Pair): Promise<void> {
  try {
    const request = await requestOf(message, origin)
    await answerOn(socket, await route(request, pair))
  } catch (error) {
    if (socket.headersSent || socket.destroyed) return void socket.destroy()
    await answerOn(socket, jsonAnswer(500, { error: { code: 'simulator_error', message: String(error) } }))
  }
}

async function route(request: Request, { openai, heygen }: Pair): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/v1/')) return openai.fetch(request)
  if (pathname.startsWith('/v3/') || pathname.startsWith('/files/')) return heygen.fetch(request)
  if (pathname.startsWith('/__sim/')) return steer(request, pathname, { openai, heygen })
  return htmlAnswer(404)
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      dir: { type: 'string' },
      'webhook-url': { type: 'string' },
      'webhook-secret': { type: 'string' },
      'render-ms': { type: 'string' },
      'delay-ms': { type: 'string' },
      'stream-ms': { type: 'string' },
    },
  })
  if (values.dir === undefined) throw new Error('--dir is needed: the folder of the ledger')
  const {
    'webhook-url': url,
    'webhook-secret': secret,
    'render-ms': renderMs,
    'delay-ms': delayMs,
    'stream-ms': streamMs,
  } = values
  const simulators = await startSimulators({
    port: Number(values.port),
    dir: values.dir,
    openai: {
      ...(delayMs === undefined ? {} : { delayMs: Number(delayMs) }),
      ...(streamMs === undefined ? {} : { streamMs: Number(streamMs) }),
    },
    heygen: {
      ...(renderMs === undefined ? {} : { renderMs: Number(renderMs) }),
      ...(url === undefined || secret === undefined ? {} : { webhook: { url, secret } }),
    },
  })
  process.once('SIGTERM', () => void simulators.close().then(() => process.exit(0)))
  console.log(JSON.stringify({ url: simulators.url }))
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
