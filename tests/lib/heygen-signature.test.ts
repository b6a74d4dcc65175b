import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'

import { deliveryKey, readDelivery, verifySignature } from '#app/lib/heygen-signature.ts'

const secret = 'whsec_current'
const text =
  '{"event_id":"evt_1","event_type":"avatar_video.success","event_data":{"video_id":"v1","callback_id":"c1"}}'
const body = Buffer.from(text)
const hmac = (bytes: Uint8Array, key = secret) => createHmac('sha256', key).update(bytes).digest('hex')
const signature = hmac(body)

describe('a signature', () => {
  test.each(['heygen-signature', 'Heygen-Signature', 'signature', 'Signature'])('counts under %s', (name) => {
    expect(verifySignature(body, { [name]: signature }, [secret])).toEqual({ ok: true })
  })

  test('may be written in capitals', () => {
    expect(verifySignature(body, { signature: signature.toUpperCase() }, [secret])).toEqual({ ok: true })
  })

  test('may be made with any secret of a rotation', () => {
    const old = hmac(body, 'whsec_old')
    expect(verifySignature(body, { signature: old }, [secret, 'whsec_old'])).toEqual({ ok: true })
    expect(verifySignature(body, { signature: old }, [secret])).toEqual({ ok: false, reason: 'wrong' })
  })

  test.each([
    ['no header', {}, 'missing'],
    ['an empty header', { 'heygen-signature': ' ' }, 'missing'],
    ['63 digits', { signature: signature.slice(1) }, 'malformed'],
    ['65 digits', { signature: `${signature}0` }, 'malformed'],
    ['no hex', { signature: 'z'.repeat(64) }, 'malformed'],
    ['two signatures in one header', { signature: `${signature}, ${signature}` }, 'malformed'],
    ['a prefix', { signature: `sha256=${signature}` }, 'malformed'],
    ['another text', { signature: hmac(Buffer.from(`${text} `)) }, 'wrong'],
    ['zeros', { signature: '0'.repeat(64) }, 'wrong'],
    ['the documented header wrong, the other right', { 'heygen-signature': '0'.repeat(64), signature }, 'wrong'],
  ])('is refused with %s', (_, headers, reason) => {
    expect(verifySignature(body, headers as Record<string, string>, [secret])).toEqual({ ok: false, reason })
  })

  test('made with an empty secret never counts', () => {
    const forged = hmac(body, '')
    expect(verifySignature(body, { signature: forged }, [''])).toEqual({ ok: false, reason: 'wrong' })
    expect(verifySignature(body, { signature: forged }, [])).toEqual({ ok: false, reason: 'wrong' })
  })

  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['invalid UTF-8', Buffer.concat([body, Buffer.from([0xff, 0xfe])])],
    ['other spacing', Buffer.from(JSON.stringify(JSON.parse(text), null, 1))],
    ['nothing', Buffer.alloc(0)],
  ])('is of the bytes, whatever they say: %s', (_, bytes) => {
    expect(verifySignature(bytes, { signature: hmac(bytes) }, [secret])).toEqual({ ok: true })
    expect(verifySignature(bytes, { signature }, [secret])).toEqual({ ok: false, reason: 'wrong' })
  })
})

describe('a delivery', () => {
  test('is known by its header, its body, or its bytes', () => {
    expect(deliveryKey(body, { 'Heygen-Event-Id': 'evt_h' })).toBe('evt_h')
    expect(deliveryKey(body, {})).toBe('evt_1')
    expect(deliveryKey(Buffer.from('ping'), {})).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(deliveryKey(Buffer.from('ping'), {})).not.toBe(deliveryKey(Buffer.from('pong'), {}))
    expect(deliveryKey(Buffer.from('{"event_id":"a\\u0000b"}'), {})).toMatch(/^sha256:/)
  })

  test('is read for three things', () => {
    const read = { eventType: 'avatar_video.success', videoId: 'v1', callbackId: 'c1', parsed: true }
    expect(readDelivery(body)).toEqual(read)
    expect(readDelivery(Buffer.from(`\ufeff${text}`))).toEqual(read)
  })

  test.each([
    ['a ping', 'ping', false],
    ['nothing', '', false],
    ['a list', '[1]', false],
    ['null', 'null', false],
    ['an empty object', '{}', true],
    ['odd types', '{"event_type":7,"event_data":"x"}', true],
    ['ids with NUL, and data null', '{"event_type":"a\\u0000","event_data":null}', true],
  ])('that says little is no error: %s', (_, said, parsed) => {
    expect(readDelivery(Buffer.from(said))).toEqual({ eventType: null, videoId: null, callbackId: null, parsed })
  })
})
