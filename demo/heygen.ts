/**
 * A stand-in for HeyGen v3 and its file host (`heygen.md` §10). What was paid for is in a ledger in `dir`, on the disk
 * before the client hears of it; a new simulator on the same folder goes on where the last one stopped.
 */
import { sha256 } from './answers.ts'
import { createVideoDoor } from './heygen/create.ts'
import { doorsOf, type Door } from './heygen/doors.ts'
import { heygenError } from './heygen/errors.ts'
import { serveFile } from './heygen/file-host.ts'
import type { LedgerEntry } from './heygen/ledger.ts'
import { openStudio, type StudioOptions } from './heygen/studio.ts'
import { createWebhookEndpoints } from './heygen/webhook-endpoints.ts'
import type { WebhookMode, WebhookTarget } from './heygen/webhook-request.ts'
import { createWebhookSender, usualRetryDelaysMs } from './heygen/webhook-sender.ts'

export type { LedgerEntry } from './heygen/ledger.ts'

export type HeygenCall = {
  n: number
  /** ISO 8601. */
  at: string
  method: string
  path: string
  requestId: string
  bodySha256: string
  idempotencyKey: string | null
  /** What was planned for it; null where no plan was asked. */
  scenario: string | null
  status: number | null
}

/** `mode` is `documented` unless told. */
export type Webhook = { url: string; secret: string; mode?: WebhookMode }

/** Renders take 8 s and links live 7 days unless told; times in milliseconds. */
export type HeygenOptions = StudioOptions & { webhook?: Webhook; retryDelaysMs?: readonly number[] }

export type HeygenSimulator = {
  /** Any path under `/v3` or `/files`. A fault of the connection is marked on the response (`demo/fault.ts`). */
  fetch(request: Request): Promise<Response>
  /** Scenarios for the next videos, in order (`demo/heygen/scenarios.ts`). Throws on an unknown name. */
  plan(scenarios: readonly string[]): void
  /** The videos paid for, oldest first. */
  ledger(): LedgerEntry[]
  calls(): HeygenCall[]
  /** From now on; what was due and had nowhere to go is sent. */
  setWebhook(webhook: Webhook): void
  /** No webhook leaves after this. */
  stop(): void
}

export function createHeygenSimulator(options: HeygenOptions): HeygenSimulator {
  const studio = openStudio(options)
  const endpoints = createWebhookEndpoints(studio)
  let webhook = options.webhook
  const targets = () => [...ownTarget(webhook), ...endpoints.targets()]
  const sender = createWebhookSender(studio, targets, options.retryDelaysMs ?? usualRetryDelaysMs)
  const create = createVideoDoor(studio, (entry) => sender.schedule(entry))
  const doors = doorsOf({ studio, endpoints, history: sender.history })
  const calls: HeygenCall[] = []
  const scheduleAll = () => studio.ledger.lines.forEach((entry) => sender.schedule(entry))
  scheduleAll()

  return {
    plan: (scenarios) => studio.plan.add(scenarios),
    ledger: () => structuredClone([...studio.ledger.lines]),
    calls: () => calls.map((call) => ({ ...call })),
    stop: () => sender.stop(),
    setWebhook(next) {
      webhook = next
      scheduleAll()
    },

    async fetch(request) {
      const url = new URL(request.url)
      if (url.pathname.startsWith('/files/')) return serveFile(studio, request, url)
      const bytes = await request.text()
      const call = recordOf(request, url, bytes, calls.length + 1)
      calls.push(call)
      const answer = await answerTo(request, url, bytes, call)
      call.status = answer.status
      if (answer.type !== 'error') answer.headers.set('x-request-id', call.requestId)
      return answer
    },
  }

  async function answerTo(request: Request, url: URL, bytes: string, call: HeygenCall): Promise<Response> {
    const key = request.headers.get('x-api-key')
    if (!key || (options.apiKey !== undefined && key !== options.apiKey)) return heygenError('unauthorized')
    if (request.method === 'POST' && bytes !== '' && !isJson(request)) {
      return heygenError('invalid_parameter', {
        message: 'Content-Type must be application/json',
        param: 'Content-Type',
      })
    }
    if (request.method === 'POST' && url.pathname === '/v3/videos') {
      return create(bytes, call.idempotencyKey, (scenario) => void (call.scenario = scenario))
    }
    return opened(doors, request.method, url, bytes)
  }
}

function ownTarget(webhook: Webhook | undefined): WebhookTarget[] {
  if (!webhook) return []
  return [{ name: 'own', url: webhook.url, secret: webhook.secret, mode: webhook.mode ?? 'documented', events: null }]
}

function recordOf(request: Request, url: URL, bytes: string, n: number): HeygenCall {
  const bodySha256 = sha256(bytes)
  const requestId = sha256(`${n} ${request.method} ${url.pathname} ${bodySha256}`).slice(0, 32)
  const idempotencyKey = request.headers.get('idempotency-key')
  const at = new Date().toISOString()
  return {
    n,
    at,
    method: request.method,
    path: url.pathname,
    requestId,
    bodySha256,
    idempotencyKey,
    scenario: null,
    status: null,
  }
}

const isJson = (request: Request) => /^application\/json\b/.test(request.headers.get('content-type') ?? '')

function opened(doors: Door[], method: string, url: URL, bytes: string): Response | Promise<Response> {
  for (const { method: own, path, open } of doors) {
    const found = own === method ? path.exec(url.pathname) : null
    if (found) return open({ id: found.groups?.['id'] ?? '', query: url.searchParams, bytes })
  }
  return heygenError('resource_not_found')
}
