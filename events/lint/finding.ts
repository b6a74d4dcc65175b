/** What the linter says of a script, and what it must know to say it. */
import type { NumberSheet } from '../numerology/sheet-schema.ts'
import type { Script, SectionKey } from '../script.ts'

/** Raised with every change of a rule; written into each approval. */
export const linterVersion = '4'

/** `block`: not approved without a reason that goes into the log. */
export type Severity = 'block' | 'warn'

/** A replacement in the text of the finding's section, from `start` to before `end`, in UTF-16 units. */
export type Fix = { label: string; start: number; end: number; replacement: string }

export type Finding = {
  rule: string
  severity: Severity
  /** Null where it is about the script as a whole; then `start` and `end` are 0. */
  section: SectionKey | null
  start: number
  end: number
  /** What stands there. */
  excerpt: string
  /** What is wrong and what to do, for people, with its full stop. */
  sentence: string
  fix: Fix | null
}

export type LintSubject = {
  /** As the script may say it: the first of the first names. */
  firstName: string
  sheet: NumberSheet
  /** The words the person gave and an admin chose: proper names in them are no inventions. */
  memories: readonly string[]
  /** Whether the voice knows pauses. */
  pausesAllowed: boolean
  /**
   * For a text as a model gave it: nothing may be spoken but what it was given. It names only the five numbers that were
   * sent, and no « tu » is a slip. A person may write of every number of the sheet.
   */
  spokenOnly: boolean
}

export type Lint = (script: Script, subject: LintSubject) => Finding[]
