/**
 * What a script costs. USD 1 per million tokens = 1_000_000 micro-USD per million tokens.
 * Prices are third parties' copies of OpenAI's page (`openai.md` §9): check them before billing anyone.
 */

type Price = { model: string; asOf: string; input: number; cached: number; cacheWrite: number; output: number }

/** Where a source gives no cached or write price, the dearest reading stands, so that a cost is never understated. */
export const openAiPrices: readonly Price[] = [
  { model: 'gpt-6.2-astra', asOf: '2026-11-18', input: 8e6, cached: 8e6, cacheWrite: 10e6, output: 40e6 },
  { model: 'gpt-6.2-sol', asOf: '2026-11-18', input: 2e6, cached: 2e6, cacheWrite: 2.5e6, output: 10e6 },
  { model: 'gpt-6.1-sol', asOf: '2026-10-01', input: 2e6, cached: 0.1e6, cacheWrite: 2.5e6, output: 10e6 },
  { model: 'gpt-6.1-terra', asOf: '2026-10-01', input: 1e6, cached: 0.05e6, cacheWrite: 1.25e6, output: 5e6 },
  { model: 'gpt-6-luna', asOf: '2026-09-22', input: 0.1e6, cached: 0.01e6, cacheWrite: 0.125e6, output: 0.5e6 },
  { model: 'gpt-5.6-luna', asOf: '2026-07-30', input: 0.2e6, cached: 0.02e6, cacheWrite: 0.25e6, output: 1.2e6 },
]

export type TokenCount = { input: number; cached: number; cacheWrite: number; output: number }

/** Whole micro-USD, rounded up; null for a model whose price we do not know. `input` includes `cached` and `cacheWrite`. */
export function costMicroUsd(model: string, tokens: TokenCount): number | null {
  const price = openAiPrices.find((each) => isModel(model, each.model))
  if (price === undefined) return null
  const fresh = Math.max(0, tokens.input - tokens.cached - tokens.cacheWrite)
  const total =
    fresh * price.input +
    tokens.cached * price.cached +
    tokens.cacheWrite * price.cacheWrite +
    tokens.output * price.output
  return Math.ceil(total / 1_000_000)
}

/** `gpt-6.1-terra` or its dated snapshot; `gpt-6.1-terra-fast` is another product at another price. */
function isModel(answered: string, name: string): boolean {
  return (
    answered === name ||
    (answered.startsWith(`${name}-`) && /^\d{4}-\d{2}-\d{2}$/.test(answered.slice(name.length + 1)))
  )
}
