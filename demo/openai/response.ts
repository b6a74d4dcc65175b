/** The response object of the Responses API, as far as clients read it (`openai.md` §4). */
import type { JsonObject } from '../answers.ts'
import type { ModelRequest } from './request.ts'

export type OutputItem = { id: string; type: string } & JsonObject
export type Usage = {
  input_tokens: number
  input_tokens_details: { cached_tokens: number; cache_write_tokens: number }
  output_tokens: number
  output_tokens_details: { reasoning_tokens: number }
  total_tokens: number
}

export type ModelResponse = {
  id: string
  object: 'response'
  created_at: number
  status: string
  model: string
  output: OutputItem[]
  error: { code: string; message: string } | null
  incomplete_details: { reason: string } | null
  usage?: Usage | null
} & JsonObject

/** A completed response that says `text`. `createdAt` in unix seconds. */
export function completedResponse(request: ModelRequest, text: string, id: string, createdAt: number): ModelResponse {
  const { fields } = request
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: createdAt,
    status: 'completed',
    background: request.background,
    error: null,
    incomplete_details: null,
    instructions: fields['instructions'] ?? null,
    max_output_tokens: request.maxOutputTokens,
    metadata: fields['metadata'] ?? {},
    model: request.model,
    output: [{ id: `rs_${id}`, type: 'reasoning', summary: [] }, message(`msg_${id}`, text)],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: fields['reasoning'] ?? { effort: 'low', summary: null },
    service_tier: 'default',
    store: false,
    temperature: 1,
    text: fields['text'],
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage: usageOf(request.asked, text),
  }
}

export function message(id: string, text: string, more: JsonObject = {}): OutputItem {
  const content = [{ type: 'output_text', text, annotations: [], logprobs: [] }]
  return { id, type: 'message', status: 'completed', role: 'assistant', content, ...more }
}

export function refusalMessage(id: string, refusal: string): OutputItem {
  return { id, type: 'message', status: 'completed', role: 'assistant', content: [{ type: 'refusal', refusal }] }
}

/** French runs at about 3.4 characters a token; the model thinks a little before it writes. */
export function usageOf(asked: string, answered: string): Usage {
  const input = Math.ceil(asked.length / 3.4)
  const reasoning = 192
  const output = reasoning + Math.ceil(answered.length / 3.4)
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  }
}
