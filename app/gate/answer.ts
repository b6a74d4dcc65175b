/** What a door says of the desk's answer. */
import { data, redirect } from '@remix-run/node'

import type { Answer } from '#app/desk/desk.ts'

import { refusal } from './refusal.ts'
import { refuse } from './refusal-page.ts'
import type { StaleForm } from './refusal-shape.ts'

/** An answer that the page shows beside what was typed. */
export type Shown = Exclude<Answer, { tag: 'done' | 'unknown' }>

type Done = Extract<Answer, { tag: 'done' }>
type Way = { to: string | ((done: Done) => string) }

/**
 * For the action of a page: done → 303; else the answer with its status, for the page to show beside what was typed. `show`
 * makes of it what the page needs.
 * @throws {Response} 404 when there is no such request.
 */
export function answerPage<Typed, Told>(
  request: Request,
  answer: Answer,
  { to, typed, show }: Way & { typed: Typed; show: (shown: Shown) => Told },
) {
  if (answer.tag === 'done') return redirect(place(to, answer), 303)
  if (answer.tag === 'unknown') throw unknownRequest(request)
  return data({ answer: show(answer), typed }, { status: statusOf(answer), headers: retryHeaders(answer) })
}

/**
 * For a resource route: done → 303, or 202 with JSON where the client asks for JSON; else a whole page (or JSON) with the
 * status. `say` puts a refusal into a sentence; `again` is the form to send once more, with what was typed.
 */
export function answerDoor(
  request: Request,
  answer: Answer,
  { to, say, again }: Way & { say: (shown: Shown) => string; again?: (shown: Shown) => StaleForm | null },
): Response {
  if (answer.tag === 'unknown') return unknownRequest(request)
  if (answer.tag === 'done')
    return wantsJson(request) ? Response.json(answer, { status: 202 }) : redirect(place(to, answer), 303)
  if (wantsJson(request)) return Response.json(answer, { status: statusOf(answer), headers: retryHeaders(answer) })
  const back = { href: typeof to === 'string' ? to : '/admin', label: 'Revenir à la demande' }
  const stale = again?.(answer) ?? null
  return refuse(request, refusal(statusOf(answer), { text: say(answer), back, stale }), retryHeaders(answer))
}

/** Design.md §8. */
export function statusOf({ tag }: Shown): 409 | 422 | 503 {
  switch (tag) {
    case 'refused':
    case 'conflict':
    case 'commandReused':
      return 409
    case 'invalid':
      return 422
    case 'unavailable':
      return 503
  }
}

function place(to: Way['to'], done: Done): string {
  return typeof to === 'string' ? to : to(done)
}

function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') === true
}

function retryHeaders({ tag }: Shown): Record<string, string> {
  return tag === 'unavailable' ? { 'Retry-After': '30' } : {}
}

function unknownRequest(request: Request): Response {
  return refuse(request, refusal(404, { text: 'Cette demande n’existe pas.' }))
}
