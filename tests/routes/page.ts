/** What a person without JavaScript can see and send on a page of ours: enough of HTML for what React writes. */

export type PageForm = { action: string; fields: Record<string, string>; buttons: { intent: string; text: string }[] }
export type Wanted = { action: string; intent?: string }

/** @throws where the page has no such form */
export function formOf(html: string, { action, intent }: Wanted): PageForm {
  const found = formsOf(html).find(
    (form) => form.action === action && (intent === undefined || form.buttons.some((one) => one.intent === intent)),
  )
  if (!found) throw new Error(`no form for ${action} ${intent ?? ''} in: ${textOf(html).slice(0, 400)}`)
  return intent === undefined ? found : { ...found, fields: { ...found.fields, intent } }
}

export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => ({
    action: attributesOf(head)['action'] ?? '',
    fields: fieldsOf(inside),
    buttons: [...inside.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, own = '', words = '']) => ({
      intent: attributesOf(own)['value'] ?? '',
      text: textOf(words),
    })),
  }))
}

/** The sentence beside a field, without its hidden « Erreur »; null where there is none. */
export function errorBeside(html: string, id: string): string | null {
  const [, inside] =
    new RegExp(`<span class="field-error" id="${id}-error">([\\s\\S]*?)</span></span>`).exec(html) ?? []
  return inside === undefined ? null : textOf(inside.replace(/<span class="hidden">[^<]*<\/span>/, ''))
}

/** The labels of all buttons of a page, each once; « Se déconnecter » and « Chercher » stand on every page. */
export function buttonsOf(html: string): string[] {
  const all = formsOf(html).flatMap(({ buttons }) => buttons.map(({ text }) => text))
  return [...new Set(all)].filter((text) => text !== 'Se déconnecter' && text !== 'Chercher')
}

export function titleOf(html: string): string {
  return textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
}

/** What is read, in one line. */
export function textOf(html: string): string {
  const seen = html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ').replace(/<!--[\s\S]*?-->/g, '')
  return decoded(seen.replace(/<[^>]*>/g, ' '))
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

function fieldsOf(inside: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, own = ''] of inside.matchAll(/<input\b([^>]*)>/g)) {
    const { name, value = '', type, checked } = attributesOf(own)
    const ticked = (type !== 'checkbox' && type !== 'radio') || checked !== undefined
    if (name !== undefined && ticked) fields[name] = value
  }
  for (const [, own = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const { name } = attributesOf(own)
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributesOf(option))
    const chosen = all.find((option) => 'selected' in option) ?? all[0]
    if (name !== undefined && chosen !== undefined) fields[name] = chosen['value'] ?? ''
  }
  for (const [, own = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const { name } = attributesOf(own)
    // A parser drops a newline right after the tag.
    if (name !== undefined) fields[name] = decoded(text.replace(/^\n/, ''))
  }
  return fields
}

function attributesOf(tag: string): Record<string, string> {
  const found = tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, decoded(value)]))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
    if (digits !== undefined) return String.fromCodePoint(Number(digits))
    return named[name ?? ''] ?? whole
  })
}
