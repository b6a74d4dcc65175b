/**
 * What may go wrong with one creation, its webhooks and its files; join with `+`, give an amount after `:`.
 * Amounts are milliseconds (`latency`, `late_success`, `not_found_after_create`, `webhook_late`, `webhook_late_caption`),
 * seconds (`rate_limited`), or how many times (the others).
 */
import { htmlAnswer } from '../answers.ts'
import { stepNamed, type Step } from '../plan.ts'
import { heygenError } from './errors.ts'
import type { Fate } from './ledger.ts'

/** Nothing is created, nothing is paid. */
const refusals = {
  payment_required: () => heygenError('insufficient_credit'),
  rate_limited: (seconds: number | null) =>
    heygenError('rate_limit_exceeded', { headers: { 'retry-after': String(seconds ?? 30) } }),
  policy_refused: () => heygenError('content_policy_violation', { param: 'script' }),
  unauthorized: () => heygenError('unauthorized'),
  forbidden: () => heygenError('forbidden'),
  internal_error: () => heygenError('internal_error'),
  bad_gateway: () => heygenError('voice_provider_error'),
  unavailable: () => heygenError('service_unavailable'),
  gateway_timeout: () => heygenError('gateway_timeout'),
  html_body: () => htmlAnswer(502),
} as const

/** The video exists, the client sees this. */
const afterAccepting = [
  'cut_after_accept',
  'no_answer_after_accept',
  'error_after_accept',
  'accepted_without_video_id',
] as const

const fates = {
  failed_credit: 'credit',
  /** The balance looks fine, the render fails for credit. */
  lying_balance: 'credit',
  failed_policy: 'policy',
  failed_rendering: 'rendering',
  failed_no_reason: 'no_reason',
  never_ends: 'never',
  completed_without_url: 'no_url',
} as const satisfies Record<string, Fate>

const reads = ['late_success', 'not_found_after_create', 'unlisted', 'read_error', 'read_html_404'] as const

const webhooks = [
  'webhook_lost',
  'webhook_late',
  'webhook_duplicate',
  'webhook_reorder',
  'webhook_late_caption',
  'webhook_unknown_event',
  'webhook_ping',
  'webhook_without_event_id',
  'webhook_wrong_signature',
  'webhook_frozen_timestamp',
] as const

/** `file_short` looks whole, and is not: its length is that of the half that is sent. */
const files = ['file_truncated', 'file_short', 'file_wrong_type', 'file_expired'] as const

const names = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table)[]

export const heygenScenarios = [
  ...(['ok', 'latency', 'cut_before_accept'] as const),
  ...names(refusals),
  ...afterAccepting,
  ...names(fates),
  ...reads,
  ...webhooks,
  ...files,
]
export type HeygenScenario = (typeof heygenScenarios)[number]

type Steps = readonly Step<HeygenScenario>[]

export function plannedRefusal(steps: Steps): Response | null {
  for (const name of names(refusals)) {
    const step = stepNamed(steps, name)
    if (step) return refusals[name](step.amount)
  }
  return null
}

export function plannedFate(steps: Steps): Fate {
  const name = names(fates).find((one) => stepNamed(steps, one))
  return name === undefined ? 'completed' : fates[name]
}

/** How often a planned fault still strikes: `usual` times unless an amount was given; 0 when it was not planned. */
export function timesPlanned(steps: Steps, name: HeygenScenario, usual = 1): number {
  const step = stepNamed(steps, name)
  return step ? (step.amount ?? usual) : 0
}
