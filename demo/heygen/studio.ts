/** What every part of the played HeyGen shares: its folder, its clock, its addresses. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { createPlan, type Plan } from '../plan.ts'
import { openJournal, type Journal } from './journal.ts'
import type { LedgerEntry } from './ledger.ts'
import { heygenScenarios, type HeygenScenario } from './scenarios.ts'

export type StudioOptions = {
  /** The folder that the ledger and all else to remember is kept in. */
  dir: string
  /** Where the file host is reached, without a slash at the end. */
  publicUrl: string | (() => string)
  /** Without one, any key is accepted. */
  apiKey?: string
  renderMs?: number
  linkTtlMs?: number
  clock?: () => number
  /** Whether a refusal is replayed under its key, as an answer is: not known of the real one (`heygen.md` §3.3). */
  errorsReplayed?: boolean
}

export type Studio = {
  dir: string
  publicUrl: () => string
  renderMs: number
  linkTtlMs: number
  now: () => number
  errorsReplayed: boolean
  plan: Plan<HeygenScenario>
  ledger: Journal<LedgerEntry>
  deleted: Journal<{ video_id: string }>
  /** How often something of this name was done to a video since the start. */
  count(videoId: string, what: string): number
  /** Signs file links; kept, so that a link outlives a restart. */
  linkSecret: string
}

export function openStudio(options: StudioOptions): Studio {
  const { dir, publicUrl } = options
  mkdirSync(dir, { recursive: true })
  const counts = new Map<string, number>()
  return {
    dir,
    publicUrl: typeof publicUrl === 'string' ? () => publicUrl : publicUrl,
    renderMs: options.renderMs ?? 8_000,
    linkTtlMs: options.linkTtlMs ?? 7 * 24 * 3_600_000,
    now: options.clock ?? Date.now,
    errorsReplayed: options.errorsReplayed ?? false,
    plan: createPlan(heygenScenarios),
    ledger: openJournal(join(dir, 'ledger.jsonl')),
    deleted: openJournal(join(dir, 'deleted.jsonl')),
    linkSecret: keptSecret(openJournal(join(dir, 'link-secret.jsonl'))),
    count(videoId, what) {
      const count = (counts.get(`${videoId} ${what}`) ?? 0) + 1
      counts.set(`${videoId} ${what}`, count)
      return count
    },
  }
}

function keptSecret(journal: Journal<{ secret: string }>): string {
  if (journal.lines.length === 0) journal.append({ secret: randomBytes(16).toString('hex') })
  return journal.lines[0]?.secret ?? ''
}

export function findVideo(studio: Studio, videoId: string): LedgerEntry | undefined {
  if (studio.deleted.lines.some(({ video_id }) => video_id === videoId)) return undefined
  return studio.ledger.lines.find(({ video_id }) => video_id === videoId)
}
