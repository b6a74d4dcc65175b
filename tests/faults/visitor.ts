/** A person with a browser without JavaScript: opens pages, fills in their forms, keeps cookies, and remembers each 303. */
import { setTimeout as pause } from 'node:timers/promises'

import { commandFor } from '#app/gate/request-forms.ts'

export type Answer = { status: number; html: string; ms: number }
export type FormName = { action: string; intent?: string }
export type Visitor = ReturnType<typeof createVisitor>

export function createVisitor(origin: string) {
  const cookies = new Map<string, string>()
  /** The commands that were answered by a 303. */
  const acknowledged: string[] = []

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const since = performance.now()
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { accept: 'text/html', cookie, origin, ...init.headers }
    const signal = AbortSignal.timeout(15_000)
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual', signal })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const html = await answer.text()
    return { status: answer.status, html, ms: performance.now() - since }
  }

  /** Sends a form of the page with what it holds, changed by `values`. */
  async function send({ html }: Answer, name: FormName, values: Record<string, string> = {}): Promise<Answer> {
    const { body, commandId } = filledIn(html, name, values)
    const answer = await ask(name.action, { method: 'POST', body })
    if (answer.status === 303) acknowledged.push(commandId)
    return answer
  }

  return { origin, acknowledged, open: (path: string) => ask(path, {}), send }
}

/** What the browser would send for a form, and the id of the command that it gives. */
export function filledIn(html: string, { action, intent }: FormName, values: Record<string, string>) {
  const body = new URLSearchParams({ ...fieldsOf(html, { action, ...(intent ? { intent } : {}) }), ...values })
  if (intent) body.set('intent', intent)
  const given = body.get('commandId') ?? ''
  return { body, commandId: intent ? commandFor(given, intent) : given }
}

/** Does it again until the answer is the wanted one. */
export async function insist(status: number, act: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await act().catch(() => null)
    if (answer?.status === status) return answer
    await pause(100)
  }
  throw new Error(`never answered ${status}`)
}

/** @throws where the page has no such form */
function fieldsOf(html: string, { action, intent }: FormName): Record<string, string> {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
  const form = forms.find(
    ([, head = '', inside = '']) =>
      attribute(head, 'action') === action && (intent === undefined || inside.includes(`value="${intent}"`)),
  )?.[2]
  if (form === undefined) throw new Error(`no form for ${action} ${intent ?? ''} in:\n${html.slice(0, 2_000)}`)
  const hidden = [...form.matchAll(/<input\b([^>]*)>/g)].filter(([, head = '']) => attribute(head, 'type') === 'hidden')
  const areas = [...form.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)]
  return Object.fromEntries([
    ...hidden.map(([, head = '']) => [attribute(head, 'name'), attribute(head, 'value')]),
    ...areas.map(([, head = '', text = '']) => [attribute(head, 'name'), decoded(text).replace(/^\n/, '')]),
  ]) as Record<string, string>
}

function attribute(head: string, name: string): string {
  return decoded(new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(head)?.[1] ?? '')
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
