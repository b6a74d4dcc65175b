/** A refusal as a whole page, written without React: it must hold when Remix does not. */
import { signInLabel, type Refusal, type StaleForm } from './refusal-shape.ts'
import { style } from './refusal-style.ts'

/** Every page here begins so; `entry.server` recognises it and sends it as it is. */
export const pageOpening = '<!doctype html><html lang="fr" data-refusal>'

export function refusalPage({ title, text, back, stale }: Refusal): string {
  return `${pageOpening}<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Récit</title><style>${style}</style></head>
<body><main><p class="wordmark">Récit</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
${stale === null ? '' : staleForm(stale)}
${back === null ? '' : `<p><a href="${escapeHtml(back.href)}">${escapeHtml(back.label)}</a></p>`}</main></body></html>`
}

/**
 * The refusal as an answer: a whole page for a browser that asked for one, else its data as JSON (a fetch of Remix's, whose
 * error boundary shows it). Thrown from a loader or an action, or returned by a resource route.
 */
export function refuse(accept: Request | string | null, refused: Refusal, headers: HeadersInit = {}): Response {
  const wanted = accept instanceof Request ? accept.headers.get('accept') : accept
  const page = wanted?.includes('text/html') === true
  const worn = new Headers(headers)
  worn.set('Content-Type', page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
  return new Response(page ? refusalPage(refused) : JSON.stringify(refused), { status: refused.status, headers: worn })
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function staleForm({ action, csrf, commandId, fields, signIn }: StaleForm): string {
  const hidden = [
    ['csrf', csrf],
    ['commandId', commandId],
  ].map(([name = '', value = '']) => input('hidden', name, value))
  return `${signIn === null ? '' : signInLink(signIn)}<form method="post" action="${escapeHtml(action)}">${hidden.join('')}
${fields.map(visibleField).join('\n')}
<p><button type="submit" class="button primary">Envoyer de nouveau</button></p></form>`
}

function signInLink(href: string): string {
  return `<p><a class="button" href="${escapeHtml(href)}" target="_blank" rel="noopener">${signInLabel}</a></p>`
}

function visibleField({ name, label, value, kind }: StaleForm['fields'][number]): string {
  if (kind === 'hidden') return input('hidden', name, value)
  const [words, key] = [escapeHtml(label), escapeHtml(name)]
  if (kind === 'password') return `<p><label>${words}<br><input type="password" name="${key}" required></label></p>`
  // The parser drops a newline right after the tag: this one saves the first newline of what was typed.
  const area = `<textarea name="${key}" rows="${value.length > 80 ? 12 : 1}">\n${escapeHtml(value)}</textarea>`
  return `<p><label>${words}<br>${area}</label></p>`
}

function input(type: string, name: string, value: string): string {
  return `<input type="${type}" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`
}
