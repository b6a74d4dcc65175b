/** OpenAI's free moderation: what could not be checked is never called clean (`script-writing.md` §8.1). */
import type OpenAI from 'openai'
import { z } from 'zod'

import { readBody } from './bounded-body.ts'
import { ownEnding, patience } from './openai-client.ts'
import { verdict, verdictOn, type Verdict } from './openai-errors.ts'

export type Moderation =
  | { tag: 'clean' }
  /** As OpenAI names them, sorted, each once; what is no name of that kind is `other`. */
  | { tag: 'flagged'; categories: string[] }
  | { tag: 'unavailable'; code: string; retry: 'later' | 'never'; retryAfterMs: number | null }

const model = 'omni-moderation-latest'
const deadlineMs = 20_000
const maxAnswerBytes = 1_000_000

/** One call for all texts, of which any may flag the whole. Blank texts say nothing: without others there is no call. */
export async function moderate(
  client: OpenAI,
  texts: readonly string[],
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<Moderation> {
  const input = texts.filter((text) => text.trim() !== '')
  if (input.length === 0) return { tag: 'clean' }
  if (options.signal?.aborted) return unavailable(verdict('unavailable', 'stopped'))
  const time = patience(Math.min(options.timeoutMs ?? deadlineMs, deadlineMs), options.signal)
  try {
    const response = await client.moderations.create({ model, input }, { signal: time.signal }).asResponse()
    const answer = await readBody(response, maxAnswerBytes, time.signal)
    const results = answer.tag === 'read' ? readResults(answer.text) : null
    if (results?.length !== input.length) return unavailable(verdict('unknown', 'unreadable_answer'))
    return moderationOf(results)
  } catch (error) {
    const own = ownEnding(error, time)
    return unavailable(own ? verdict('unknown', own) : verdictOn(error))
  }
}

const wireAnswer = z.looseObject({
  results: z.array(z.looseObject({ flagged: z.boolean(), categories: z.record(z.string(), z.unknown()).catch({}) })),
})
type Results = z.infer<typeof wireAnswer>['results']

function readResults(text: string): Results | null {
  try {
    return wireAnswer.parse(JSON.parse(text)).results
  } catch {
    return null
  }
}

/** A category that stands out counts even where `flagged` says otherwise. */
function moderationOf(results: Results): Moderation {
  const raised = results.flatMap(({ categories }) =>
    Object.keys(categories).filter((name) => categories[name] === true),
  )
  if (raised.length === 0 && !results.some(({ flagged }) => flagged)) return { tag: 'clean' }
  const names = raised.map((name) => (/^[a-z][a-z/_-]{0,39}$/.test(name) ? name : 'other'))
  return { tag: 'flagged', categories: [...new Set(names)].sort() }
}

function unavailable({ code, retry, retryAfterMs }: Verdict): Moderation {
  return { tag: 'unavailable', code, retry: retry === 'never' ? 'never' : 'later', retryAfterMs }
}
