/** OpenAI on the line: one call, one outcome, never an exception for what the other side may do. */
import OpenAI from 'openai'

import { readBody } from './bounded-body.ts'
import { readOpenAiAnswer } from './openai-answer.ts'
import { supportIdOf, verdict, verdictOn } from './openai-errors.ts'
import { noBill, outcomeOf, unfit, type ScriptOutcome } from './openai-outcome.ts'
import { scriptFormat } from './script-answer.ts'
import {
  promptHash,
  promptVersion,
  scriptPrompt,
  spokenNumber,
  type Prompt,
  type ScriptOrder,
} from './script-prompt.ts'

export type { ScriptOutcome } from './openai-outcome.ts'
export type { ScriptOrder } from './script-prompt.ts'

/** Limits that include what the model thinks to itself; a script is about 1 400 tokens. */
export const outputTokens = { first: 6_000, wide: 16_000 } as const

export type OpenAiSettings = { apiKey: string; baseUrl: string; model: string; timeoutMs?: number }
export type WriteOptions = { signal?: AbortSignal; maxOutputTokens?: number }
export type OpenAiTelephone = ReturnType<typeof createOpenAi>

/** A full answer is some 20 kB; a mad one should still be read for its bill. */
const maxAnswerBytes = 4_000_000

/** `baseUrl` with its `/v1`; `timeoutMs` bounds the whole call, body included. */
export function createOpenAi({ apiKey, baseUrl, model, timeoutMs = 120_000 }: OpenAiSettings) {
  const client = openAiClient(apiKey, baseUrl, timeoutMs)

  async function writeScript(order: ScriptOrder, options: WriteOptions = {}): Promise<ScriptOutcome> {
    if (!isComplete(order)) return { ...verdict('rejected', 'invalid_order'), ...noBill(null) }
    if (options.signal?.aborted) return { ...verdict('unavailable', 'stopped'), ...noBill(null) }
    const prompt = scriptPrompt(order)
    const deadline = AbortSignal.timeout(timeoutMs)
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
    let supportId: string | null = null
    try {
      const body = requestBody(model, prompt, options.maxOutputTokens ?? outputTokens.first)
      const response = await client.responses.create(body, { signal }).asResponse()
      supportId = response.headers.get('x-request-id')
      const answer = await readBody(response, maxAnswerBytes, signal)
      if (answer.tag === 'too_large') return unfit('answer_too_large', noBill(supportId))
      return outcomeOf(readOpenAiAnswer(answer.text), { mark: prompt.mark, model, supportId })
    } catch (error) {
      const bill = noBill(supportId ?? supportIdOf(error))
      if (isAnswered(error) || !signal.aborted) return { ...verdictOn(error), ...bill }
      return { ...verdict('unknown', deadline.aborted ? 'timed_out' : 'stopped'), ...bill }
    }
  }

  return { model, promptVersion, promptHash, writeScript }
}

/** What the SDK would else take from its own environment variables is said here. */
function openAiClient(apiKey: string, baseURL: string, timeout: number): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout,
    logLevel: 'off',
    // A redirect would carry the prompt to another house.
    fetchOptions: { redirect: 'manual' },
  })
}

function isComplete(order: ScriptOrder): boolean {
  return order.firstName.trim() !== '' && spokenNumber(order.lifePath.value) !== undefined
}

function requestBody(model: string, prompt: Prompt, maxOutputTokens: number) {
  return {
    model,
    instructions: prompt.instructions,
    input: [{ role: 'user' as const, content: prompt.input }],
    text: { format: scriptFormat },
    reasoning: { effort: 'low' as const },
    max_output_tokens: maxOutputTokens,
    store: false,
    stream: false as const,
  }
}

/** A status that arrived just before the deadline still says more than the deadline. */
function isAnswered(error: unknown): boolean {
  return error instanceof OpenAI.APIError && typeof error.status === 'number'
}
