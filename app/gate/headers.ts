/** The headers that every answer of the house wears (security.md §3). */
import type { ServerResponse } from 'node:http'

import { pageStyleHash } from './refusal-style.ts'

/**
 * Puts on each answer, when its head is written, what it does not wear yet. Later than that would be too late, earlier
 * would be doubled: Remix's adapter appends its headers to those that are there.
 */
export function dress(res: ServerResponse, { https }: { https: boolean }): void {
  const worn = { ...always, ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}) }
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.removeHeader('X-Powered-By')
  res.writeHead = (...args: unknown[]) => {
    for (const [name, value] of Object.entries(worn)) if (!res.hasHeader(name)) res.setHeader(name, value)
    return writeHead(...args)
  }
}

/** The policy of a page of ours. In dev, Vite speaks over its own socket and writes styles into the page. */
export function pagePolicy({ nonce, dev }: { nonce: string; dev: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    dev ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}

/** For whatever is not a page of Remix: files, data, and the refusal pages, which carry one small style sheet. */
const quietPolicy = [
  "default-src 'none'",
  `style-src '${pageStyleHash}'`,
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ')

const always = {
  'Content-Security-Policy': quietPolicy,
  // Not `no-referrer`: with it the browser sends `Origin: null` with every form that is posted without JavaScript.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
}
