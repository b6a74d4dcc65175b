/** A light load: bookings and webhook deliveries, one after the other, each answer remembered. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { signatureOf } from '#demo/heygen/webhook-request.ts'

import type { House } from './house.ts'
import { book } from './orders.ts'
import type { Promised } from './promised.ts'
import { createVisitor, type Answer, type Visitor } from './visitor.ts'

export type Heard = Answer & { what: 'page' | 'webhook'; at: number }

export type Load = {
  heard: Heard[]
  /** Requests that ended without an answer. */
  unanswered: string[]
  acknowledged: { facts: readonly Promised[]; deliveries: readonly string[] }
  stop(): Promise<void>
}

/** `staff`: somebody who looks at the queue meanwhile. */
export function startLoad(house: House, staff: Visitor | null = null): Load {
  const visitor = createVisitor(house.origin)
  const unanswered: string[] = []
  const deliveries: string[] = []
  const heard: Heard[] = []
  let going = true

  const again = async (act: () => Promise<void>) => {
    while (going) {
      await act().catch((error: unknown) => unanswered.push(String(error)))
      await pause(30)
    }
  }
  const note = (what: Heard['what'], answer: Answer) => heard.push({ what, at: Date.now(), ...answer })
  const bookings = again(async () => {
    const page = await visitor.open('/')
    note('page', page.status === 200 ? await book(visitor) : page)
  })
  const webhooks = again(async () => {
    const key = randomUUID()
    const answer = await deliver(house, key)
    if (answer.status === 204) deliveries.push(key)
    note('webhook', answer)
  })

  const looks = again(async () => {
    if (staff) note('page', await staff.open('/admin'))
  })

  return {
    heard,
    unanswered,
    acknowledged: { facts: visitor.acknowledged, deliveries },
    async stop() {
      going = false
      await Promise.all([bookings, webhooks, looks])
    },
  }
}

/** A signed delivery of a kind that nobody knows yet: it is stored, and answered 2xx. */
async function deliver({ origin, webhookSecret }: House, key: string): Promise<Answer> {
  const since = performance.now()
  const body = new TextEncoder().encode(JSON.stringify({ event_type: 'fault.test', event_data: {} }))
  const headers = {
    'content-type': 'application/json',
    'heygen-event-id': key,
    'heygen-signature': signatureOf(body, webhookSecret),
  }
  const signal = AbortSignal.timeout(15_000)
  const answer = await fetch(`${origin}/api/webhook/heygen`, { method: 'POST', headers, body, signal })
  return { status: answer.status, html: await answer.text(), ms: performance.now() - since }
}
