import type { NumberSheet } from './sheet-schema.ts'

export type SpokenNumber = { value: number; base: number; master: boolean }
export type SpokenNumbers = Record<
  'lifePath' | 'expression' | 'soulUrge' | 'personality' | 'personalYear',
  SpokenNumber | null
>

/** The five numbers that a script may name; null where the name is not in Latin letters. */
export function spokenNumbers(sheet: NumberSheet): SpokenNumbers {
  return {
    lifePath: spoken(sheet.lifePath[sheet.method]),
    expression: spoken(sheet.expression),
    soulUrge: spoken(sheet.soulUrge),
    personality: spoken(sheet.personality),
    personalYear: spoken(sheet.personalYear),
  }
}

function spoken(number: SpokenNumber | null): SpokenNumber | null {
  return number && { value: number.value, base: number.base, master: number.master }
}
