/** One delivery on the wire: which headers, signed how (`heygen.md` §5.4). */
import { createHmac } from 'node:crypto'

/** `documented`: the `Heygen-*` trio. `production`: `signature` alone, as it was seen. `off`: nothing is sent. */
export type WebhookMode = 'documented' | 'production' | 'unsigned' | 'off'

export type WebhookTarget = {
  /** Tells the targets apart over restarts, while addresses change. */
  name: string
  url: string
  secret: string
  mode: WebhookMode
  /** Null for all. */
  events: readonly string[] | null
}

type Delivery = { body: Uint8Array<ArrayBuffer>; eventId: string | null; sentAtMs: number }

const patienceMs = 10_000

/** True when the receiver took it: 2xx within ten seconds. */
export async function deliver({ url, secret, mode }: WebhookTarget, delivery: Delivery): Promise<boolean> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'HeyGen-Webhooks/1.0',
    ...signed(secret, mode, delivery),
  }
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const answer = await fetch(url, { method: 'POST', headers, body: delivery.body, redirect: 'manual', signal })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

/** HMAC-SHA256 of the exact bytes, the secret as it was given, 64 lower-case hex characters. */
export const signatureOf = (body: Uint8Array, secret: string) => createHmac('sha256', secret).update(body).digest('hex')

function signed(secret: string, mode: WebhookMode, { body, eventId, sentAtMs }: Delivery): Record<string, string> {
  if (mode === 'unsigned' || mode === 'off') return {}
  const signature = signatureOf(body, secret)
  if (mode === 'production') return { signature }
  const timestamp = String(Math.floor(sentAtMs / 1000))
  const id: Record<string, string> = eventId === null ? {} : { 'heygen-event-id': eventId }
  return { 'heygen-signature': signature, 'heygen-timestamp': timestamp, ...id }
}
