/** The number that the data would like to be told, as the model would say it in French. */
import { numberWords } from './bank/portraits.ts'
import { plain } from './disguises.ts'

/** Null where no reading names one close behind « chemin de vie » or its like. Digits that are no such number stay. */
export function numberAskedFor(readings: readonly string[]): string | null {
  const found = readings.map((text) => asked.exec(text)?.[1]).find((number) => number !== undefined)
  if (found === undefined) return null
  const value = /^\d+$/.test(found) ? Number(found) : foreign.findIndex((words) => words.includes(found))
  return numberWords[value] ?? found
}

/** By value; masters last. */
const foreign: string[][] = [
  [],
  ['un', 'one', 'eins', 'uno', 'один', 'واحد'],
  ['deux', 'two', 'zwei', 'dos', 'два', 'اثنان'],
  ['trois', 'three', 'drei', 'tres', 'три', 'ثلاثة'],
  ['quatre', 'four', 'vier', 'cuatro', 'четыре', 'اربعة'],
  ['cinq', 'five', 'funf', 'cinco', 'пять', 'خمسة'],
  ['six', 'six', 'sechs', 'seis', 'шесть', 'ستة'],
  ['sept', 'seven', 'sieben', 'siete', 'семь', 'سبعة'],
  ['huit', 'eight', 'acht', 'ocho', 'восемь', 'ثمانية'],
  ['neuf', 'nine', 'neun', 'nueve', 'девять', 'تسعة'],
  [],
  ['onze', 'eleven', 'elf', 'once', 'одиннадцать', 'احد عشر'],
]

const words = foreign
  .flat()
  .map(plain)
  .sort((a, b) => b.length - a.length)
const subjects = [
  'chemin de vie|life path|lebensweg|lebenszahl|camino de vida|numero de vida|mon nombre|my number|meine zahl|mi numero',
  'жизненн[^ ]* (?:путь|пути|число)|мое число',
  'مسار الحياة|رقم حياتي|رقمي',
]
const asked = new RegExp(
  `(?:${subjects.map(plain).join('|')})[^.\\n]{0,40}?(?<!\\p{L})(\\d+|vingt-deux|trente-trois|${words.join('|')})(?!\\p{L})`,
  'u',
)
