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
  let left = false
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const [index, event] of events.entries()) {
        if (spacing > 0) await pause(spacing)
        if (left) return
        for (const chunk of chunksOf(event, index, fault)) controller.enqueue(chunk)
      }
      while (fault === 'sse_keep_alive_only' && !left) {
        controller.enqueue(encoder.encode(': keepalive\n\n'))
        await pause(keepAliveEveryMs)
      }
      if (!left && fault !== 'sse_slow_then_silent') controller.close()
    },
    cancel: () => void (left = true),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
  })
}

const encoder = new TextEncoder()

function chunksOf(event: Event, index: number, fault: StreamFault | null): Uint8Array[] {
  const numbered = { ...event, sequence_number: index }
  if (event.type === badEvent) return [encoder.encode('event: response.output_text.delta\ndata: {"type":"respo\n\n')]
  if (fault === 'sse_crlf') return [encoder.encode(awkwardFrame(numbered))]
  const bytes = encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(numbered)}\n\n`)
  return fault === 'sse_one_byte_chunks' ? Array.from(bytes, (byte) => new Uint8Array([byte])) : [bytes]
}

const badEvent = 'bad'

function awkwardFrame(event: Event): string {
  const data = JSON.stringify(event, null, 1).split('\n')
  return [': keepalive', '', `event:${event.type}`, 'id: 7', ...data.map((line) => `data: ${line}`), '', ''].join(
    '\r\n',
  )
}

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
  // A token or two each; of a mad text a thousandth.
  const deltas = text.match(new RegExp(`[^]{1,${Math.max(24, Math.ceil(text.length / 1_000))}}`, 'gu')) ?? []
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
    case 'sse_one_byte_chunks':
    case 'sse_crlf':
      return events
    case 'sse_bad_json':
      return [...events.slice(0, middle), { type: badEvent }, ...events.slice(middle)]
    case 'sse_deltas_differ':
      return events.map((event) => (event.type === 'response.output_text.delta' ? { ...event, delta: ' ' } : event))
    case 'sse_unknown_event':
      return [...events.slice(0, middle), { type: 'response.moon.rising', phase: 'full' }, ...events.slice(middle)]
    case 'sse_early_end':
    case 'sse_slow_then_silent':
      return events.slice(0, middle)
    case 'sse_keep_alive_only':
      return events.slice(0, 2)
    case 'sse_error_flat':
      return [...events.slice(0, middle), { type: 'error', ...error }]
    case 'sse_error_nested':
      return [...events.slice(0, middle), { type: 'error', error }]
  }
}
