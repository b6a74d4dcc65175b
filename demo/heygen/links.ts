/** Presigned links to the file host: new at each read, and dead after a while (`heygen.md` §4). */
import { createHmac } from 'node:crypto'

import type { LedgerEntry } from './ledger.ts'
import type { Studio } from './studio.ts'

export type FileKind = 'mp4' | 'srt' | 'jpg'

export function signedLink(studio: Studio, entry: LedgerEntry, kind: FileKind): string {
  const path = `/files/videos/${entry.video_id}.${kind}`
  const issued = studio.count(entry.video_id, `link ${kind}`)
  const expires = String((studio.now() + studio.linkTtlMs) / 1000)
  const query = new URLSearchParams({ Expires: expires, Issue: String(issued), 'Key-Pair-Id': 'sim' })
  query.append('Signature', signature(studio, path, query))
  return `${studio.publicUrl()}${path}?${query.toString()}`
}

export function isLinkAlive(studio: Studio, url: URL): boolean {
  const query = new URLSearchParams(url.search)
  const given = query.get('Signature')
  query.delete('Signature')
  return given === signature(studio, url.pathname, query) && Number(query.get('Expires')) * 1000 > studio.now()
}

function signature({ linkSecret }: Studio, path: string, query: URLSearchParams): string {
  return createHmac('sha256', linkSecret).update(`${path}?${query.toString()}`).digest('base64url')
}
