/** One HTTP exchange with HeyGen, in plain words: answered, a problem with a code, or no answer. */
import { z } from 'zod'

import { readBody } from './bounded-body.ts'
import { connectionFault } from './connection-fault.ts'
import { retryAfterMs } from './retry-after.ts'

export type HeygenAnswer =
  | { tag: 'answer'; json: unknown; supportId: string | null }
  /** `code` is HeyGen's own where an envelope carries one (`enveloped`), else `http_503` and the like. */
  | {
      tag: 'problem'
      status: number
      code: string
      enveloped: boolean
      retryAfterMs: number | null
      supportId: string | null
    }
  | { tag: 'unanswered'; code: UnansweredCode; retryAfterMs: null; supportId: string | null }

type UnansweredCode = 'not_reached' | 'connection_cut' | 'timed_out' | 'unreadable_answer' | 'answer_too_large'

export type HeygenSettings = { apiKey: string; baseUrl: string; timeoutMs?: number }
export type HeygenRequest = { path: string; timeoutMs: number; post?: { body: string; idempotencyKey: string } }
export type HeygenLine = (request: HeygenRequest) => Promise<HeygenAnswer>

/** A full page of a hundred looks is some 100 kB. */
const maxAnswerBytes = 4_000_000

/** `baseUrl` is the origin, without `/v3`. Never throws. */
export function heygenLine({ apiKey, baseUrl }: HeygenSettings): HeygenLine {
  return async ({ path, timeoutMs, post }) => {
    const signal = AbortSignal.timeout(timeoutMs)
    let supportId: string | null = null
    try {
      const response = await fetch(new URL(path, baseUrl), { ...requestOf(apiKey, post), signal })
      supportId = response.headers.get('x-request-id')
      const body = await readBody(response, maxAnswerBytes, signal)
      if (!response.ok) return problem(response, body.tag === 'read' ? body.text : '')
      if (body.tag === 'too_large') return unanswered('answer_too_large', supportId)
      const json = parseJson(body.text)
      return json === undefined ? unanswered('unreadable_answer', supportId) : { tag: 'answer', json, supportId }
    } catch (error) {
      return unanswered(signal.aborted ? 'timed_out' : connectionFault(error), supportId)
    }
  }
}

/** HeyGen's codes are lower-case when seen live and upper-case in some of its papers. */
export function plainCode(code: unknown): string | null {
  return typeof code === 'string' && /^\w{1,80}$/.test(code) ? code.toLowerCase() : null
}

function requestOf(apiKey: string, post: HeygenRequest['post']): RequestInit {
  const headers = { 'x-api-key': apiKey, accept: 'application/json' }
  // A redirect followed would hand the key to another host.
  if (post === undefined) return { headers, redirect: 'manual' }
  const { body, idempotencyKey } = post
  return {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body,
    redirect: 'manual',
  }
}

/** A gateway answers in HTML, or not at all: then the status speaks. */
function problem(response: Response, text: string): HeygenAnswer {
  const envelope = errorEnvelope.safeParse(parseJson(text))
  const code = envelope.success ? plainCode(envelope.data.error.code) : null
  return {
    tag: 'problem',
    status: response.status,
    code: code ?? `http_${String(response.status)}`,
    enveloped: code !== null,
    retryAfterMs: retryAfterMs(response.headers),
    supportId: response.headers.get('x-request-id'),
  }
}

const errorEnvelope = z.looseObject({ error: z.looseObject({ code: z.unknown() }) })

function unanswered(code: UnansweredCode, supportId: string | null): HeygenAnswer {
  return { tag: 'unanswered', code, retryAfterMs: null, supportId }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
