/**
 * The event stream of the Responses API, read by ourselves: the SDK takes a cut stream for an answer, waits for ever on
 * a silent one, and stumbles over events that it does not know (`openai.md` §6).
 */
import { z } from 'zod'

import { createEventReader, type ServerEvent } from './event-stream.ts'
import { openAiAnswerOf, type OpenAiAnswer } from './openai-answer.ts'

export type StreamEnd =
  /** A terminal event came. `deltas` is all the text that was sent before it, what the model says to itself left out. */
  | { tag: 'answer'; completed: boolean; answer: OpenAiAnswer | null; deltas: string }
  | { tag: 'error'; code: string | null }
  /** The body ended, or the connection broke, before a terminal event. */
  | { tag: 'cut' }
  /** No event for `idleMs`, whatever bytes kept the line busy. */
  | { tag: 'silent' }
  | { tag: 'unreadable' }
  | { tag: 'too_large' }

export type StreamLimits = { maxBytes: number; idleMs: number; signal: AbortSignal }

/** Throws the reason of `signal` once that aborts, and what `onDelta` throws. */
export async function readOpenAiStream(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, idleMs, signal }: StreamLimits,
  onDelta: (delta: string) => void,
): Promise<StreamEnd> {
  if (body === null) return { tag: 'cut' }
  const silence = new AbortController()
  const timer = setTimeout(() => {
    silence.abort()
  }, idleMs)
  const stop = AbortSignal.any([signal, silence.signal])
  const read = createEventReader()
  const hear = createListener(onDelta)
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const chunk = await nextChunk(reader, stop)
      signal.throwIfAborted()
      if (chunk === null) return { tag: silence.signal.aborted ? 'silent' : 'cut' }
      bytes += chunk.byteLength
      if (bytes > maxBytes) return { tag: 'too_large' }
      for (const event of read(chunk)) {
        timer.refresh()
        const end = hear(event)
        if (end !== null) return end
      }
    }
  } finally {
    clearTimeout(timer)
    // Frees the socket; the end is known by now, so a failure here tells nothing.
    reader.cancel().catch(() => undefined)
  }
}

/** Null at the end of the body, when the line breaks, and when the signal aborts: a cancelled reader reads no more. */
async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal) {
  const leave = () => {
    reader.cancel().catch(() => undefined)
  }
  if (signal.aborted) return null
  signal.addEventListener('abort', leave)
  try {
    const { done, value } = await reader.read()
    return done ? null : value
  } catch {
    return null
  } finally {
    signal.removeEventListener('abort', leave)
  }
}

/** Hears one stream, event by event, until one of them ends it. */
function createListener(onDelta: (delta: string) => void): (event: ServerEvent) => StreamEnd | null {
  const silentOutputs = new Set<number>()
  let deltas = ''

  return ({ name, data }) => {
    const event = readEvent(data)
    if (event === null) return { tag: 'unreadable' }
    const type = event.type ?? name
    if (type === 'error') return { tag: 'error', code: codeOf(event) }
    if (isTerminal(type)) {
      return { tag: 'answer', completed: type === 'response.completed', answer: openAiAnswerOf(event.response), deltas }
    }
    if (event.item?.phase === 'commentary') silentOutputs.add(event.output_index)
    if (type === 'response.output_text.delta' && !silentOutputs.has(event.output_index)) {
      deltas += event.delta
      onDelta(event.delta)
    }
    return null
  }
}

const word = z.string().nullish().catch(null)
const wireEvent = z.looseObject({
  type: word,
  delta: z.string().catch(''),
  output_index: z.number().catch(0),
  item: z.looseObject({ phase: word }).nullish().catch(null),
  response: z.unknown().optional(),
  code: word,
  error: z.looseObject({ code: word, type: word }).nullish().catch(null),
})
type WireEvent = z.infer<typeof wireEvent>

function readEvent(data: string): WireEvent | null {
  try {
    return wireEvent.parse(JSON.parse(data))
  } catch {
    return null
  }
}

function isTerminal(type: string): boolean {
  return type === 'response.completed' || type === 'response.incomplete' || type === 'response.failed'
}

/** Flat as documented, nested as seen on the live service. */
function codeOf({ code, error }: WireEvent): string | null {
  return code ?? error?.code ?? error?.type ?? null
}
