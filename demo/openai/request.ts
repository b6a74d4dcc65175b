/** What a request to `POST /v1/responses` must be, and what the rest of the simulator reads of it. */
import { isObject, parseJson, type JsonObject } from '../answers.ts'
import { schemaProblem } from './plain-schema.ts'

export type ModelRequest = {
  model: string
  /** The whole text asked: instructions, then every piece of the input. */
  asked: string
  /** Every piece of the input alone. */
  input: string
  schema: JsonObject
  stream: boolean
  background: boolean
  maxOutputTokens: number | null
  /** Echoed in the response. */
  fields: JsonObject
}

export type Refusal = { status: number; message: string; param: string | null; code: string | null; type?: string }

/** Of `ResponseCreateParamsBase` in openai 7.57.0, without the deprecated ones and `temperature` (`openai.md` §3). */
const knownFields = [
  'background',
  'include',
  'input',
  'instructions',
  'max_output_tokens',
  'max_tool_calls',
  'metadata',
  'model',
  'moderation',
  'parallel_tool_calls',
  'prompt_cache_key',
  'prompt_cache_options',
  'reasoning',
  'safety_identifier',
  'service_tier',
  'store',
  'stream',
  'stream_options',
  'text',
  'tool_choice',
  'tools',
  'top_logprobs',
  'top_p',
  'truncation',
]

/** The request, or why OpenAI (or this house: `store`) would not have it. */
export function readModelRequest(body: string): ModelRequest | Refusal {
  const fields = parseJson(body)
  if (!isObject(fields)) return invalid('We could not parse the JSON body of your request.', null)
  const unknown = Object.keys(fields).find((name) => !knownFields.includes(name))
  if (unknown !== undefined) return invalid(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter')
  if (typeof fields['model'] !== 'string' || fields['model'] === '') return missing('model')
  // OpenAI keeps what it is told nothing about for 30 days; nothing personal may be kept there.
  if (fields['store'] !== false) return invalid("'store' must be false.", 'store', 'store_not_false')
  const input = inputText(fields['input'])
  if (input === null) return missing('input')
  const schema = readSchema(fields['text'])
  if ('message' in schema) return schema
  return {
    model: fields['model'],
    asked: [fields['instructions'], input].filter((text) => typeof text === 'string').join('\n'),
    input,
    schema: schema.schema,
    stream: fields['stream'] === true,
    background: fields['background'] === true,
    maxOutputTokens: typeof fields['max_output_tokens'] === 'number' ? fields['max_output_tokens'] : null,
    fields,
  }
}

function readSchema(text: unknown): { schema: JsonObject } | Refusal {
  const format = isObject(text) ? text['format'] : undefined
  if (!isObject(format)) return missing('text.format')
  if (format['type'] !== 'json_schema') return invalid("'text.format.type' must be 'json_schema'.", 'text.format.type')
  if (typeof format['name'] !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(format['name'])) {
    return invalid("'text.format.name' must match ^[a-zA-Z0-9_-]{1,64}$.", 'text.format.name')
  }
  if (format['strict'] !== true) return invalid("'text.format.strict' must be true.", 'text.format.strict')
  const schema = format['schema']
  const problem = schemaProblem(schema)
  if (!isObject(schema) || problem !== null) {
    const message = `Invalid schema for response_format '${format['name']}': ${String(problem)}`
    return invalid(message, 'text.format.schema', 'invalid_json_schema')
  }
  return { schema }
}

/** A string, or messages of text parts; null for anything else. */
function inputText(input: unknown): string | null {
  if (typeof input === 'string') return input === '' ? null : input
  if (!Array.isArray(input) || input.length === 0) return null
  const texts = input.flatMap((message) => (isObject(message) ? contentTexts(message['content']) : [null]))
  return texts.some((text) => text === null) ? null : texts.join('\n')
}

function contentTexts(content: unknown): (string | null)[] {
  if (typeof content === 'string') return [content]
  if (!Array.isArray(content)) return [null]
  return content.map((part) => (isObject(part) && typeof part['text'] === 'string' ? part['text'] : null))
}

const invalid = (message: string, param: string | null, code: string | null = null): Refusal => ({
  status: 400,
  message,
  param,
  code,
})
const missing = (param: string) =>
  invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter')
