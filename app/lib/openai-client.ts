import OpenAI from 'openai'

export type OpenAiSettings = {
  apiKey: string
  /** With its `/v1`. */
  baseUrl: string
  model: string
  /** Bounds a whole call for a script, body included. */
  timeoutMs?: number
  /** How long a stream may go without an event. */
  idleMs?: number
}

/** What the SDK would else take from its own environment variables is said here; retries are ours, each one a fact. */
export function openAiClient({ apiKey, baseUrl, timeoutMs }: { apiKey: string; baseUrl: string; timeoutMs: number }) {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    // A redirect would carry the prompt to another house.
    fetchOptions: { redirect: 'manual' },
  })
}

export type Patience = { deadline: AbortSignal; signal: AbortSignal }

/** One call's deadline, and the caller's own stop beside it. */
export function patience(ms: number, stop: AbortSignal | undefined): Patience {
  const deadline = AbortSignal.timeout(ms)
  return { deadline, signal: stop ? AbortSignal.any([deadline, stop]) : deadline }
}

/** Why a call that we ended ourselves was ended; null where a status had come, or the line broke by itself. */
export function ownEnding(error: unknown, { deadline, signal }: Patience): 'timed_out' | 'stopped' | null {
  // A status that arrived just before the deadline still says more than the deadline.
  const answered = error instanceof OpenAI.APIError && typeof error.status === 'number'
  if (answered || !signal.aborted) return null
  return deadline.aborted ? 'timed_out' : 'stopped'
}
