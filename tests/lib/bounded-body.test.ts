import { expect, test } from 'vitest'

import { readBody } from '#app/lib/bounded-body.ts'

const never = new AbortController().signal

/** A body whose connection nobody ends, and that knows of no signal. */
function endless(pull?: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>({ ...(pull && { pull }), cancel: () => void (cancelled = true) })
  return { response: new Response(stream), wasCancelled: () => cancelled }
}

test('a body is read whole, characters across chunks included', async () => {
  const bytes = new TextEncoder().encode('né 🌙')
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await readBody(new Response(stream), bytes.length, never)).toEqual({ tag: 'read', text: 'né 🌙' })
  expect(await readBody(new Response(null), 10, never)).toEqual({ tag: 'read', text: '' })
})

test('one byte too many ends it, and frees the connection', async () => {
  const { response, wasCancelled } = endless((controller) => {
    controller.enqueue(new Uint8Array(1000))
  })
  expect(await readBody(response, 4999, never)).toEqual({ tag: 'too_large' })
  expect(wasCancelled()).toBe(true)
})

test('the signal ends a body that stalls, and one that had ended before', async () => {
  const stalled = endless()
  const stop = new Error('stop')
  const controller = new AbortController()
  setTimeout(() => {
    controller.abort(stop)
  }, 20)
  await expect(readBody(stalled.response, 10, controller.signal)).rejects.toBe(stop)
  expect(stalled.wasCancelled()).toBe(true)
  await expect(readBody(new Response('x'), 10, AbortSignal.abort(stop))).rejects.toBe(stop)
})
