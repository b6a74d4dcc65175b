/** What the tests of the rehearsal share: well-formed requests, folders, and a receiver of webhooks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

export const scriptKeys = ['accueil', 'portrait', 'elan', 'annee', 'cloture'] as const
export type Script = Record<(typeof scriptKeys)[number], string>

const text = { type: 'string' }
export const scriptSchema = {
  type: 'object',
  properties: Object.fromEntries(scriptKeys.map((key) => [key, text])),
  required: [...scriptKeys],
  additionalProperties: false,
}

export function modelRequest(input: unknown, more: Record<string, unknown> = {}) {
  return {
    model: 'gpt-6.1-terra',
    instructions: 'Écrivez le texte.',
    input: typeof input === 'string' ? input : JSON.stringify(input),
    store: false,
    text: { format: { type: 'json_schema', name: 'video_script', strict: true, schema: scriptSchema } },
    ...more,
  }
}

export function openAiPost(body: unknown, base = 'http://sim.test', path = '/v1/responses'): Request {
  const headers = { authorization: 'Bearer sk-test', 'content-type': 'application/json' }
  return new Request(base + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

export type ModelAnswer = {
  id: string
  status: string
  incomplete_details: { reason: string } | null
  error: { code: string } | null
  usage?: { input_tokens: number; output_tokens: number; total_tokens: number } | null
  output: { type: string; phase?: string; content?: { type: string; text?: string; refusal?: string }[] }[]
}

export function textOf(answer: ModelAnswer): string {
  const parts = answer.output.filter(({ type }) => type === 'message').flatMap(({ content }) => content ?? [])
  return parts.map((part) => part.text ?? '').join('')
}

export const videoBody = (more: Record<string, unknown> = {}) => ({
  type: 'avatar',
  avatar_id: 'look_7c1f0e5b',
  script: 'Bonjour, votre chemin de vie est le sept.',
  voice_id: 'voice_fr_0192',
  title: 'attempt_1',
  callback_id: 'attempt_1',
  engine: { type: 'avatar_iv' },
  ...more,
})

type Ask = { method?: string; body?: unknown; key?: string; base?: string; headers?: Record<string, string> }

export function heygenRequest(
  path: string,
  { method = 'GET', body, key, base = 'http://sim.test', headers }: Ask = {},
): Request {
  const named = { 'x-api-key': 'hg-test', 'content-type': 'application/json', ...headers }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return new Request(base + path, { method, headers: key ? { ...named, 'idempotency-key': key } : named, ...init })
}

export const createVideo = (more: Record<string, unknown> = {}, key?: string) =>
  heygenRequest('/v3/videos', { method: 'POST', body: videoBody(more), ...(key ? { key } : {}) })

/** Removed when the test is over. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'recit-sim-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export type Received = { headers: Record<string, string>; bytes: Buffer }

/** A loopback server that keeps what it receives; `status` may say 500 for the nth delivery. */
export async function receiver(status: (nth: number) => number = () => 200) {
  const received: Received[] = []
  const server = createServer((message, answer) => {
    if (message.method !== 'POST') return void answer.writeHead(200).end()
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      received.push({ headers, bytes: Buffer.concat(chunks) })
      answer.writeHead(status(received.length)).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

/** The same check of an answer, until it passes or five seconds are over. */
export async function until<Value>(
  look: () => Value | undefined | null | false | Promise<Value | undefined | null | false>,
) {
  const end = Date.now() + 5_000
  for (;;) {
    const value = await look()
    if (value) return value
    if (Date.now() > end) throw new Error('It did not happen within five seconds')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
