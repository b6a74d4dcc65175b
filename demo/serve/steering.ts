/** `/__sim/…`: what a test or a demonstration tells the simulators, and asks them. */
import { isObject, jsonAnswer, parseJson } from '../answers.ts'
import type { HeygenSimulator } from '../heygen.ts'
import type { WebhookMode } from '../heygen/webhook-request.ts'
import type { OpenAiSimulator } from '../openai.ts'

type Pair = { openai: OpenAiSimulator; heygen: HeygenSimulator }

/**
 * `POST plan` `{openai?: string[], moderation?: string[], heygen?: string[]}` · `POST webhook` `{url, secret, mode?}` ·
 * `GET calls` (both vendors, each with its `vendor`) · `GET ledger` (the paid videos).
 */
export async function steer(request: Request, path: string, { openai, heygen }: Pair): Promise<Response> {
  const order = `${request.method} ${path.slice('/__sim/'.length)}`
  if (order === 'GET ledger') return jsonAnswer(200, heygen.ledger())
  if (order === 'GET calls') {
    const asked = openai.calls().map((call) => ({ vendor: 'openai', ...call }))
    return jsonAnswer(200, [...asked, ...heygen.calls().map((call) => ({ vendor: 'heygen', ...call }))])
  }
  const body = parseJson(await request.text())
  if (order === 'POST plan' && isObject(body)) return plan(body, { openai, heygen })
  if (order === 'POST webhook' && isObject(body)) return setWebhook(body, heygen)
  return jsonAnswer(404, { error: `No such order: ${order}` })
}

function plan(body: Record<string, unknown>, { openai, heygen }: Pair): Response {
  try {
    openai.plan(strings(body['openai']))
    openai.planModeration(strings(body['moderation']))
    heygen.plan(strings(body['heygen']))
    return jsonAnswer(200, { planned: true })
  } catch (error) {
    return jsonAnswer(400, { error: String(error) })
  }
}

function setWebhook({ url, secret, mode }: Record<string, unknown>, heygen: HeygenSimulator): Response {
  if (typeof url !== 'string' || typeof secret !== 'string')
    return jsonAnswer(400, { error: 'url and secret are needed' })
  const known = modes.find((one) => one === mode)
  if (mode !== undefined && known === undefined) return jsonAnswer(400, { error: `mode is one of ${modes.join(', ')}` })
  heygen.setWebhook({ url, secret, ...(known === undefined ? {} : { mode: known }) })
  return jsonAnswer(200, { set: true })
}

const modes: WebhookMode[] = ['documented', 'production', 'unsigned', 'off']

function strings(value: unknown): string[] {
  if (value === undefined) return []
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw new Error('A plan is a list of scenario names')
}
