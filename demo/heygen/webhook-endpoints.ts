/** Registered endpoints: made, listed, changed, removed, their secret rotated (`heygen.md` §5.1). */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { isObject, jsonAnswer, parseJson } from '../answers.ts'
import { heygenError } from './errors.ts'
import { openJournal } from './journal.ts'
import { pageAnswer } from './paging.ts'
import { problemWith } from './schema.ts'
import { schemas } from './schemas.ts'
import type { Studio } from './studio.ts'
import type { WebhookTarget } from './webhook-request.ts'

type Endpoint = {
  endpoint_id: string
  url: string
  events: string[] | null
  status: 'enabled' | 'disabled'
  created_at: string
  secret: string
}

const probeMs = 1_000

export function createWebhookEndpoints(studio: Studio) {
  /** Each line is the whole list as it was then. */
  const journal = openJournal<{ endpoints: Endpoint[] }>(join(studio.dir, 'endpoints.jsonl'))
  const all = () => journal.lines.at(-1)?.endpoints ?? []
  const find = (id: string) => all().find(({ endpoint_id }) => endpoint_id === id)
  const replace = (id: string, by: Endpoint[]) =>
    journal.append({ endpoints: [...all().filter(({ endpoint_id }) => endpoint_id !== id), ...by] })

  return {
    targets: (): WebhookTarget[] =>
      all().map(({ endpoint_id: name, url, secret, events }) => ({ name, url, secret, events, mode: 'documented' })),
    list: (query: URLSearchParams) => pageAnswer(all().map(hidden), query, { usual: 10, most: 100 }),

    async create(bytes: string): Promise<Response> {
      const body = parseJson(bytes)
      const problem = problemWith(schemas.WebhookEndpointsCreate.request ?? {}, body)
      if (problem || !isObject(body)) return heygenError('invalid_parameter', problem ?? {})
      if (!(await answersProbe(String(body['url'])))) return heygenError('invalid_parameter', unreachable)
      const endpoint: Endpoint = {
        ...{ endpoint_id: randomBytes(16).toString('hex'), url: String(body['url']), events: eventsIn(body['events']) },
        ...{ status: 'enabled', created_at: new Date(studio.now()).toISOString(), secret: newSecret() },
      }
      replace(endpoint.endpoint_id, [endpoint])
      return jsonAnswer(200, { data: endpoint })
    },

    update(id: string, bytes: string): Response {
      const body = parseJson(bytes)
      const problem = problemWith(schemas.WebhookEndpointsUpdate.request ?? {}, body)
      if (problem || !isObject(body)) return heygenError('invalid_parameter', problem ?? {})
      const before = find(id)
      if (!before) return heygenError('webhook_not_found')
      const url = typeof body['url'] === 'string' ? body['url'] : before.url
      const endpoint = {
        ...before,
        url,
        events: body['events'] === undefined ? before.events : eventsIn(body['events']),
      }
      replace(id, [endpoint])
      return jsonAnswer(200, { data: hidden(endpoint) })
    },

    remove(id: string): Response {
      if (!find(id)) return heygenError('webhook_not_found')
      replace(id, [])
      return jsonAnswer(200, { data: {} })
    },

    /** The old secret dies at once. */
    rotate(id: string): Response {
      const before = find(id)
      if (!before) return heygenError('webhook_not_found')
      const secret = newSecret()
      replace(id, [{ ...before, secret }])
      return jsonAnswer(200, { data: { endpoint_id: id, secret } })
    },
  }
}

const unreachable = { param: 'url', message: 'The url did not answer OPTIONS within one second' }
const newSecret = () => `whsec_${randomBytes(24).toString('hex')}`
const hidden = (endpoint: Endpoint) => ({ ...endpoint, secret: null })
const eventsIn = (events: unknown) => (Array.isArray(events) ? events.map(String) : null)

async function answersProbe(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: 'OPTIONS', signal: AbortSignal.timeout(probeMs), redirect: 'manual' })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
