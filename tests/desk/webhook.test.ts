/** HeyGen knocks: raw bytes, a signature, a row in the inbox, and only then an answer. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { streamOf } from '#events/facts.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { overCuttableLine } from './database-line.ts'
import { hear, inboxOf, lastRow, receive, signatureOf, signed, successOf, type Signing } from './deliveries.ts'
import { film, viewOf } from './requests.ts'

let house: TestDesk

beforeAll(async () => {
  house = await createTestDesk({ settings: { webhookSecrets: ['whsec_new', 'whsec_old'] } })
})
afterAll(() => house.close())

const countRefusals = async () => {
  const { kysely } = house.database.archive.database
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from webhook_refusals`.execute(kysely)
  return rows[0]?.n ?? NaN
}

describe('the signature', () => {
  const body = Buffer.from('{"event_type":"x"}')
  const good = signatureOf(body, 'whsec_new')

  it.each<[string, Signing]>([
    ['under the documented name', { header: 'heygen-signature', signature: good }],
    ['under the name seen in production', { header: 'signature', signature: good }],
    ['in any case of name and digits', { header: 'Heygen-Signature', signature: good.toUpperCase() }],
    ['of the secret that is being rotated out', { signature: signatureOf(body, 'whsec_old') }],
  ])('%s is accepted', async (_, signing) => {
    const { tag } = await house.desk.receiveWebhook(
      signed(body, { ...signing, eventId: `sig ${_}`.replaceAll(' ', '_') }),
    )
    expect(tag).toBe('stored')
  })

  it.each<[string, string, Signing]>([
    ['missing', 'missing', { header: 'x-other', signature: good }],
    ['empty', 'missing', { signature: '' }],
    ['too short', 'malformed', { signature: good.slice(1) }],
    ['too long', 'malformed', { signature: `${good}0` }],
    ['no hex', 'malformed', { signature: 'z'.repeat(64) }],
    ['two at once', 'malformed', { signature: `${good}, ${good}` }],
    ['of another secret', 'wrong', { secret: 'whsec_other' }],
    ['of no secret', 'wrong', { secret: '' }],
    ['of another body', 'wrong', { signature: signatureOf(Buffer.from('{}'), 'whsec_new') }],
    [
      'of the same words in another order',
      'wrong',
      { signature: signatureOf(Buffer.from('{"event_type": "x"}'), 'whsec_new') },
    ],
  ])('%s is refused, and only its trace is kept', async (_, reason, signing) => {
    const rows = await inboxOf(house)
    const refusals = await countRefusals()
    expect(await house.desk.receiveWebhook(signed(body, signing))).toEqual({ tag: 'refused', reason })
    expect(await inboxOf(house)).toEqual(rows)
    expect(await countRefusals()).toBe(refusals + 1)
  })

  it('refusals hold when, why and a hash: never the body, and never more than a thousand', async () => {
    const { kysely } = house.database.archive.database
    const { rows } = await sql<object>`select * from webhook_refusals order by id desc limit 1`.execute(kysely)
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['at', 'body_sha256', 'id', 'reason'])
    await sql`insert into webhook_refusals (at, reason, body_sha256) select now(), 'flood', n::text from generate_series(1, 1500) n`.execute(
      kysely,
    )
    await house.desk.receiveWebhook(signed(body, { signature: '' }))
    expect(await countRefusals()).toBe(1_000)
  })
})

describe('the bytes decide, not what they mean', () => {
  it.each([
    ['a BOM', Buffer.from('\ufeff{"event_type":"avatar_video.success"}')],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['nothing at all', Buffer.from('')],
    ['a ping', Buffer.from('ping')],
    ['null', Buffer.from('null')],
    ['a list', Buffer.from('[1]')],
    ['numbers for names', Buffer.from('{"event_type":1,"event_data":{"video_id":2}}')],
    [
      'a name with NUL',
      Buffer.from('{"event_type":"avatar_video.success\\u0000","event_data":{"video_id":"\\ud800"}}'),
    ],
    ['a very long name', Buffer.from(`{"event_type":"${'x'.repeat(100_000)}"}`)],
    ['a success without a video', Buffer.from('{"event_type":"avatar_video.success","event_data":null}')],
    ['a type nobody knows', Buffer.from('{"event_type":"avatar_video.moonlight","event_data":{"video_id":"v"}}')],
    ['the captions', Buffer.from('{"event_type":"avatar_video_caption.success","event_data":{"video_id":"v"}}')],
  ])('%s: stored byte for byte, answered, without effect', async (_, body) => {
    expect(await receive(house, body)).toEqual({ tag: 'stored' })
    expect((await lastRow(house))?.body.equals(body)).toBe(true)
    await house.night.decideDeliveries()
    expect((await lastRow(house))?.outcome).toBe('ignored')
  })
})

it('of a request whose personal data was erased: what happens to its film is a fact all the same', async () => {
  const requestId = await film(house)
  const { pool } = house.database.archive.database
  await pool.query('update request_keys set wrapped_key = null where stream = $1', [streamOf(requestId)])
  expect((await hear(house, requestId, await successOf(house, requestId))).outcome).toBe('decided')
  expect(await viewOf(house, requestId)).toMatchObject({ status: 'ready', person: { firstNames: null } })
})

it('with the database away nothing is answered: HeyGen tries again, and is heard', async () => {
  const requestId = await film(house)
  const line = await overCuttableLine(house)
  const delivery = signed(await successOf(house, requestId), { secret: 'whsec_old' })
  await line.cut()
  await expect(line.desk.receiveWebhook(delivery)).rejects.toMatchObject({ code: 'database_away' })
  await line.mend()
  expect(await line.desk.receiveWebhook(delivery)).toEqual({ tag: 'stored' })
  await line.close()
  await house.night.decideDeliveries()
  expect((await viewOf(house, requestId)).status).toBe('ready')
})
