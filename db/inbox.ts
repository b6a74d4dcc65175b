/** The webhook's inbox: stored before the 2xx, decided later; and the capped table of refusals. */
import { sql } from 'kysely'

import { writing } from './database-away.ts'
import type { Database } from './database.ts'

export type Delivery = {
  deliveryKey: string
  eventType: string | null
  videoId: string | null
  callbackId: string | null
  headers: Record<string, string>
  body: Buffer
  at: string
}

export type OpenDelivery = {
  id: string
  eventType: string | null
  videoId: string | null
  callbackId: string | null
  receivedAt: string
  tries: number
}

const refusalsKept = 1_000

export function createInbox({ pool, kysely }: Database) {
  return {
    /** @returns false for a delivery that is there already. @throws DatabaseAway: the sender tries again. */
    async storeDelivery(delivery: Delivery): Promise<boolean> {
      const text = `insert into webhook_inbox
          (delivery_key, event_type, video_id, callback_id, headers, body, received_at, next_try_at)
        values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (delivery_key) do nothing`
      const { deliveryKey, eventType, videoId, callbackId, headers, body, at } = delivery
      const values = [deliveryKey, eventType, videoId, callbackId, JSON.stringify(headers), body, at]
      const { rowCount } = await writing(() => pool.query({ name: 'store_delivery', text, values }))
      return rowCount === 1
    },

    /** Takes up to `limit` due rows, the longest due first, and puts their next try off, so that no two sweeps work on the same one. */
    async claimDeliveries(now: string, until: string, limit: number): Promise<OpenDelivery[]> {
      const { rows } = await sql<OpenDelivery>`
        with due as (
          select id, next_try_at from webhook_inbox where decided_at is null and next_try_at <= ${now}
          order by next_try_at, id limit ${limit} for update skip locked),
        claimed as (
          update webhook_inbox w set tries = tries + 1, next_try_at = ${until} from due where w.id = due.id
          returning w.*, due.next_try_at as was_due_at)
        select id, event_type as "eventType", video_id as "videoId", callback_id as "callbackId",
          to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", tries
        from claimed order by was_due_at, claimed.id`.execute(kysely)
      return rows
    },

    async decideDelivery(id: string, outcome: string, at: string): Promise<void> {
      await writing(() =>
        kysely.updateTable('webhook_inbox').set({ decided_at: at, outcome }).where('id', '=', id).execute(),
      )
    },

    async postponeDelivery(id: string, until: string): Promise<void> {
      await writing(() =>
        kysely.updateTable('webhook_inbox').set({ next_try_at: until }).where('id', '=', id).execute(),
      )
    },

    /**
     * Forgets what was said in deliveries decided before an instant, `limit` at a time. Their keys stay, so that one of
     * them sent again is known. @returns how many were purged
     */
    async purgeDeliveries(before: string, limit: number): Promise<number> {
      const { numAffectedRows } = await sql`
        update webhook_inbox set body = null, headers = null where id in (
          select id from webhook_inbox where decided_at < ${before} and body is not null
          order by decided_at limit ${limit} for update skip locked)`.execute(kysely)
      return Number(numAffectedRows)
    },

    async recordRefusal(refusal: { at: string; reason: string; body_sha256: string }): Promise<void> {
      await writing(() => kysely.insertInto('webhook_refusals').values(refusal).execute())
      await sql`delete from webhook_refusals where id <= (select max(id) - ${refusalsKept} from webhook_refusals)`.execute(
        kysely,
      )
    },
  }
}
