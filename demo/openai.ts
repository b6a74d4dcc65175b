/** A stand-in for OpenAI: as strict as the real one, and able to fail in every way that `openai.md` §11 names. */
import { jsonAnswer, pause } from './answers.ts'
import { withFault } from './fault.ts'
import { answerText } from './openai/answer-text.ts'
import { createKeptResponses, type KeptResponses } from './openai/background.ts'
import { recordOf, usualHeaders, type CallRecord } from './openai/call-record.ts'
import { openAiError } from './openai/errors.ts'
import { createModerator, type Moderator } from './openai/moderation.ts'
import { obeyedText } from './openai/obey.ts'
import { readModelRequest, type ModelRequest } from './openai/request.ts'
import { completedResponse, type ModelResponse } from './openai/response.ts'
import * as scenarios from './openai/scenarios.ts'
import { streamAnswer } from './openai/stream.ts'
import { createPlan, stepNamed, type Step } from './plan.ts'

export type { CallRecord } from './openai/call-record.ts'

/**
 * `apiKey`: without one, any is accepted. `delayMs`: how long the model takes for a whole answer. `streamMs`: how long a
 * streamed one takes to arrive, four times as long where nothing is said.
 */
export type OpenAiOptions = { apiKey?: string; delayMs?: number; streamMs?: number }

export type OpenAiSimulator = {
  /** Any path under `/v1`. A fault of the connection is marked on the response (`demo/fault.ts`). */
  fetch(request: Request): Promise<Response>
  /** Scenarios for the next calls to `POST /v1/responses`, in order. Throws on an unknown name. */
  plan(names: readonly string[]): void
  /** The same for `POST /v1/moderations`, in a queue of its own (`moderationScenarios`). */
  planModeration(names: readonly string[]): void
  /** How long the calls from now on take, as in `OpenAiOptions`. */
  pace(times: { delayMs?: number; streamMs?: number }): void
  calls(): CallRecord[]
}

type Line = {
  delayMs: number
  streamMs: number
  plan: ReturnType<typeof createPlan>
  moderator: Moderator
  kept: KeptResponses
}

export function createOpenAiSimulator(options: OpenAiOptions = {}): OpenAiSimulator {
  const { apiKey, delayMs = 1_500, streamMs = 4 * delayMs } = options
  const plan = createPlan(scenarios.openAiScenarios)
  const line: Line = { delayMs, streamMs, plan, moderator: createModerator(), kept: createKeptResponses() }
  const calls: CallRecord[] = []

  return {
    plan: (names) => line.plan.add(names),
    planModeration: (names) => line.moderator.plan(names),
    pace: (times) => void Object.assign(line, times),
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
  if (name === 'POST moderations') return moderated(await request.text(), call, line)
  if (name === 'GET models') return jsonAnswer(200, { object: 'list', data: models })
  return openAiError({ status: 404, message: `Invalid URL (${request.method} ${call.path})`, param: null, code: null })
}

const isJson = (request: Request) => /^application\/json\b/.test(request.headers.get('content-type') ?? '')

const models = ['gpt-6.2-sol', 'gpt-6.1-sol', 'gpt-6.1-terra', 'gpt-6-luna'].map((id) => ({
  ...{ id, object: 'model', created: 1_790_000_000, owned_by: 'openai' },
}))

async function moderated(body: string, call: CallRecord, { moderator }: Line): Promise<Response> {
  const { scenario, response } = await moderator.answer(body, call.requestId)
  call.scenario = scenario
  return response
}

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
  const usualMs = request.stream ? line.streamMs : line.delayMs
  const delayMs = stepNamed(steps, 'slow')?.amount ?? usualMs
  const text = names.includes('obey') ? obeyedText(request) : answerText(request)
  line.moderator.remember(text)
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
