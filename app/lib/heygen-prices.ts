/**
 * What a film costs, in micro-USD per second of finished video: studio avatars and digital twins, 720p and 1080p
 * (`script-writing.md` §6, `heygen.md` §3.5). Dated copies of HeyGen's page disagree: an estimate, never a bill.
 */
export const heygenPrices = {
  asOf: '2026-11-23',
  microUsdPerSecond: { avatar_iii: 16_700, avatar_iv: 66_700, avatar_v: 66_700 },
} as const

export type HeygenEngine = keyof typeof heygenPrices.microUsdPerSecond

/** Whole micro-USD, rounded up. */
export function estimateMicroUsd(engine: HeygenEngine, seconds: number): number {
  return Math.ceil(heygenPrices.microUsdPerSecond[engine] * Math.max(0, seconds))
}
