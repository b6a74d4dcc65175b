import { nbsp } from './typography.ts'

/** Micro-dollars as French writes them: 4 640 000 → « 4,64 $ ». A cost under a cent is never shown as nothing. */
export function dollars(microUsd: number): string {
  if (microUsd > 0 && microUsd < 10_000) return `moins de 0,01${nbsp}$`
  const amount = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${amount.format(microUsd / 1_000_000)}${nbsp}$`
}
