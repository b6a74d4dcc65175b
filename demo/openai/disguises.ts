/** A text, and what it would say without its disguise: what a model reads through, and a filter often does not. */

/** Lower-case, without accents, in plain letters; each reading once. */
export function readings(text: string): string[] {
  const seen = [text, ...undisguised.flatMap((undo) => undo(text))].map(plain)
  return [...new Set(seen)]
}

/** Full-width letters become usual ones; combining marks and what nobody sees are gone. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[‘’`]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
}

const undisguised: ((text: string) => string[])[] = [
  base64,
  (text) => [text.replace(/./gu, (letter) => lookalikes[letter] ?? letter)],
  (text) => [text.replace(/[013457@$]/g, (digit) => leet[digit] ?? digit)],
  (text) => [text.replace(/(?<!\p{L})\p{L}(?:[ ._-]\p{L}(?!\p{L})){3,}/gu, (word) => word.replace(/[ ._-]/g, ''))],
  (text) => [Array.from(text).reverse().join('')],
  percents,
  (text) => [text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')],
]

function base64(text: string): string[] {
  const pieces = text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []
  return pieces.map((piece) => Buffer.from(piece, 'base64').toString('utf8')).filter((said) => !/[\ufffd\0]/.test(said))
}

function percents(text: string): string[] {
  try {
    return [decodeURIComponent(text)]
  } catch {
    return []
  }
}

/** Cyrillic and Greek letters that look Latin. */
const lookalikes: Record<string, string> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ո: 'n', ӏ: 'l' },
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', І: 'I', Ѕ: 'S' },
  ...{ α: 'a', ε: 'e', ι: 'i', ο: 'o', ρ: 'p', ν: 'v', τ: 't', κ: 'k', Α: 'A', Ε: 'E', Ι: 'I', Ο: 'O', Τ: 'T', Ν: 'N' },
}

const leet: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }
