/** What is kept of each call, and the headers that every answer carries. */
import { sha256 } from '../answers.ts'

export type CallRecord = {
  n: number
  /** ISO 8601. */
  at: string
  method: string
  path: string
  requestId: string
  bodySha256: string
  /** What was planned for it, `ok` where nothing was. */
  scenario: string
  /** The model ran: the real one would have charged for it, whether or not the answer arrived. */
  paid: boolean
}

export async function recordOf(request: Request, n: number): Promise<CallRecord> {
  const bodySha256 = sha256(new Uint8Array(await request.arrayBuffer()))
  const requestId = `req_${sha256(`${n} ${bodySha256}`).slice(0, 32)}`
  const { pathname: path } = new URL(request.url)
  const at = new Date().toISOString()
  return { n, at, method: request.method, path, requestId, bodySha256, scenario: 'ok', paid: false }
}

/** As named by OpenAI (`openai.md` §2). */
export function usualHeaders({ requestId, n }: CallRecord, delayMs: number): Record<string, string> {
  return {
    'x-request-id': requestId,
    'openai-processing-ms': String(delayMs),
    'openai-version': '2020-10-01',
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': String(Math.max(0, 500 - n)),
    'x-ratelimit-reset-requests': '120ms',
    'x-ratelimit-limit-tokens': '200000',
    'x-ratelimit-remaining-tokens': '196000',
    'x-ratelimit-reset-tokens': '6ms',
  }
}
