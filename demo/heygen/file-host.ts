/** The file host: one small film for every video, with Range, expiry and faults. */
import { readFileSync } from 'node:fs'

import { withFault } from '../fault.ts'
import { isLinkAlive, type FileKind } from './links.ts'
import { timesPlanned } from './scenarios.ts'
import { findVideo, type Studio } from './studio.ts'

const types: Record<FileKind, string> = { mp4: 'video/mp4', srt: 'application/x-subrip', jpg: 'image/jpeg' }

/** Of `demo/film.mp4`, in seconds. */
export const filmSeconds = 8

export function serveFile(studio: Studio, request: Request, url: URL): Response {
  if (/^\/files\/previews\/\w+\.jpg$/.test(url.pathname)) return ranged(request, film('jpg'), types.jpg)
  const [, videoId = '', kind] = /^\/files\/videos\/(\w+)\.(mp4|srt|jpg)$/.exec(url.pathname) ?? []
  const entry = findVideo(studio, videoId)
  if (!entry || !isKind(kind)) return denied(404, 'NoSuchKey')
  const nth = studio.count(videoId, `${request.method} ${kind}`)
  const struck = (fault: 'file_truncated' | 'file_short' | 'file_wrong_type' | 'file_expired') =>
    kind === 'mp4' && request.method === 'GET' && nth <= timesPlanned(entry.steps, fault)

  if (struck('file_expired') || !isLinkAlive(studio, url)) return denied(403, 'AccessDenied')
  if (struck('file_wrong_type')) return new Response('<html></html>', { headers: { 'content-type': 'text/html' } })
  const bytes = film(kind)
  const shown = struck('file_short') ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes
  const answer = ranged(request, shown, types[kind])
  return struck('file_truncated') ? withFault(answer, 'truncated') : answer
}

const film = (kind: FileKind) => readFileSync(new URL(`../film.${kind}`, import.meta.url))

const isKind = (kind: string | undefined): kind is FileKind => kind !== undefined && kind in types

function denied(status: number, code: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } })
}

/** The whole, or the one range asked for (RFC 9110 §14.2); several ranges are answered with the whole. */
function ranged(request: Request, bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const total = bytes.length
  const headers = { 'content-type': type, 'accept-ranges': 'bytes' }
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return sent(request, bytes, 200, headers)
  const [, from = '', to = ''] = asked
  const start = from === '' ? Math.max(0, total - Number(to)) : Number(from)
  const end = from === '' || to === '' ? total - 1 : Math.min(Number(to), total - 1)
  if (start >= total || start > end) {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${total}` } })
  }
  const range = { 'content-range': `bytes ${start}-${end}/${total}` }
  return sent(request, bytes.subarray(start, end + 1), 206, { ...headers, ...range })
}

function sent(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  status: number,
  headers: Record<string, string>,
): Response {
  const body = request.method === 'HEAD' ? null : bytes
  return new Response(body, { status, headers: { ...headers, 'content-length': String(bytes.length) } })
}
