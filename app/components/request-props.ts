/** What the page of a request is given; the desk's `RequestPage` and the gate's forms satisfy it. */
import type { Finding } from '#events/lint/finding.ts'
import type { Effect } from '#events/machine.ts'
import type { MemoryKind, Theme } from '#events/memories.ts'
import type { NumberSheet } from '#events/numerology/sheet-schema.ts'
import type { Working } from '#events/numerology/working.ts'
import type { Status } from '#events/request.ts'
import type { Script, SectionKey } from '#events/script.ts'

import type { Away } from './away.ts'
import type { Intent } from './intent-labels.ts'
import type { KeptDraft } from './kept-draft.ts'
import type { KeptWords } from './kept-words.ts'
import type { AnswerTold } from './told-answer.ts'
import type { FactShown, FailureShown } from './told-fact.ts'

export type FormFields = { csrf: string; commandId: string }

export type RequestShown = {
  id: string
  version: number
  status: Status
  person: {
    firstNames: string | null
    lastName: string | null
    birthDate: string | null
    email: string | null
    theme: Theme | null
    memories: { kind: MemoryKind; text: string }[] | null
  }
  lifePath: { value: number; master: boolean } | null
  sheet: Pick<NumberSheet, 'engineVersion' | 'method' | 'on' | 'warnings' | 'oldDate'> | null
  script: Script | null
  textHash: string | null
  approval: { by: string; at: string; textHash: string } | null
  /**
   * Somebody asked for this text to be corrected; a comment for each section, empty where there is none or where the
   * section has changed since. `open`: it still holds the approval back.
   */
  correction: { by: string; at: string; comments: Script | null; open: boolean } | null
  /** An approval that ended because the text changed, or a correction was asked for. */
  cancelledApproval: { by: string; at: string; cancelledBy: string; cancelledAt: string } | null
  /** The memories that the last writing was given. */
  chosenMemories: readonly MemoryKind[]
  /** The writing under way. */
  writingId: string | null
  heygenVideoId: string | null
  videoUrl: string | null
  films: readonly { attempt: string; heygenVideoId: string | null; surplusVideoIds: string[]; open: boolean }[]
  costMicroUsd: number
  lastFailure: FailureShown | null
  awaits: Effect | null
  updatedAt: string
}

export type RequestPageProps = {
  page: {
    request: RequestShown
    facts: readonly FactShown[]
    /** Each number, worked out line by line. */
    working: readonly Working[]
    /** What the linter says of the text in the editor when the page was made. */
    findings: readonly Finding[]
    /** What this person typed before and has not saved. */
    draft: { version: number; textHash: string | null; script: Script; savedAt: string } | null
    /** What ChatGPT has written so far, and which sections it was asked for. */
    progress: { n: number; script: Script; sections: SectionKey[] } | null
    /** How many versions of the text there are. */
    versions: number
    may: Record<Intent, boolean>
    quote: { seconds: number; microUsd: number; engine: string; avatarId: string | null; voiceId: string | null } | null
    forms: { request: FormFields; draft: FormFields; generateScript: FormFields; generateVideo: FormFields }
    now: string
  }
  /** What the last submit was answered, with what was typed. */
  refused: Refused | null
}

/** With the text that somebody may be writing, and what they write beside it. */
export type DraftedPageProps = RequestPageProps & { draft: KeptDraft; words: KeptWords }

export type Refused = { typed: { script: Script | null; values: Record<string, string> } } & (
  { errors: Record<string, string> } | { answer: AnswerTold } | { away: Away }
)

export type ConflictShown = {
  actualVersion: number
  by: string
  /** Its name, « Script validé ». */
  fact: string
  at: string
  current: { status: Status; script: Script | null; textHash: string | null }
  /** The text the person began with; null where they typed nothing. */
  base: Script | null
  /** Both texts brought together; at a clash it holds both, between ⟦ and ⟧. */
  merge: { script: Script; clashes: number } | null
}

/** What was typed into a field before the refusal. */
export const typedValue = (refused: Refused | null, field: string): string | undefined => refused?.typed.values[field]

/** Whether the refused form was that of the editor. */
export const isOfScript = (refused: Refused): boolean =>
  ['editScript', 'approveScript', 'fixScript'].includes(typedValue(refused, 'intent') ?? '')

/** The sentence beside a field, if the refusal concerns it. */
export function errorOf(refused: Refused | null, field: string): string | undefined {
  if (refused === null || 'away' in refused) return undefined
  if ('errors' in refused) return refused.errors[field]
  return refused.answer.problems.find((one) => one.field === field)?.message
}
