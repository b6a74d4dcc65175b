/** What OpenAI's answer means for us: one of the nine outcomes of `openai.md` §4, and what it cost. */
import type { Ending, OpenAiAnswer, Usage } from './openai-answer.ts'
import { verdict } from './openai-errors.ts'
import { costMicroUsd } from './openai-prices.ts'
import type { StreamEnd } from './openai-stream.ts'
import { readScript, type WrittenSections } from './script-answer.ts'
import type { SectionKey } from './script-sections.ts'

type Bill = { usage: Usage | null; costMicroUsd: number | null; supportId: string | null }

export type ScriptOutcome =
  | ({ tag: 'ok'; sections: WrittenSections; responseId: string | null; model: string } & Bill)
  | ({
      tag: 'refused' | 'truncated' | 'filtered' | 'failed' | 'invalid_output' | 'rejected' | 'unavailable' | 'unknown'
      /** Short, stable, ours. */
      code: string
      mayHaveCost: boolean
      /** `now` after `truncated` means: with `maxOutputTokens: outputTokens.wide`, once. */
      retry: 'now' | 'later' | 'never'
      retryAfterMs: number | null
    } & Bill)

type Failure = Exclude<ScriptOutcome, { tag: 'ok' }>

export type Asked = { sections: readonly SectionKey[]; mark: string; model: string; supportId: string | null }

export function outcomeOf(answer: OpenAiAnswer | null, asked: Asked): ScriptOutcome {
  if (answer === null) return { ...verdict('unknown', 'unreadable_answer'), ...noBill(asked.supportId) }
  const { ending } = answer
  const model = answer.model ?? asked.model
  const bill = billOf(answer, model, asked.supportId)
  if (ending.tag !== 'text') return { ...failureOf(ending), ...bill }
  const reading = readScript(ending.text, asked.mark, asked.sections)
  if (reading.tag === 'unfit') return unfit(reading.code, bill)
  return { tag: 'ok', sections: reading.sections, responseId: answer.responseId, model, ...bill }
}

/** Of a stream only the response that it completed makes a script, and only the text that it had spelled out. */
export function outcomeOfStream(end: StreamEnd, asked: Asked): ScriptOutcome {
  if (end.tag === 'error') return { ...failedBy(end.code), ...noBill(asked.supportId) }
  if (end.tag === 'too_large') return unfit('answer_too_large', noBill(asked.supportId))
  if (end.tag !== 'answer') return { ...verdict('unknown', lostCodes[end.tag]), ...noBill(asked.supportId) }
  const { answer, completed, deltas } = end
  if (answer?.ending.tag !== 'text') return outcomeOf(answer, asked)
  const bill = billOf(answer, answer.model ?? asked.model, asked.supportId)
  if (!completed) return { ...paid('unknown', 'unexpected_status', 'never'), ...bill }
  return deltas === '' || deltas === answer.ending.text ? outcomeOf(answer, asked) : unfit('deltas_differ', bill)
}

const lostCodes = { cut: 'stream_cut', silent: 'stream_silent', unreadable: 'unreadable_answer' } as const

function billOf({ usage }: OpenAiAnswer, model: string, supportId: string | null): Bill {
  if (usage === null) return noBill(supportId)
  const { input, cached, output, reasoning } = usage
  return { usage: { input, cached, output, reasoning }, costMicroUsd: costMicroUsd(model, usage), supportId }
}

export function unfit(code: string, bill: Bill): Failure {
  return { ...paid('invalid_output', code, 'now'), ...bill }
}

function failureOf(ending: Exclude<Ending, { tag: 'text' }>): Omit<Failure, keyof Bill> {
  switch (ending.tag) {
    case 'refused':
      return paid('refused', 'model_refused', 'never')
    case 'truncated':
      return paid('truncated', 'max_output_tokens', 'now')
    case 'filtered':
      return paid('filtered', 'content_filter', 'never')
    case 'failed':
      return failedBy(ending.code)
    case 'unfit':
      return paid('invalid_output', ending.code, 'now')
    case 'unexpected':
      return paid('unknown', ending.code, 'never')
  }
}

/** Of OpenAI's twenty-one codes most are about images; what we do not know is not tried again. */
function failedBy(code: string | null): Omit<Failure, keyof Bill> {
  const passing = ['server_error', 'rate_limit_exceeded', 'server_is_overloaded', 'slow_down']
  if (code !== null && passing.includes(code)) return paid('failed', code, 'later')
  const known = ['invalid_prompt', 'bio_policy', 'misalignment_policy_violation']
  return paid('failed', code !== null && known.includes(code) ? code : 'failed_otherwise', 'never')
}

/** Whatever was answered was generated, and may be on the bill even where nothing of it is of use. */
function paid(tag: Failure['tag'], code: string, retry: Failure['retry']): Omit<Failure, keyof Bill> {
  return { tag, code, mayHaveCost: true, retry, retryAfterMs: null }
}

export function noBill(supportId: string | null): Bill {
  return { usage: null, costMicroUsd: null, supportId }
}
