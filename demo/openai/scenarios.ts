/** Every way a call to `POST /v1/responses` may go (`openai.md` §11), as data. */
import { htmlAnswer, jsonAnswer } from '../answers.ts'
import type { SocketFault } from '../fault.ts'
import { hostileText } from './hostile.ts'
import type { Refusal } from './request.ts'
import { message, refusalMessage, type ModelResponse } from './response.ts'

/** Refused before the model runs: nothing is paid. */
export const rejections: Record<string, Refusal & { headers?: Record<string, string> }> = {
  bad_request: { status: 400, message: 'Invalid value.', param: 'input', code: 'invalid_value' },
  unauthorized: { status: 401, message: 'Incorrect API key provided.', param: null, code: 'invalid_api_key' },
  forbidden: {
    status: 403,
    message: 'Country not supported.',
    param: null,
    code: 'unsupported_country_region_territory',
  },
  not_found: { status: 404, message: 'The model does not exist.', param: 'model', code: 'model_not_found' },
  conflict: { status: 409, message: 'Conflict.', param: null, code: 'conflict' },
  rate_limited: {
    ...{ status: 429, message: 'Rate limit reached.', param: null, code: 'rate_limit_exceeded', type: 'requests' },
    headers: { 'retry-after-ms': '250', 'retry-after': '1' },
  },
  rate_limited_no_retry: {
    ...{ status: 429, message: 'Rate limit reached.', param: null, code: 'rate_limit_exceeded', type: 'requests' },
    headers: { 'x-should-retry': 'false' },
  },
  quota: {
    status: 429,
    message: 'Quota exceeded.',
    param: null,
    code: 'insufficient_quota',
    type: 'insufficient_quota',
  },
  server_error: {
    status: 500,
    message: 'The server had an error.',
    param: null,
    code: 'server_error',
    type: 'server_error',
  },
  overloaded: { status: 503, message: 'Overloaded.', param: null, code: 'server_is_overloaded', type: 'server_error' },
}

/** Answers that are no response object. */
export const strangeAnswers: Record<string, (response: ModelResponse) => Response> = {
  html_503: () => htmlAnswer(503),
  html_200: () => htmlAnswer(200),
  empty_200: () => new Response('', { status: 200, headers: { 'content-type': 'application/json' } }),
  cut_json: (response) => {
    const whole = JSON.stringify(response)
    const half = whole.slice(0, Math.floor(whole.length / 2))
    return new Response(half, { headers: { 'content-type': 'application/json' } })
  },
  not_a_response: () => jsonAnswer(200, { ok: true }),
  /** What a proxy without streams makes of one: the whole answer as JSON. */
  unstreamed: (response) => jsonAnswer(200, response),
}

/** Response objects that went otherwise than hoped. */
export const alterations: Record<string, (response: ModelResponse, text: string) => ModelResponse> = {
  refusal: (response) => ({ ...response, output: [refusalMessage(idOf(response), 'Je ne peux pas écrire ce texte.')] }),
  truncated: (response, text) => incomplete(response, 'max_output_tokens', half(text)),
  filtered: (response, text) => incomplete(response, 'content_filter', half(text)),
  unknown_incomplete_reason: (response, text) => incomplete(response, 'lunar_eclipse', half(text)),
  failed: (response) => {
    const error = { code: 'server_error', message: 'The model produced an error.' }
    return { ...response, status: 'failed', output: [], usage: null, error }
  },
  unknown_status: (response) => ({ ...response, status: 'dreaming' }),
  not_json: (response) => saying(response, 'Avec plaisir ! Voici votre script.'),
  wrong_shape: (response, text) => saying(response, emptied(text)),
  two_messages: (response, text) => ({
    ...response,
    output: [...response.output, message(`${idOf(response)}_2`, text)],
  }),
  commentary: (response) => {
    const comment = message(`${idOf(response)}_0`, 'Je réfléchis au ton.', { phase: 'commentary' })
    const spoken = response.output.map((item) => (item.type === 'message' ? { ...item, phase: 'final_answer' } : item))
    return { ...response, output: [comment, ...spoken] }
  },
  no_usage: (response) => {
    const others = { ...response }
    delete others.usage
    return others
  },
  huge: (response, text) => saying(response, withFirst(text, 'é'.repeat(1_000_000))),
  hostile: (response, text) => saying(response, withFirst(text, hostileText)),
}

export const socketFaults: Record<string, SocketFault> = {
  connection_refused: 'reset_before_headers',
  reset_before_headers: 'reset_before_headers',
  reset_after_headers: 'reset_after_headers',
  no_headers: 'no_headers',
  stalled_body: 'stalled_body',
  dripping_body: 'dripping_body',
  /** Answered after the client left: paid, and lost. */
  lost: 'no_headers',
}

/** Faults of the event stream; each needs `stream: true`. */
export const streamFaults = [
  'sse_unknown_event',
  'sse_early_end',
  'sse_keep_alive_only',
  /** Half of the text, then not a byte. */
  'sse_slow_then_silent',
  'sse_bad_json',
  /** The completed response says something else than the deltas did. */
  'sse_deltas_differ',
  /** Nothing wrong, only awkward: each byte alone; CRLF, comments and data on several lines. */
  'sse_one_byte_chunks',
  'sse_crlf',
  'sse_error_flat',
  'sse_error_nested',
] as const
export type StreamFault = (typeof streamFaults)[number]

/** `sse_failed` and `sse_incomplete` are what `failed` and `truncated` are, streamed. */
const aliases = { sse_failed: 'failed', sse_incomplete: 'truncated' } as const

/** `slow:5000` is slow by five seconds; it goes with any other (`slow:5000+refusal`). */
export const openAiScenarios = [
  /** `obey` does what the person's data says (`obey.ts`). */
  ...['ok', 'slow', 'obey'],
  ...[rejections, strangeAnswers, alterations, socketFaults, aliases].flatMap((table) => Object.keys(table)),
  ...streamFaults,
]

export const meant = (name: string) => (name in aliases ? aliases[name as keyof typeof aliases] : name)

const idOf = (response: ModelResponse) => response.id.replace('resp_', 'msg_')
const half = (text: string) => text.slice(0, Math.floor(text.length / 2))
const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>
const saying = (response: ModelResponse, text: string) => ({ ...response, output: [message(idOf(response), text)] })

function incomplete(response: ModelResponse, reason: string, text: string): ModelResponse {
  return { ...saying(response, text), status: 'incomplete', incomplete_details: { reason } }
}

function withFirst(text: string, said: string): string {
  const [first = 'accueil'] = Object.keys(parsed(text))
  return JSON.stringify({ ...parsed(text), [first]: said })
}

/** The right keys, and nothing in them. */
function emptied(text: string): string {
  return JSON.stringify(parsed(text), (_key, value: unknown) => (typeof value === 'string' ? '' : value))
}
