/** A person with a browser without JavaScript: opens pages, fills in their forms, keeps cookies, and remembers each 303. */
import { promiseOf, type Promised } from './promised.ts'

export type Answer = { status: number; html: string; ms: number }
export type Page = Answer & { cookie: string }
export type FormName = { action: string; intent?: string }
export type Visitor = ReturnType<typeof createVisitor>

export function createVisitor(origin: string) {
  const cookies = new Map<string, string>()
  /** What was answered by a 303. */
  const acknowledged: Promised[] = []

  const cookieHeader = () => [...cookies].map((pair) => pair.join('=')).join('; ')

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const since = performance.now()
    const headers = { accept: 'text/html', cookie: cookieHeader(), origin, ...init.headers }
    const signal = AbortSignal.timeout(15_000)
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual', signal })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const html = await answer.text()
    return { status: answer.status, html, ms: performance.now() - since, cookie: cookieHeader() }
  }

  /** Sends a form of the page with what it holds, changed by `values`. */
  async function send({ html }: Answer, name: FormName, values: Record<string, string> = {}): Promise<Answer> {
    const body = filledIn(html, name, values)
    const answer = await ask(name.action, { method: 'POST', body })
    const promised = answer.status === 303 ? promiseOf(name, body) : null
    if (promised) acknowledged.push(promised)
    return answer
  }

  return { origin, acknowledged, open: (path: string) => ask(path, {}), send }
}

/** What the browser would send for a form. */
export function filledIn(html: string, name: FormName, values: Record<string, string>): URLSearchParams {
  const body = new URLSearchParams({ ...fieldsOf(html, name), ...values })
  if (name.intent) body.set('intent', name.intent)
  return body
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
