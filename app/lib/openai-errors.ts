/** What a call to OpenAI without an answer means (`openai.md` §4). Sorted by exclusion: the unknown is `unknown`. */
import OpenAI from 'openai'

import { connectionFault } from './connection-fault.ts'
import { retryAfterMs } from './retry-after.ts'

export type Verdict = {
  tag: 'rejected' | 'unavailable' | 'unknown'
  code: string
  mayHaveCost: boolean
  retry: 'now' | 'later' | 'never'
  retryAfterMs: number | null
}

/** An answer with a status; or, without one, a connection that was never made or was lost. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof OpenAI.APIError && typeof error.status === 'number') {
    return statusVerdict(error.status, new Headers(error.headers), vendorCodes(error))
  }
  const fault = connectionFault(error)
  if (fault === 'not_reached') return verdict('unavailable', fault)
  return error instanceof OpenAI.APIConnectionTimeoutError ? verdict('unknown', 'timed_out') : verdict('unknown', fault)
}

export function supportIdOf(error: unknown): string | null {
  return error instanceof OpenAI.APIError ? (error.requestID ?? null) : null
}

export function verdict(tag: Verdict['tag'], code: string): Verdict {
  const retry = tag === 'rejected' ? 'never' : 'later'
  return { tag, code, mayHaveCost: tag === 'unknown', retry, retryAfterMs: null }
}

function statusVerdict(status: number, headers: Headers, codes: string[]): Verdict {
  if (status === 429 && codes.some((code) => outOfMoney.test(code))) return verdict('rejected', 'insufficient_quota')
  const code = codeOfStatus[status] ?? `http_${String(status)}`
  if (![408, 409, 429].includes(status) && status < 500) return verdict('rejected', code)
  return {
    ...verdict('unavailable', code),
    // A gateway or a broken server may have lost an answer that was written and billed; 409, 429 and 503 never began.
    mayHaveCost: ![409, 429, 503].includes(status),
    retry: headers.get('x-should-retry') === 'false' ? 'never' : 'later',
    retryAfterMs: retryAfterMs(headers),
  }
}

/** `type` can name the billing case while `code` names its kind; either is enough. */
function vendorCodes(error: InstanceType<typeof OpenAI.APIError>): string[] {
  return [error.code, error.type].filter((code) => typeof code === 'string')
}

const outOfMoney = /quota|credit|billing|spend/i

const codeOfStatus: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'request_timeout',
  409: 'conflict',
  422: 'unprocessable',
  429: 'rate_limited',
  503: 'overloaded',
}
