/** The webhook's first half: raw bytes, signature, inbox row. Nothing is believed and nothing is decided here. */
import { deliveryKey, readDelivery, verifySignature } from '#app/lib/heygen-signature.ts'
import { createHash } from 'node:crypto'

import { instant, type DeskContext } from './context.ts'
import type { Desk, WebhookDelivery } from './desk.ts'

/** What may help an auditor; never the signature. */
const keptHeaders = ['content-type', 'user-agent', 'heygen-event-id', 'heygen-timestamp']

export function createReceiveWebhook({ archive, settings, clock, log }: DeskContext): Pick<Desk, 'receiveWebhook'> {
  return {
    async receiveWebhook({ body, headers }: WebhookDelivery) {
      const at = instant(clock())
      const verdict = verifySignature(body, headers, settings.webhookSecrets)
      if (!verdict.ok) {
        await archive.recordRefusal({ at, reason: verdict.reason, body_sha256: sha256(body) })
        log.warn({ reason: verdict.reason }, 'webhook refused')
        return { tag: 'refused', reason: verdict.reason }
      }
      const { eventType, videoId, callbackId } = readDelivery(body)
      const kept = Object.fromEntries(keptHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))
      const row = {
        deliveryKey: deliveryKey(body, headers),
        eventType,
        videoId,
        callbackId,
        headers: kept,
        body: Buffer.from(body),
        at,
      }
      return (await archive.storeDelivery(row)) ? { tag: 'stored' } : { tag: 'duplicate' }
    },
  }
}

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')
