/** Deliveries as HeyGen sends them (`heygen.md` §5), and what became of them. */
import { createHmac, randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import type { WebhookDelivery } from '#app/desk/desk.ts'

import { webhookSecret, type TestDesk } from '../setup/desk.ts'
import { lastOf, typesOf } from './requests.ts'

export type Told = {
  event_type?: unknown
  event_data?: Record<string, unknown>
  event_id?: string
  created_at?: string
}
export type Signing = { secret?: string; header?: string; eventId?: string | null; signature?: string }

export const signatureOf = (body: Uint8Array, secret = webhookSecret) =>
  createHmac('sha256', secret).update(body).digest('hex')

/** `told` is sent as JSON, or byte for byte. */
export function signed(told: Told | Uint8Array, signing: Signing = {}): WebhookDelivery {
  const body = told instanceof Uint8Array ? told : Buffer.from(JSON.stringify(told))
  const { secret = webhookSecret, header = 'heygen-signature', eventId = null } = signing
  const signature = signing.signature ?? signatureOf(body, secret)
  const id = eventId === null ? {} : { 'heygen-event-id': eventId }
  return { body, headers: { 'content-type': 'application/json', [header]: signature, ...id } }
}

/** The success of the film of a request, whether or not it is one. */
export async function successOf(
  house: TestDesk,
  requestId: string,
  parts: Record<string, unknown> = {},
): Promise<Told> {
  return told('avatar_video.success', { ...(await filmOf(house, requestId)), ...parts })
}

export async function failureOf(
  house: TestDesk,
  requestId: string,
  parts: Record<string, unknown> = {},
): Promise<Told> {
  return told('avatar_video.fail', { ...(await filmOf(house, requestId)), msg: 'Video render failed', ...parts })
}

export const told = (type: string, data: Record<string, unknown>): Told => ({
  event_id: `evt_${randomUUID().slice(0, 8)}`,
  event_type: type,
  event_data: data,
  created_at: '2026-11-23T09:09:00Z',
})

/** As HeyGen knows the film: from its ledger, so that it can be told before we have heard of it ourselves. */
async function filmOf(house: TestDesk, requestId: string) {
  const { attempt } = (await lastOf(house, requestId, 'VideoRequested')).data
  const made = house.simulators.heygen.ledger().find(({ callback_id }) => callback_id === attempt)
  if (!made) throw new Error('HeyGen has made no film of this request')
  return {
    video_id: made.video_id,
    callback_id: attempt,
    url: 'https://files2.heygen.ai/v/x.mp4?Expires=1&Signature=sim',
  }
}

export type InboxRow = { eventType: string | null; outcome: string | null; tries: number; body: Buffer }

export async function inboxOf({ database }: Pick<TestDesk, 'database'>): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    select event_type as "eventType", outcome, tries, body from webhook_inbox order by id`.execute(
    database.archive.database.kysely,
  )
  return rows
}

export const lastRow = async (house: TestDesk) => (await inboxOf(house)).at(-1)

/** Signed with the house's first secret unless told. */
export const receive = (house: TestDesk, given: Told | Uint8Array, signing: Signing = {}) =>
  house.desk.receiveWebhook(signed(given, { secret: house.context.settings.webhookSecrets[0] ?? '', ...signing }))

/** Receives, sweeps once, and says what became of the row and of the history. */
export async function hear(house: TestDesk, requestId: string, given: Told) {
  const before = (await typesOf(house, requestId)).length
  const { tag } = await receive(house, given)
  if (tag !== 'stored') throw new Error(`the delivery was ${tag}`)
  await house.night.decideDeliveries()
  return { outcome: (await lastRow(house))?.outcome, news: (await typesOf(house, requestId)).slice(before) }
}

/** A film that HeyGen makes without our having heard its answer; @returns its id */
export async function makeFilm(house: TestDesk, title: string): Promise<string> {
  const call = { idempotencyKey: title, title, callbackId: title, avatarId: 'look_7c1f0e5b', voiceId: 'voice_fr_0192' }
  const usual = { engine: 'avatar_iv', resolution: '1080p', aspectRatio: '16:9', locale: 'fr-FR' } as const
  const made = await house.context.telephones.heygen.createVideo({ ...call, ...usual }, 'Bonjour.')
  if (made.tag !== 'accepted') throw new Error(made.code)
  return made.videoId
}

/** HeyGen tells of a video in its ledger, perhaps late, perhaps of one we have never heard of. */
export function hearOf(house: TestDesk, requestId: string, type: string, video: string) {
  const entry = house.simulators.heygen.ledger().find(({ video_id }) => video_id === video)
  return hear(house, requestId, told(type, { video_id: video, callback_id: entry?.callback_id }))
}
