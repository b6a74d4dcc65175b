/** `POST /v3/videos`: the one call that costs money, with its idempotency store (`heygen.md` §3). */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { isObject, jsonAnswer, parseJson, pause, sha256, type JsonObject } from '../answers.ts'
import { withFault } from '../fault.ts'
import { stepNamed, type Step } from '../plan.ts'
import { creationProblem } from './create-rules.ts'
import { heygenError } from './errors.ts'
import { openJournal } from './journal.ts'
import { stateOf, type LedgerEntry } from './ledger.ts'
import { plannedFate, plannedRefusal, type HeygenScenario } from './scenarios.ts'
import type { Studio } from './studio.ts'

type Refused = { key: string; at_ms: number; status: number; body: string }
type Order = { bytes: string; key: string | null; steps: Step<HeygenScenario>[] }

const keyLifeMs = 24 * 3_600_000
const maxConcurrent = 10

/** `onAccepted` runs after the ledger has the video, before the client hears of it. */
export function createVideoDoor(studio: Studio, onAccepted: (entry: LedgerEntry) => void) {
  const refused = openJournal<Refused>(join(studio.dir, 'refused.jsonl'))
  const inFlight = new Set<string>()

  /** `note` is told the scenario that was played. */
  return async (bytes: string, key: string | null, note: (scenario: string) => void): Promise<Response> => {
    if (key !== null && !/^[A-Za-z0-9_\-:.]{1,255}$/.test(key)) {
      return heygenError('invalid_parameter', { message: 'Malformed Idempotency-Key', param: 'Idempotency-Key' })
    }
    if (key !== null && inFlight.has(key)) return heygenError('request_in_progress')
    const earlier = key === null ? null : replayed(key, studio, refused.lines)
    if (earlier !== null) return earlier
    if (key !== null) inFlight.add(key)
    try {
      const answer = await decided({ bytes, key }, note)
      if (key !== null && studio.errorsReplayed && answer.status >= 400) await remember(answer.clone(), key)
      return answer
    } finally {
      if (key !== null) inFlight.delete(key)
    }
  }

  async function decided(order: Omit<Order, 'steps'>, note: (scenario: string) => void): Promise<Response> {
    const body = parseJson(order.bytes)
    const problem = creationProblem(body)
    if (problem || !isObject(body)) return heygenError('invalid_parameter', problem ?? {})
    if (openVideos(studio) >= maxConcurrent) {
      const seconds = Math.ceil(studio.renderMs / 1000)
      return heygenError('rate_limit_exceeded', { headers: { 'retry-after': String(seconds) } })
    }
    const steps = studio.plan.next()
    note(steps.map(({ name }) => name).join('+') || 'ok')
    return play({ ...order, steps }, body)
  }

  async function play(order: Order, body: JsonObject): Promise<Response> {
    const latencyMs = stepNamed(order.steps, 'latency')?.amount ?? 0
    const refusal = plannedRefusal(order.steps)
    if (stepNamed(order.steps, 'cut_before_accept')) return withFault(jsonAnswer(200, {}), 'reset_before_headers')
    if (refusal !== null) {
      await pause(latencyMs)
      return refusal
    }
    const entry = entryOf(order, body, studio)
    studio.ledger.append(entry)
    onAccepted(entry)
    await pause(latencyMs)
    return firstAnswer(entry)
  }

  async function remember(answer: Response, key: string) {
    refused.append({ key, at_ms: studio.now(), status: answer.status, body: await answer.text() })
  }
}

/** The original answer, whatever the body is now; null for a key that is new or older than 24 h. */
function replayed(key: string, { ledger, now }: Studio, refused: readonly Refused[]): Response | null {
  const fresh = (at: number) => now() - at < keyLifeMs
  const entry = ledger.lines.findLast(({ idempotency_key, at_ms }) => idempotency_key === key && fresh(at_ms))
  if (entry) return jsonAnswer(200, entry.answer)
  const refusal = refused.findLast((one) => one.key === key && fresh(one.at_ms))
  if (!refusal) return null
  return new Response(refusal.body, { status: refusal.status, headers: { 'content-type': 'application/json' } })
}

function openVideos({ ledger, now }: Studio): number {
  return ledger.lines.filter((entry) => ['pending', 'processing'].includes(stateOf(entry, now()))).length
}

function entryOf({ bytes, key, steps }: Order, body: JsonObject, studio: Studio): LedgerEntry {
  const video_id = randomBytes(16).toString('hex')
  const nameless = stepNamed(steps, 'accepted_without_video_id') !== undefined
  const late = stepNamed(steps, 'late_success')
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : null)
  return {
    ...{ video_id, idempotency_key: key, title: text('title'), callback_id: text('callback_id') },
    callback_url: text('callback_url'),
    body_sha256: sha256(bytes),
    at: new Date(studio.now()).toISOString(),
    at_ms: studio.now(),
    cost_usd: costUsd(body),
    render_ms: late ? (late.amount ?? studio.renderMs * 10) : studio.renderMs,
    fate: plannedFate(steps),
    steps,
    answer: { data: { ...(nameless ? {} : { video_id }), status: 'waiting', output_format: 'mp4' } },
  }
}

const usdPerSecond: Record<string, number> = { avatar_iii: 0.0167, avatar_iv: 0.0667, avatar_v: 0.0667 }

/** French is spoken at about 15.5 characters a second; prices of a studio avatar (`heygen.md` §3.5). */
function costUsd(body: JsonObject): number {
  const engine = isObject(body['engine']) ? String(body['engine']['type']) : 'avatar_iv'
  const scenes = Array.isArray(body['scenes']) ? (body['scenes'] as unknown[]) : [{ input: body }]
  const characters = scenes.reduce<number>((sum, scene) => {
    const input = isObject(scene) && isObject(scene['input']) ? scene['input'] : {}
    return sum + String(input['script'] ?? '').length
  }, 0)
  return Math.round((characters / 15.5) * (usdPerSecond[engine] ?? 0.0667) * 10_000) / 10_000
}

/** What the client hears the first time; a repeated key hears `entry.answer`. */
function firstAnswer({ steps, answer }: LedgerEntry): Response {
  const whole = jsonAnswer(200, answer)
  if (stepNamed(steps, 'cut_after_accept')) return withFault(whole, 'reset_before_headers')
  if (stepNamed(steps, 'no_answer_after_accept')) return withFault(whole, 'no_headers')
  return stepNamed(steps, 'error_after_accept') ? heygenError('internal_error') : whole
}
