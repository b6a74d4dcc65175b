/**
 * Faults of the connection itself. A `Response` cannot carry them, so it is marked: `demo/serve.ts` plays the mark on
 * the real socket; to a plain fetch handler (MSW) the response is an approximation.
 */

export type SocketFault =
  /** The connection is cut before a byte of the answer. */
  | 'reset_before_headers'
  /** Headers and half of the body, then the connection is cut. */
  | 'reset_after_headers'
  /** Nothing, until the client leaves. */
  | 'no_headers'
  /** Headers and half of the body, then nothing. */
  | 'stalled_body'
  /** One byte at a time, far slower than anyone waits. */
  | 'dripping_body'
  /** A length is announced, half of it comes, and the connection ends. */
  | 'truncated'

export const dripEveryMs = 250

const marks = new WeakMap<Response, { fault: SocketFault; whole: Response }>()

export function withFault(whole: Response, fault: SocketFault): Response {
  const approximation = fault === 'reset_before_headers' ? Response.error() : broken(whole, fault)
  marks.set(approximation, { fault, whole })
  return approximation
}

export const faultOf = (response: Response) => marks.get(response)

function broken(whole: Response, fault: SocketFault): Response {
  const body = whole.clone().arrayBuffer()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      if (fault === 'no_headers') return
      const bytes = new Uint8Array(await body)
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)))
      if (fault === 'truncated') controller.close()
      if (fault === 'reset_after_headers') controller.error(new TypeError('terminated'))
    },
  })
  return new Response(stream, { status: whole.status, headers: whole.headers })
}
