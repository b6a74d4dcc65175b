/**
 * Deliveries of HeyGen, judged on their raw bytes (`heygen.md` §5.3–5.4, `security.md` §5).
 * The timestamp is not signed, so it proves nothing and is not read.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Verdict = { ok: true } | { ok: false; reason: 'missing' | 'malformed' | 'wrong' }

/** Header names in any case. Every secret is tried, so that two are valid while one is being rotated. */
export function verifySignature(
  body: Uint8Array,
  headers: Record<string, string>,
  secrets: readonly string[],
): Verdict {
  // `signature` alone was seen in production; `heygen-signature` is what the documentation says.
  const given = (header(headers, 'heygen-signature') || header(headers, 'signature')).toLowerCase()
  if (given === '') return { ok: false, reason: 'missing' }
  // Node decodes non-hex to nothing without an error, and `timingSafeEqual` throws on unequal lengths.
  if (!/^[0-9a-f]{64}$/.test(given)) return { ok: false, reason: 'malformed' }

  const signature = Buffer.from(given, 'hex')
  // An empty secret would let anyone sign; `filter` rather than `some`, so that the time tells no position.
  const matches = secrets
    .filter((secret) => secret !== '')
    .filter((secret) => timingSafeEqual(signature, sign(body, secret)))
  return matches.length > 0 ? { ok: true } : { ok: false, reason: 'wrong' }
}

/** The same for every copy of one delivery: its event id where it has one, else the hash of its bytes. */
export function deliveryKey(body: Uint8Array, headers: Record<string, string>): string {
  return (
    identifier(header(headers, 'heygen-event-id')) ??
    identifier(record(parseJson(body))?.['event_id']) ??
    `sha256:${createHash('sha256').update(body).digest('hex')}`
  )
}

export type Delivery = { eventType: string | null; videoId: string | null; callbackId: string | null; parsed: boolean }

/** Nothing but these three is needed of a delivery, and none of them is sure to be there: what counts is read from HeyGen. */
export function readDelivery(body: Uint8Array): Delivery {
  const delivery = record(parseJson(body))
  const data = record(delivery?.['event_data'])
  return {
    eventType: identifier(delivery?.['event_type']),
    videoId: identifier(data?.['video_id']),
    callbackId: identifier(data?.['callback_id']),
    parsed: delivery !== null,
  }
}

function header(headers: Record<string, string>, name: string): string {
  return (
    Object.entries(headers)
      .find(([key]) => key.toLowerCase() === name)?.[1]
      .trim() ?? ''
  )
}

function sign(body: Uint8Array, secret: string): Buffer {
  return createHmac('sha256', secret).update(body).digest()
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

/** Printable and short, or not an identifier: it becomes a key in the archive. */
function identifier(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value) ? value : null
}
