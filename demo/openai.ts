/** A stand-in for OpenAI: as strict as the real one, and able to fail in every way that `openai.md` §11 names. */
import { jsonAnswer, pause, sha256 } from './answers.ts'
import { withFault } from './fault.ts'
import { answerText } from './openai/answer-text.ts'
import { createKeptResponses, type KeptResponses } from './openai/background.ts'
import { openAiError } from './openai/errors.ts'
import { moderationAnswer } from './openai/moderation.ts'
import { readModelRequest, type ModelRequest } from './openai/request.ts'
import { completedResponse, type ModelResponse } from './openai/response.ts'
import * as scenarios from './openai/scenarios.ts'
import { streamAnswer } from './openai/stream.ts'
import { createPlan, stepNamed, type Step } from './plan.ts'

export type CallRecord = {
  n: number
  /** ISO 8601. */
  at: string
  method: string
  path: string
  requestId: string
  bodySha256: string
  /** What was planned for it, `ok` where nothing was. */
  scenario: string
  /** The model ran: the real one would have charged for it, whether or not the answer arrived. */
  paid: boolean
}

/** `apiKey`: without one, any is accepted. `delayMs`: how long the model thinks. */
export type OpenAiOptions = { apiKey?: string; delayMs?: number }

export type OpenAiSimulator = {
  /** Any path under `/v1`. A fault of the connection is marked on the response (`demo/fault.ts`). */
  fetch(request: Request): Promise<Response>
  /** Scenarios for the next calls to `POST /v1/responses`, in order. Throws on an unknown name. */
  plan(names: readonly string[]): void
  calls(): CallRecord[]
}

type Line = { delayMs: number; plan: ReturnType<typeof createPlan>; kept: KeptResponses }

export function createOpenAiSimulator({ apiKey, delayMs = 1_500 }: OpenAiOptions = {}): OpenAiSimulator {
  const line: Line = { delayMs, plan: createPlan(scenarios.openAiScenarios), kept: createKeptResponses() }
  const calls: CallRecord[] = []

  return {
    plan: (names) => line.plan.add(names),
    calls: () => calls.map((call) => ({ ...call })),

    async fetch(request) {
      const call = await recordOf(request.clone(), calls.length + 1)
      calls.push(call)
      const answer = keyProblem(request, apiKey) ?? (await route(request, call, line))
      for (const [name, value] of Object.entries(usualHeaders(call, line.delayMs))) {
        if (answer.type !== 'error') answer.headers.set(name, value)
      }
      return answer
    },
  }
}

async function recordOf(request: Request, n: number): Promise<CallRecord> {
  const bodySha256 = sha256(new Uint8Array(await request.arrayBuffer()))
  const requestId = `req_${sha256(`${n} ${bodySha256}`).slice(0, 32)}`
  const { pathname: path } = new URL(request.url)
  const at = new Date().toISOString()
  return { n, at, method: request.method, path, requestId, bodySha256, scenario: 'ok', paid: false }
}

function keyProblem(request: Request, apiKey: string | undefined): Response | null {
  const given = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (given !== undefined && (apiKey === undefined || given === apiKey)) return null
  return openAiError({ status: 401, message: 'Incorrect API key provided.', param: null, code: 'invalid_api_key' })
}

async function route(request: Request, call: CallRecord, line: Line): Promise<Response> {
  const [, version, resource, id, verb, ...rest] = call.path.split('/')
  const name = version === 'v1' && rest.length === 0 ? `${request.method} ${resource ?? ''}` : ''
  if (request.method === 'POST' && verb === undefined && !isJson(request)) {
    const message = 'Unsupported content type: application/json is required.'
    return openAiError({ status: 400, message, param: null, code: 'unsupported_content_type' })
  }
  if (name === 'POST responses' && id === undefined) return respond(await request.text(), call, line)
  if (name === 'GET responses' && id !== undefined && verb === undefined) return line.kept.find(id)
  if (name === 'POST responses' && id !== undefined && verb === 'cancel') return line.kept.cancel(id)
  if (name === 'POST moderations') return moderationAnswer(await request.text(), call.requestId)
  if (name === 'GET models') return jsonAnswer(200, { object: 'list', data: models })
  return openAiError({ status: 404, message: `Invalid URL (${request.method} ${call.path})`, param: null, code: null })
}

const isJson = (request: Request) => /^application\/json\b/.test(request.headers.get('content-type') ?? '')

const models = ['gpt-6.2-sol', 'gpt-6.1-sol', 'gpt-6.1-terra', 'gpt-6-luna'].map((id) => ({
  ...{ id, object: 'model', created: 1_790_000_000, owned_by: 'openai' },
}))

async function respond(body: string, call: CallRecord, line: Line): Promise<Response> {
  const request = readModelRequest(body)
  if ('message' in request) return openAiError(request)
  const steps = line.plan.next()
  call.scenario = steps.map(({ name }) => name).join('+') || 'ok'
  const names = steps.map(({ name }) => scenarios.meant(name))
  const rejection = pick(scenarios.rejections, names)
  if (rejection) return openAiError(rejection, rejection.headers)
  call.paid = !names.some((name) => ['html_503', 'connection_refused'].includes(name))
  return played(request, names, { steps, call, line })
}

type Play = { steps: Step<string>[]; call: CallRecord; line: Line }

async function played(request: ModelRequest, names: string[], { steps, call, line }: Play): Promise<Response> {
  const delayMs = stepNamed(steps, 'slow')?.amount ?? line.delayMs
  const text = answerText(request)
  const response = altered(completedResponse(request, text, call.requestId.slice(4), unixNow()), names, text)
  const streamFault = scenarios.streamFaults.find((name) => names.includes(name)) ?? null
  if (streamFault !== null && !request.stream)
    throw new Error(`Scenario ${streamFault} needs a request with stream: true`)

  if (request.background) return line.kept.keep(response, delayMs)
  if (!request.stream) await pause(delayMs)
  const strange = pick(scenarios.strangeAnswers, names)?.(response)
  const whole = request.stream ? streamAnswer(response, streamFault, delayMs) : jsonAnswer(200, response)
  const fault = pick(scenarios.socketFaults, names)
  return fault === undefined ? (strange ?? whole) : withFault(strange ?? whole, fault)
}

function altered(response: ModelResponse, names: string[], text: string): ModelResponse {
  return pick(scenarios.alterations, names)?.(response, text) ?? response
}

function pick<Value>(table: Record<string, Value>, names: string[]): Value | undefined {
  return names.map((name) => table[name]).find((value) => value !== undefined)
}

const unixNow = () => Math.floor(Date.now() / 1000)

/** As named by OpenAI (`openai.md` §2). */
function usualHeaders({ requestId, n }: CallRecord, delayMs: number): Record<string, string> {
  return {
    'x-request-id': requestId,
    'openai-processing-ms': String(delayMs),
    'openai-version': '2020-10-01',
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': String(Math.max(0, 500 - n)),
    'x-ratelimit-reset-requests': '120ms',
    'x-ratelimit-limit-tokens': '200000',
    'x-ratelimit-remaining-tokens': '196000',
    'x-ratelimit-reset-tokens': '6ms',
  }
}
