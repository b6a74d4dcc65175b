/** A name as the letters that count, A to Z (`numerology.md` §6). Nothing is guessed at. */
import { nameWarnings, type NameWarning } from './sheet-schema.ts'

export type LettersProblem = 'translitteration_requise' | 'vide'

export type Letters = {
  ok: true
  letters: string
  /** The letters of each word between white space; a compound name with a hyphen is one word. */
  words: string[]
  /** Each at most once: what was dropped where a person should look again. */
  warnings: NameWarning[]
}

/** `translitteration_requise`: a letter that is not Latin, however many others are. `vide`: no letter at all. */
export function readLetters(name: string): Letters | { ok: false; code: LettersProblem } {
  const visible = name.replace(invisible, '')
  const kinds = new Set([...spelledOut(visible)].map(kindOf))
  if (kinds.has('foreign')) return { ok: false, code: 'translitteration_requise' }
  const words = visible.split(/\s+/).map(onlyLetters).filter(Boolean)
  if (words.length === 0) return { ok: false, code: 'vide' }
  return { ok: true, letters: words.join(''), words, warnings: nameWarnings.filter((warning) => kinds.has(warning)) }
}

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark: copied along, never typed. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g

const onlyLetters = (word: string) => spelledOut(word).replace(/[^A-Z]/g, '')

/**
 * Mapped and upper-cased once more after NFKD, which lays bare what was hidden: Ø in Ǿ, a small l in 𝓵, an o in º.
 * The map comes before NFKD as well, because NFKD does not take Œ and its like apart, nor marks off them.
 */
function spelledOut(text: string): string {
  const composed = withoutLigatures(text.normalize('NFC').toUpperCase())
  return withoutLigatures(composed.normalize('NFKD').toUpperCase())
}

const withoutLigatures = (text: string) => text.replace(/[ŒÆßẞØŁĐÐÞĦŦŊĸıĲ]/g, (sign) => latin[sign] ?? sign)

const latin: Record<string, string> = {
  ...{ Œ: 'OE', Æ: 'AE', ß: 'SS', ẞ: 'SS', Ø: 'O', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'TH' },
  ...{ Ħ: 'H', Ŧ: 'T', Ŋ: 'NG', ĸ: 'K', ı: 'I', Ĳ: 'IJ' },
}

function kindOf(sign: string): 'letter' | 'silent' | 'foreign' | NameWarning {
  if (/[A-Z]/.test(sign)) return 'letter'
  // Before letters: Unicode calls the apostrophes ʼ and ʻ letters.
  if (silent.test(sign)) return 'silent'
  if (/\p{L}/u.test(sign)) return 'foreign'
  return /\p{N}/u.test(sign) ? 'chiffre_ignore' : 'signe_ignore'
}

/** Combining marks, spaces, tab, hyphens and dashes, apostrophes, accents in their place, ʻokina, middle dot. */
const silent = /[\p{M}\p{Zs}\t\-\u2010-\u2014'\u2019\u02bb\u02bc`\u00b4\u00b7]/u
