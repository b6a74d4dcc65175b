/** French numbers, said and read: 0 to 9999, traditional spelling. */

const units =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const tens = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

/** 2026 → « deux mille vingt-six »; undefined outside of 0 to 9999. */
export function inWords(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 0 || number > 9999) return undefined
  return number < 1000 ? belowThousand(number) : thousands(number)
}

/** 1 → « premier », 2 → « deuxième », 21 → « vingt et unième ». */
export function ordinalInWords(number: number, feminine = false): string | undefined {
  if (number === 1) return feminine ? 'première' : 'premier'
  const words = inWords(number)?.replace(/s$/u, (s) => (number % 20 === 0 || number % 100 === 0 ? '' : s))
  if (words === undefined || number === 0) return undefined
  return words.replace(/e$/u, '').replace(/cinq$/u, 'cinqu').replace(/neuf$/u, 'neuv') + 'ième'
}

/** What may be a number from 0 to 99 in words, with hyphens or without; `readNumber` judges. */
export const numberPattern = (() => {
  const small = [...units]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('-', '[- ]')
  const ten = 'quatre[- ]vingts?|vingt|trente|quarante|cinquante|soixante'
  return `(?:${ten})(?:[- ](?:et[- ])?(?:${small})(?!\\p{L}))?|${small}`
})()

/** The number that these words say, whatever their hyphens; undefined for other words. */
export function readNumber(said: string): number | undefined {
  return numbersSaid.get(said.replaceAll('-', ' '))
}

const numbersSaid = new Map(Array.from({ length: 100 }, (_, n) => [belowThousand(n).replaceAll('-', ' '), n]))

function thousands(number: number): string {
  const thousand = Math.floor(number / 1000)
  const rest = number % 1000
  const head = thousand === 1 ? 'mille' : `${belowThousand(thousand)} mille`
  return rest === 0 ? head : `${head} ${belowThousand(rest)}`
}

function belowThousand(number: number): string {
  if (number < 100) return belowHundred(number)
  const hundred = Math.floor(number / 100)
  const rest = number % 100
  if (rest === 0) return hundred === 1 ? 'cent' : `${units[hundred]} cents`
  return `${hundred === 1 ? 'cent' : `${units[hundred]} cent`} ${belowHundred(rest)}`
}

function belowHundred(number: number): string {
  if (number < 20) return units[number] ?? ''
  if (number === 80) return 'quatre-vingts'
  const ten = Math.floor(number / 10)
  const head = tens[ten] ?? ''
  const rest = ten === 7 || ten === 9 ? (number % 10) + 10 : number % 10
  if (rest === 0) return head
  return (rest === 1 || rest === 11) && ten < 8 ? `${head} et ${units[rest]}` : `${head}-${units[rest]}`
}
