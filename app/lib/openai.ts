/** OpenAI on the line: one call, one outcome, never an exception for what the other side may do. */
import type OpenAI from 'openai'

import { readBody } from './bounded-body.ts'
import { readOpenAiAnswer } from './openai-answer.ts'
import { openAiClient, ownEnding, patience, type OpenAiSettings } from './openai-client.ts'
import { supportIdOf, verdict, verdictOn } from './openai-errors.ts'
import { moderate } from './openai-moderation.ts'
import { noBill, outcomeOf, outcomeOfStream, unfit, type Asked, type ScriptOutcome } from './openai-outcome.ts'
import { readOpenAiStream } from './openai-stream.ts'
import { createPartialObject } from './partial-json.ts'
import { scriptFormat, showable, type WrittenSections } from './script-answer.ts'
import { isComplete, promptHash, promptVersion, scriptPrompt, type Prompt, type ScriptOrder } from './script-prompt.ts'
import { inOrder, type SectionKey } from './script-sections.ts'

export type { OpenAiSettings } from './openai-client.ts'
export type { Moderation } from './openai-moderation.ts'
export type { ScriptOutcome } from './openai-outcome.ts'
export type { ScriptOrder } from './script-prompt.ts'

/** Limits that include what the model thinks to itself; a script is about 1 400 tokens. */
export const outputTokens = { first: 6_000, wide: 16_000 } as const

export type WriteOptions = {
  signal?: AbortSignal
  maxOutputTokens?: number
  /** The sections so far, unchecked and to be shown as plain text only, each time they have grown. Must not throw. */
  onText?: (sections: WrittenSections) => void
}
export type OpenAiTelephone = ReturnType<typeof createOpenAi>

/** A full answer is some 20 kB; a mad one should still be read for its bill. */
const maxAnswerBytes = 4_000_000
/** Some 300 bytes of wrapping for each of `outputTokens.wide`, and the whole text four times over at the end. */
const maxStreamBytes = 16_000_000
/** What a section may show while it is being written: as much as a whole script may have. */
const maxShown = 5_000

export function createOpenAi({ apiKey, baseUrl, model, timeoutMs = 120_000, idleMs = 45_000 }: OpenAiSettings) {
  const client = openAiClient({ apiKey, baseUrl, timeoutMs })

  async function writeScript(order: ScriptOrder, options: WriteOptions = {}): Promise<ScriptOutcome> {
    if (!isComplete(order)) return { ...verdict('rejected', 'invalid_order'), ...noBill(null) }
    if (options.signal?.aborted) return { ...verdict('unavailable', 'stopped'), ...noBill(null) }
    const prompt = scriptPrompt(order)
    const time = patience(timeoutMs, options.signal)
    const asked: Asked = { sections: order.sections, mark: prompt.mark, model, supportId: null }
    try {
      const body = requestBody(asked, prompt, options.maxOutputTokens ?? outputTokens.first)
      const response = await client.responses.create(body, { signal: time.signal }).asResponse()
      asked.supportId = response.headers.get('x-request-id')
      if (!isEventStream(response)) return await readWhole(response, asked, time.signal)
      const limits = { maxBytes: maxStreamBytes, idleMs, signal: time.signal }
      const end = await readOpenAiStream(response.body, limits, showing(order.sections, options.onText))
      return outcomeOfStream(end, asked)
    } catch (error) {
      const bill = noBill(asked.supportId ?? supportIdOf(error))
      const own = ownEnding(error, time)
      return { ...(own ? verdict('unknown', own) : verdictOn(error)), ...bill }
    }
  }

  return {
    model,
    promptVersion,
    promptHash,
    writeScript,
    moderate: (texts: readonly string[], options: { signal?: AbortSignal } = {}) =>
      moderate(client, texts, { ...options, timeoutMs }),
  }
}

function requestBody({ model, sections }: Asked, prompt: Prompt, maxOutputTokens: number) {
  return {
    model,
    instructions: prompt.instructions,
    input: [{ role: 'user' as const, content: prompt.input }],
    text: { format: scriptFormat(sections) },
    reasoning: { effort: 'low' as const },
    max_output_tokens: maxOutputTokens,
    store: false,
    stream: true as const,
  } satisfies OpenAI.Responses.ResponseCreateParamsStreaming
}

function isEventStream(response: Response): boolean {
  return /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')
}

/** What a proxy that knows no streams makes of one. */
async function readWhole(response: Response, asked: Asked, signal: AbortSignal): Promise<ScriptOutcome> {
  const answer = await readBody(response, maxAnswerBytes, signal)
  if (answer.tag === 'too_large') return unfit('answer_too_large', noBill(asked.supportId))
  return outcomeOf(readOpenAiAnswer(answer.text), asked)
}

function showing(sections: readonly SectionKey[], onText: WriteOptions['onText']): (delta: string) => void {
  if (!onText) return () => undefined
  const partial = createPartialObject(maxShown)
  return (delta) => {
    if (!partial.feed(delta)) return
    const texts = partial.strings()
    onText(
      Object.fromEntries(inOrder(sections).flatMap((key) => (key in texts ? [[key, showable(texts[key] ?? '')]] : []))),
    )
  }
}
