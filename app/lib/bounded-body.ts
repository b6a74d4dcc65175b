export type Body = { tag: 'read'; text: string } | { tag: 'too_large' }

/**
 * Reads an answer of at most `limit` bytes as UTF-8. Throws what the connection throws, and the signal's reason once it
 * aborts: neither a stalled nor a dripping body can outlive it, whatever the client library does with its own timeout.
 */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<Body> {
  if (response.body === null) return { tag: 'read', text: '' }
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await unlessAborted(reader.read(), signal)
      if (done) return { tag: 'read', text: new TextDecoder().decode(Buffer.concat(chunks)) }
      bytes += value.byteLength
      if (bytes > limit) return { tag: 'too_large' }
      chunks.push(value)
    }
  } finally {
    // Frees the socket of a body left half-read; the outcome is known by now, so a failure here tells nothing.
    reader.cancel().catch(() => undefined)
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const abort = () => {
    reject(signal.reason as Error)
  }
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  work.then(resolve, reject)
  return promise.finally(() => {
    signal.removeEventListener('abort', abort)
  })
}
