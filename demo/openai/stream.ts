/** A response as server-sent events (`openai.md` §6): no `[DONE]`, the stream ends when the body ends. */
import { isObject, pause, type JsonObject } from '../answers.ts'
import type { ModelResponse, OutputItem } from './response.ts'
import type { StreamFault } from './scenarios.ts'

type Event = { type: string } & JsonObject

const keepAliveEveryMs = 500

/** Spreads `spreadMs` over the events; the client leaving stops it. */
export function streamAnswer(response: ModelResponse, fault: StreamFault | null, spreadMs: number): Response {
  const events = faulted(eventsOf(response), fault)
  const spacing = spreadMs / Math.max(1, events.length)
  const encoder = new TextEncoder()
  let left = false
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const [index, event] of events.entries()) {
        if (spacing > 0) await pause(spacing)
        if (left) return
        controller.enqueue(encoder.encode(frame({ ...event, sequence_number: index })))
      }
      while (fault === 'sse_keep_alive_only' && !left) {
        controller.enqueue(encoder.encode(': keepalive\n\n'))
        await pause(keepAliveEveryMs)
      }
      if (!left) controller.close()
    },
    cancel: () => void (left = true),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
  })
}

const frame = (event: Event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

function eventsOf(response: ModelResponse): Event[] {
  const begun = { ...response, status: 'in_progress', output: [], usage: null, error: null, incomplete_details: null }
  const end = ['completed', 'incomplete', 'failed'].includes(response.status) ? response.status : 'completed'
  return [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    ...response.output.flatMap((item, index) => itemEvents(item, index)),
    { type: `response.${end}`, response },
  ]
}

function itemEvents(item: OutputItem, index: number): Event[] {
  const parts = Array.isArray(item['content']) ? item['content'].filter(isObject) : []
  const empty = item.type === 'message' ? { ...item, status: 'in_progress', content: [] } : item
  return [
    { type: 'response.output_item.added', output_index: index, item: empty },
    ...parts.flatMap((part, at) => partEvents(part, { item_id: item.id, output_index: index, content_index: at })),
    { type: 'response.output_item.done', output_index: index, item },
  ]
}

function partEvents(part: JsonObject, place: JsonObject): Event[] {
  const refused = part['type'] === 'refusal'
  const text = String(refused ? part['refusal'] : part['text'])
  const kind = refused ? 'refusal' : 'output_text'
  const deltas = text.match(/[\s\S]{1,24}/gu) ?? []
  return [
    { type: 'response.content_part.added', ...place, part: { ...part, [refused ? 'refusal' : 'text']: '' } },
    ...deltas.map((delta) => ({
      type: `response.${kind}.delta`,
      ...place,
      delta,
      logprobs: [],
      obfuscation: 'x'.repeat(delta.length % 7),
    })),
    { type: `response.${kind}.done`, ...place, [refused ? 'refusal' : 'text']: text },
    { type: 'response.content_part.done', ...place, part },
  ]
}

function faulted(events: Event[], fault: StreamFault | null): Event[] {
  const middle = Math.floor(events.length / 2)
  const error = { code: 'server_error', message: 'The server had an error.', param: null }
  switch (fault) {
    case null:
      return events
    case 'sse_unknown_event':
      return [...events.slice(0, middle), { type: 'response.moon.rising', phase: 'full' }, ...events.slice(middle)]
    case 'sse_early_end':
      return events.slice(0, middle)
    case 'sse_keep_alive_only':
      return events.slice(0, 2)
    case 'sse_error_flat':
      return [...events.slice(0, middle), { type: 'error', ...error }]
    case 'sse_error_nested':
      return [...events.slice(0, middle), { type: 'error', error }]
  }
}
