/** The reader of OpenAI's answers: tolerant of all that we do not need, silent about nothing that we do. */
import { z } from 'zod'

export type Usage = { input: number; cached: number; output: number; reasoning: number }

export type OpenAiAnswer = {
  responseId: string | null
  /** As answered: names of models are not pinned (`openai.md` §9). */
  model: string | null
  usage: (Usage & { cacheWrite: number }) | null
  ending: Ending
}

export type Ending =
  | { tag: 'text'; text: string }
  | { tag: 'refused' }
  | { tag: 'truncated' }
  | { tag: 'filtered' }
  | { tag: 'failed'; code: string | null }
  | { tag: 'unfit'; code: 'no_text' | 'several_texts' }
  | { tag: 'unexpected'; code: 'unexpected_status' | 'unexpected_incomplete' }

/** Null when the text is not an answer of OpenAI at all. */
export function readOpenAiAnswer(text: string): OpenAiAnswer | null {
  try {
    return openAiAnswerOf(JSON.parse(text))
  } catch {
    return null
  }
}

/** The same, of JSON already parsed. */
export function openAiAnswerOf(json: unknown): OpenAiAnswer | null {
  const { success, data: wire } = wireAnswer.safeParse(json)
  if (!success) return null
  return { responseId: wire.id, model: wire.model, usage: usageOf(wire.usage), ending: endingOf(wire) }
}

const word = z.string().nullish().catch(null)
const tokens = z.int().nonnegative().nullish().catch(null)
const part = z.looseObject({ type: word, text: word })
const item = z.looseObject({ type: word, phase: word, content: z.array(part).nullish().catch(null) })

const wireAnswer = z.looseObject({
  id: z.string().nullable().catch(null),
  model: z.string().nullable().catch(null),
  status: z.string(),
  incomplete_details: z.looseObject({ reason: word }).nullish().catch(null),
  error: z.looseObject({ code: word }).nullish().catch(null),
  output: z.array(item).catch([]),
  usage: z
    .looseObject({
      input_tokens: z.int().nonnegative(),
      output_tokens: z.int().nonnegative(),
      input_tokens_details: z.looseObject({ cached_tokens: tokens, cache_write_tokens: tokens }).nullish().catch(null),
      output_tokens_details: z.looseObject({ reasoning_tokens: tokens }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
})
type WireAnswer = z.infer<typeof wireAnswer>

function usageOf(usage: WireAnswer['usage']): OpenAiAnswer['usage'] {
  if (!usage) return null
  return {
    input: usage.input_tokens,
    cached: usage.input_tokens_details?.cached_tokens ?? 0,
    cacheWrite: usage.input_tokens_details?.cache_write_tokens ?? 0,
    output: usage.output_tokens,
    reasoning: usage.output_tokens_details?.reasoning_tokens ?? 0,
  }
}

function endingOf(wire: WireAnswer): Ending {
  if (wire.status === 'completed') return completedEnding(wire)
  if (wire.status === 'failed') return { tag: 'failed', code: wire.error?.code ?? null }
  if (wire.status !== 'incomplete') return { tag: 'unexpected', code: 'unexpected_status' }
  if (wire.incomplete_details?.reason === 'max_output_tokens') return { tag: 'truncated' }
  if (wire.incomplete_details?.reason === 'content_filter') return { tag: 'filtered' }
  return { tag: 'unexpected', code: 'unexpected_incomplete' }
}

/** A refusal comes as a completed answer; what the model says to itself (`commentary`) is no part of the script. */
function completedEnding(wire: WireAnswer): Ending {
  const parts = wire.output
    .filter(({ type, phase }) => type === 'message' && (!phase || phase === 'final_answer'))
    .flatMap(({ content }) => content ?? [])
  if (parts.some(({ type }) => type === 'refusal')) return { tag: 'refused' }
  const texts = parts.filter(({ type }) => type === 'output_text')
  if (texts.length > 1) return { tag: 'unfit', code: 'several_texts' }
  const text = texts[0]?.text
  return text ? { tag: 'text', text } : { tag: 'unfit', code: 'no_text' }
}
