import { estimateMicroUsd } from '#app/lib/heygen-prices.ts'
import { measureText } from '#events/script.ts'

import type { Settings } from './context.ts'

export type Quote = {
  seconds: number
  microUsd: number
  engine: Settings['engine']
  avatarId: string | null
  voiceId: string | null
}

/** What a film of this text would take, before anyone pays for it. */
export function quoteFor(text: string, { engine, avatarId, voiceId }: Settings): Quote {
  const { seconds } = measureText(text)
  return { seconds, microUsd: estimateMicroUsd(engine, seconds), engine, avatarId, voiceId }
}
