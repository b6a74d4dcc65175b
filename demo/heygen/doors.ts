/** Every call under `/v3`, by method and path. */
import { jsonAnswer } from '../answers.ts'
import { readAccount } from './account.ts'
import { groups, looks, voices } from './catalogue.ts'
import { heygenError } from './errors.ts'
import { pageAnswer } from './paging.ts'
import { schemas } from './schemas.ts'
import type { Studio } from './studio.ts'
import { deleteVideo, listStatuses, listVideos, readVideo } from './videos.ts'
import type { createWebhookEndpoints } from './webhook-endpoints.ts'
import type { Delivered } from './webhook-sender.ts'

export type Asked = { id: string; query: URLSearchParams; bytes: string }
export type Door = { method: string; path: RegExp; open: (asked: Asked) => Response | Promise<Response> }

type Rooms = {
  studio: Studio
  endpoints: ReturnType<typeof createWebhookEndpoints>
  history: () => readonly Delivered[]
}

export function doorsOf({ studio, endpoints, history }: Rooms): Door[] {
  return [
    door('GET', '/v3/videos', ({ query }) => listVideos(studio, query)),
    door('GET', '/v3/videos/statuses', ({ query }) => listStatuses(studio, query)),
    door('GET', '/v3/videos/:id', ({ id }) => readVideo(studio, id)),
    door('DELETE', '/v3/videos/:id', ({ id }) => deleteVideo(studio, id)),
    ...catalogueDoors(studio),
    door('GET', '/v3/users/me', () => readAccount(studio)),
    door('POST', '/v3/webhooks/endpoints', ({ bytes }) => endpoints.create(bytes)),
    door('GET', '/v3/webhooks/endpoints', ({ query }) => endpoints.list(query)),
    door('PATCH', '/v3/webhooks/endpoints/:id', ({ id, bytes }) => endpoints.update(id, bytes)),
    door('DELETE', '/v3/webhooks/endpoints/:id', ({ id }) => endpoints.remove(id)),
    door('POST', '/v3/webhooks/endpoints/:id/rotate-secret', ({ id }) => endpoints.rotate(id)),
    door('GET', '/v3/webhooks/event-types', ({ query }) => pageAnswer(eventTypes(), query)),
    door('GET', '/v3/webhooks/events', ({ query }) => pageAnswer(pastEvents(history(), query), query)),
  ]
}

function catalogueDoors(studio: Studio): Door[] {
  const limits = { usual: 20, most: 50 }
  return [
    door('GET', '/v3/avatars', ({ query }) => pageAnswer(groups(studio.publicUrl()), query, limits)),
    door('GET', '/v3/avatars/looks', ({ query }) => {
      const wanted = ['avatar_type', 'group_id'] as const
      // The played account has no looks of its own.
      if (query.get('ownership') === 'private') return pageAnswer([], query, limits)
      const found = looks(studio.publicUrl()).filter((look) =>
        wanted.every((key) => matches(look[key], query.get(key))),
      )
      return pageAnswer(found, query, limits)
    }),
    door('GET', '/v3/avatars/looks/:id', ({ id }) => {
      const look = looks(studio.publicUrl()).find((one) => one.id === id)
      return look ? jsonAnswer(200, { data: look }) : heygenError('avatar_not_found')
    }),
    door('GET', '/v3/voices', ({ query }) => {
      const wanted = ['language', 'gender', 'type'] as const
      return pageAnswer(
        voices.filter((voice) => wanted.every((key) => matches(voice[key], query.get(key)))),
        query,
      )
    }),
    door('GET', '/v3/voices/:id', ({ id }) => {
      const voice = voices.find(({ voice_id }) => voice_id === id)
      if (!voice) return heygenError('voice_not_found')
      const { voice_id, name, language, gender, support_pause, preview_audio_url } = voice
      const data = { voice_id, name, language, gender, support_pause, preview_audio_url, status: 'complete' }
      return jsonAnswer(200, { data })
    }),
  ]
}

function door(method: string, path: string, open: Door['open']): Door {
  return { method, path: new RegExp(`^${path.replace(':id', '(?<id>[^/]+)')}$`), open }
}

const matches = (value: string, wanted: string | null) =>
  wanted === null || value.toLowerCase() === wanted.toLowerCase()

function eventTypes() {
  const types = schemas.WebhookEndpointsCreate.request?.properties?.['events']?.items?.enum ?? []
  return types.map((event_type) => ({ event_type, description: `Sent for ${event_type.replace('.', ': ')}` }))
}

/** Delivered ones only; the newest first. */
function pastEvents(history: readonly Delivered[], query: URLSearchParams) {
  return history
    .filter(({ key }) => !key.endsWith(' ping'))
    .map(({ event, key, at_ms }) => {
      const told = JSON.parse(event) as { event_id?: string; event_type: string; event_data: unknown }
      const { event_id = key.replace(' ', '_'), event_type, event_data } = told
      return { event_id, event_type, event_data, created_at: new Date(at_ms).toISOString() }
    })
    .filter(({ event_type }) => matches(event_type, query.get('event_type')))
    .toReversed()
}
