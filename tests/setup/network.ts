/**
 * The network of every test: what a test has not named does not leave the machine. A request to anywhere but loopback
 * that no handler answers is stopped (MSW answers 500), and fails the test even where the product took that in its stride.
 */
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'

export const net = setupServer()

/** Requests that wanted to leave, since the last test. */
const strays: string[] = []

beforeAll(() => {
  net.listen({
    onUnhandledFrame({ frame }) {
      const address = addressOf(frame.data)
      if (address !== null && isLoopback(address)) return
      strays.push(address?.origin ?? 'an address unknown')
      throw new Error(`unexpected request to ${address?.origin ?? 'an address unknown'}`)
    },
  })
})

afterEach(() => {
  net.resetHandlers()
  const left = strays.splice(0)
  if (left.length > 0) throw new Error(`this test tried to reach ${left.join(', ')}`)
})

afterAll(() => {
  net.close()
})

/** For the one test that strays on purpose: what strayed, now forgiven. */
export function forgiveStrays(): string[] {
  return strays.splice(0)
}

function addressOf(data: unknown): URL | null {
  const { request, connection } = data as { request?: Request; connection?: { client?: { url?: URL } } }
  return request ? new URL(request.url) : (connection?.client?.url ?? null)
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
