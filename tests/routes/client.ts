/** A browser without JavaScript: keeps cookies, follows nothing by itself, sends the forms that a page shows. */
import { formOf, type Wanted } from './page.ts'

export type Heard = { status: number; headers: Headers; body: string }
export type Sent = Record<string, string> | URLSearchParams

export type Client = {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Heard>
  /** The answer without its body, which may never end. */
  head(path: string): Promise<Heard>
  post(path: string, fields: Sent, headers?: Record<string, string>): Promise<Heard>
  /** Fills in one form of a page and presses one of its buttons. */
  submit(page: Heard, wanted: Wanted, typed?: Record<string, string>): Promise<Heard>
}

export function createClient(port: number): Client {
  const origin = `http://127.0.0.1:${String(port)}`
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit, headers: Record<string, string>): Promise<Heard> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const usual = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }) }
    const answer = await fetch(origin + path, { ...init, headers: { ...usual, ...headers }, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    const body = init.signal ? '' : await answer.text()
    // React 18 can lose its place between two chunks (`entry.server`): no page of ours holds a U+0000.
    if (body.includes('\0') && answer.headers.get('content-type')?.startsWith('text/'))
      throw new Error(`NUL in ${path}`)
    return { status: answer.status, headers: answer.headers, body }
  }

  async function head(path: string): Promise<Heard> {
    const over = new AbortController()
    const answer = await ask(path, { signal: over.signal }, {})
    over.abort()
    return answer
  }

  const post: Client['post'] = (path, fields, headers = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) }, headers)

  return {
    cookies,
    get: (path, headers = {}) => ask(path, {}, headers),
    head,
    post,
    submit(page, wanted, typed = {}) {
      const { action, fields } = formOf(page.body, wanted)
      return post(action, { ...fields, ...typed })
    },
  }
}

export async function signIn(port: number, person: { email: string; password: string }): Promise<Client> {
  const client = createClient(port)
  const page = await client.get('/login')
  const { email, password } = person
  const answer = await client.submit(page, { action: '/login' }, { email, password })
  if (answer.status !== 303) throw new Error(`signing in was answered ${String(answer.status)}`)
  return client
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  if (attributes.some((attribute) => attribute.trim().toLowerCase() === 'max-age=0')) cookies.delete(name)
  else cookies.set(name, value.join('='))
}
