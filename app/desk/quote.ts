import { estimateMicroUsd } from '#app/lib/heygen-prices.ts'
import { measureText } from '#events/script.ts'

import type { Presenter } from './context.ts'

export type Quote = { seconds: number; microUsd: number } & Presenter

/** What a film of this text would take, before anyone pays for it. */
export function quoteFor(text: string, presenter: Presenter): Quote {
  const { seconds } = measureText(text)
  return { seconds, microUsd: estimateMicroUsd(presenter.engine, seconds), ...presenter }
}
