/** One section as the rules read it, and how they say what they found. Offsets are the same in all three texts. */
import type { SectionKey } from '../script.ts'
import type { Finding, Fix } from './finding.ts'
import { blankPauses } from './pause-tag.ts'
import { rules, type RuleCode } from './rules.ts'
import { spokenDisclaimer, spokenNotice } from './spoken-duties.ts'

export type Passage = {
  section: SectionKey
  /** As written. */
  text: string
  /** As heard: pauses and the two sentences the law asks for are blank, spaces plain, apostrophes ’. */
  spoken: string
  /** The same in lower case, which spares the rules a slow flag. */
  lower: string
  /** Sentences as spoken, without the white space around; a line break ends one too. */
  sentences: Span[]
}

export type Span = { start: number; end: number; text: string }

export function readPassage(section: SectionKey, text: string): Passage {
  const spoken = blankDuties(plainSigns(blankPauses(text)))
  return { section, text, spoken, lower: sameLengthLowerCase(spoken), sentences: sentencesOf(spoken) }
}

/** Straight apostrophes and special spaces as their plain kin, one for one. */
export function plainSigns(text: string): string {
  return text.replace(/['ʼ‘]/gu, '’').replace(/[\u00a0\u202f\u2009]/gu, ' ')
}

/** A fix without its place stands where the finding does. */
export type Remedy = { label: string; replacement: string; start?: number; end?: number }

export function finding(passage: Passage, rule: RuleCode, start: number, end: number, remedy?: Remedy | null): Finding {
  return {
    rule,
    ...rules[rule],
    section: passage.section,
    start,
    end,
    excerpt: passage.text.slice(start, end),
    fix: remedy ? placed(remedy, start, end) : null,
  }
}

/** About the script as a whole. */
export function wholeFinding(rule: RuleCode, sentence: string = rules[rule].sentence): Finding {
  return { rule, severity: rules[rule].severity, section: null, start: 0, end: 0, excerpt: '', sentence, fix: null }
}

function placed({ label, replacement, start, end }: Remedy, foundStart: number, foundEnd: number): Fix {
  return { label, replacement, start: start ?? foundStart, end: end ?? foundEnd }
}

/** Blank but for the full stops, so that the sentences around stay apart. */
function blankDuties(text: string): string {
  return [spokenNotice, spokenDisclaimer].reduce(
    (left, duty) => left.replaceAll(duty, (sentence) => sentence.replace(/[^.]/gu, ' ')),
    text,
  )
}

/** « İ » is longer in lower case: such a letter stays as it is. */
function sameLengthLowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

function sentencesOf(spoken: string): Span[] {
  return [...spoken.matchAll(/[^.!?…\n]+[.!?…]*/gu)].flatMap(({ index, 0: raw }) => {
    const text = raw.trim()
    const start = index + raw.length - raw.trimStart().length
    return /\p{L}/u.test(text) ? [{ start, end: start + text.length, text }] : []
  })
}
