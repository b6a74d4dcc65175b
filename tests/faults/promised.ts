import type { FormName } from './visitor.ts'

/** What a 303 promises: a fact in the log of the request that has this id, or that was booked with this address. */
export type Promised = { fact: string; of: string }

/** Null for a form that leaves no fact in a request's log. */
export function promiseOf({ action, intent }: FormName, body: URLSearchParams): Promised | null {
  const fact = facts[intent ?? action]
  if (fact === undefined) return null
  return { fact, of: body.get('email') ?? body.get('requestId') ?? action.replace('/admin/requests/', '') }
}

const facts: Record<string, string> = {
  '/?index': 'BookRequested',
  '/api/generate-script': 'ScriptRequested',
  '/api/generate-video': 'VideoRequested',
  approveScript: 'ScriptApproved',
}
