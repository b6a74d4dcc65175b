/** Sends what is due, again and again until it is taken; a restart goes on where the last process stopped. */
import { join } from 'node:path'

import { stepNamed } from '../plan.ts'
import { openJournal } from './journal.ts'
import type { LedgerEntry } from './ledger.ts'
import { timesPlanned } from './scenarios.ts'
import type { Studio } from './studio.ts'
import { eventsOf, type WebhookEvent } from './webhook-events.ts'
import { deliver, type WebhookTarget } from './webhook-request.ts'

export type Delivered = { key: string; target: string; at_ms: number; event: string }
export type WebhookSender = ReturnType<typeof createWebhookSender>

/** `heygen.md` §5.5 promises backoff for up to 24 h; compressed here. */
export const usualRetryDelaysMs = [1_000, 3_000, 10_000, 30_000, 120_000]

export function createWebhookSender(studio: Studio, targets: () => WebhookTarget[], retryDelaysMs: readonly number[]) {
  const delivered = openJournal<Delivered>(join(studio.dir, 'delivered.jsonl'))
  const timers = new Set<NodeJS.Timeout>()
  /** Events that wait for a timer, and deliveries on their way: never twice at once. */
  const busy = new Set<string>()
  let stopped = false

  return {
    history: () => delivered.lines,
    /** May be called again for the same video: what was taken is not sent again. */
    schedule(entry: LedgerEntry) {
      for (const event of eventsOf(studio, entry)) {
        if (busy.has(event.key)) continue
        busy.add(event.key)
        later(event.dueMs - studio.now(), () => send(event, entry))
      }
    },
    stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }

  function later(ms: number, act: () => void) {
    if (stopped) return
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        act()
      },
      Math.max(0, ms),
    )
    timer.unref()
    timers.add(timer)
  }

  function send(event: WebhookEvent, entry: LedgerEntry) {
    busy.delete(event.key)
    const all = [...targets(), ...callbackTarget(entry)]
    for (const target of all.filter(({ mode, events }) => mode !== 'off' && (events?.includes(event.type) ?? true))) {
      const copies = Math.max(1, timesPlanned(entry.steps, 'webhook_duplicate', 2))
      if (isDelivered(event, target) || busy.has(`${event.key} ${target.name}`)) continue
      busy.add(`${event.key} ${target.name}`)
      const body = new TextEncoder().encode(event.body())
      for (let copy = 0; copy < copies; copy++) void attempt({ event, entry, target, body, firstAtMs: studio.now() }, 0)
    }
  }

  type Attempt = {
    event: WebhookEvent
    entry: LedgerEntry
    target: WebhookTarget
    body: Uint8Array<ArrayBuffer>
    firstAtMs: number
  }

  async function attempt(one: Attempt, nth: number): Promise<void> {
    const { event, entry, target, body, firstAtMs } = one
    const sentAtMs = stepNamed(entry.steps, 'webhook_frozen_timestamp') ? firstAtMs : studio.now()
    const forged = stepNamed(entry.steps, 'webhook_wrong_signature') !== undefined
    const sender = forged ? { ...target, secret: `not ${target.secret}` } : current(target)
    const taken = await deliver(sender, { body, eventId: event.eventId, sentAtMs })
    if (stopped) return
    if (taken) {
      if (!isDelivered(event, target)) {
        delivered.append({
          key: event.key,
          target: target.name,
          at_ms: studio.now(),
          event: new TextDecoder().decode(body),
        })
      }
      busy.delete(`${event.key} ${target.name}`)
      return
    }
    const delayMs = retryDelaysMs[nth]
    if (delayMs === undefined) busy.delete(`${event.key} ${target.name}`)
    else later(delayMs, () => void attempt(one, nth + 1))
  }

  /** A rotated secret and a new address hold from the next attempt on. */
  function current(target: WebhookTarget): WebhookTarget {
    return targets().find(({ name }) => name === target.name) ?? target
  }

  function isDelivered(event: WebhookEvent, target: WebhookTarget): boolean {
    return delivered.lines.some(({ key, target: name }) => key === event.key && name === target.name)
  }
}

/** Sent beside the registered endpoints, and never signed (`heygen.md` §5.6). */
function callbackTarget({ callback_url }: LedgerEntry): WebhookTarget[] {
  if (callback_url === null) return []
  return [{ name: 'callback_url', url: callback_url, secret: '', mode: 'unsigned', events: null }]
}
