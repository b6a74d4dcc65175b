/** The ledger: one line for each video that HeyGen was paid for. Refused creations are not in it. */
import type { Step } from '../plan.ts'
import type { HeygenScenario } from './scenarios.ts'

export type Fate = 'completed' | 'credit' | 'policy' | 'rendering' | 'no_reason' | 'never' | 'no_url'

export type LedgerEntry = {
  video_id: string
  idempotency_key: string | null
  title: string | null
  callback_id: string | null
  callback_url: string | null
  /** SHA-256 (hex) of the exact bytes of the creating request. */
  body_sha256: string
  /** When it was accepted: ISO 8601, and the same in milliseconds. */
  at: string
  at_ms: number
  cost_usd: number
  render_ms: number
  fate: Fate
  /** What was planned for this video, its webhooks and its files. */
  steps: Step<HeygenScenario>[]
  /** What the creation answered, and what a repeated key is answered. */
  answer: { data: { video_id?: string; status: 'waiting'; output_format: 'mp4' } }
}

export type VideoState = 'pending' | 'processing' | 'completed' | 'failed'

/** `waiting` is said by the creation only; a read starts at `pending` (`heygen.md` §4). */
export function stateOf({ at_ms, render_ms, fate }: LedgerEntry, nowMs: number): VideoState {
  const elapsed = nowMs - at_ms
  if (elapsed < render_ms / 4) return 'pending'
  if (elapsed < render_ms || fate === 'never') return 'processing'
  return fate === 'completed' || fate === 'no_url' ? 'completed' : 'failed'
}

/** Failed renders are not charged (`heygen.md` §3.5). */
export function spentUsd(entries: readonly LedgerEntry[], nowMs: number): number {
  const charged = entries.filter((entry) => stateOf(entry, nowMs) !== 'failed')
  return charged.reduce((sum, entry) => sum + entry.cost_usd, 0)
}
