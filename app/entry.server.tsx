/** Renders every page whole before its first byte leaves: without JavaScript a streamed page stays half hidden. */
import { Transform } from 'node:stream'

import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'

import { pagePolicy } from './gate/headers.ts'
import { NonceProvider } from './gate/nonce.tsx'
import { pageOpening } from './gate/refusal-page.ts'

/** Milliseconds; the render itself gets one second more. */
export const streamTimeout = 5_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const refusal = wholeRefusal(remix)
  if (refusal !== null) return new Response(refusal, { status, headers: withRetry(headers, status) })
  const { nonce } = context.visit
  const rendered = await render(request, { remix, context, nonce })
  headers.set('Content-Security-Policy', pagePolicy({ nonce, dev: import.meta.env.DEV }))
  return new Response(rendered.body, { status: rendered.failed ? 500 : status, headers })
}

/** An error without a Response: Remix sends its message nowhere in production; the log gets what may be written. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // No such page, no such method: the line of the request says it.
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.visit.report(error)
}

/** A page that the gate has written itself is sent as it is: it may carry a form with all that was typed. */
function wholeRefusal({ staticHandlerContext: { errors } }: EntryContext): string | null {
  for (const error of Object.values(errors ?? {})) {
    const page: unknown = isRouteErrorResponse(error) ? error.data : null
    if (typeof page === 'string' && page.startsWith(pageOpening)) return page
  }
  return null
}

function withRetry(headers: Headers, status: number): Headers {
  if (status === 503) headers.set('Retry-After', '5')
  return headers
}

function render(
  request: Request,
  { remix, context, nonce }: { remix: EntryContext; context: AppLoadContext; nonce: string },
): Promise<{ body: ReadableStream; failed: boolean }> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(tooLong)
          const body = withoutZeros()
          resolve({ body: createReadableStreamFromReadable(body), failed })
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          failed = true
          context.visit.report(error)
        },
      },
    )
    const tooLong = setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/**
 * React 18 leaves zero bytes where a letter of several bytes does not fit into the end of a chunk (facebook/react#24985);
 * a browser would show them, and keep them in a text field. No text of ours holds U+0000, and no other letter a zero byte.
 */
function withoutZeros(): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, chunk.includes(0) ? chunk.filter(Boolean) : chunk),
  })
}
