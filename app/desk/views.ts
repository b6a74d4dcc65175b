/** What the desk tells those who read: the queue, one request, its versions, its history. Plain values, as in `desk.ts`. */
import type { Fact, FactType } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'
import type { Effect } from '#events/machine.ts'
import type { MemoryKind, Theme } from '#events/memories.ts'
import type { LifePath } from '#events/numerology/life-path.ts'
import type { NumberSheet } from '#events/numerology/sheet-schema.ts'
import type { Working } from '#events/numerology/working.ts'
import type { RefusalCode } from '#events/refusal.ts'
import type { Status } from '#events/request.ts'
import type { Script, ScriptMeasure, SectionKey } from '#events/script.ts'

export const queueSorts = ['received', 'name', 'waiting'] as const
export type QueueSort = (typeof queueSorts)[number]
export type QueueFilter = Status | 'failed'

export type QueueQuery = {
  filter: QueueFilter | null
  search: string
  sort: QueueSort
  direction: 'asc' | 'desc'
  /** From 1; a page past the end reads as the last one. */
  page: number
}

export type QueueRow = {
  id: string
  version: number
  firstNames: string
  lastName: string
  birthDate: string
  lifePath: { value: number; master: boolean } | null
  status: Status
  failed: boolean
  requestedAt: string
  updatedAt: string
  /** Since when the request is in this status; null where nothing more is due. */
  waitingSince: string | null
}

export type QueuePage = {
  rows: QueueRow[]
  counts: Record<QueueFilter, number>
  /** Requests in all, and those the filter and the search leave. */
  all: number
  total: number
  page: number
  pages: number
  now: string
}

export type LastFailure = { code: string; mayHaveCost: boolean; at: string; fact: FactType }

export const videoStatuses = ['none', 'requested', 'submitted', 'uncertain', 'completed', 'failed'] as const
export type VideoStatus = (typeof videoStatuses)[number]

export type FilmView = {
  attempt: string
  heygenVideoId: string | null
  outcome: 'requested' | 'submitted' | 'uncertain' | 'failed' | 'ready'
  surplusVideoIds: string[]
  archived: boolean
  /** Nobody knows yet how this attempt ends. */
  open: boolean
}

/** What a person confided, and agreed to have used. */
export type Memory = { kind: MemoryKind; text: string }

/**
 * The last correction that somebody asked for, until the text is approved. `comments` of sections that have changed
 * since are empty; null once erased. `open`: it still holds the approval back.
 */
export type Correction = { by: string; at: string; comments: Script | null; open: boolean }

/** An approval that ended because the text was changed, or a correction of it asked for. */
export type CancelledApproval = { by: string; at: string; cancelledBy: string; cancelledAt: string }

/** Everything the page of one request shows. `null` in a personal field means that it was erased. */
export type RequestView = {
  id: string
  version: number
  status: Status
  person: {
    firstNames: string | null
    lastName: string | null
    birthDate: string | null
    email: string | null
    theme: Theme | null
    memories: Memory[] | null
  }
  lifePath: LifePath | null
  sheet: NumberSheet | null
  script: Script | null
  generatedScript: string | null
  textHash: string | null
  measure: ScriptMeasure | null
  approval: { by: string; at: string; textHash: string } | null
  correction: Correction | null
  cancelledApproval: CancelledApproval | null
  /** Those of the memories that the last writing was given, or that are yet to be chosen. */
  chosenMemories: MemoryKind[]
  /** The writing under way. */
  writingId: string | null
  videoStatus: VideoStatus
  heygenVideoId: string | null
  /** Our own copy; null until it is archived. */
  videoUrl: string | null
  videoDurationMs: number | null
  films: FilmView[]
  costMicroUsd: number
  lastFailure: LastFailure | null
  /** The effect that the request waits for; null when it waits for a person. */
  awaits: Effect | null
  requestedAt: string
  updatedAt: string
}

export type DeskIntent =
  | 'generateScript'
  | 'stopScript'
  | 'editScript'
  | 'approveScript'
  | 'requestCorrection'
  | 'withdrawApproval'
  | 'declineRequest'
  | 'reopenRequest'
  | 'generateVideo'
  | 'generateVideoAgain'
  | 'attachVideo'
  | 'declareVideoFailed'

export type TimelineFact = Fact & { actorName: string }

export type RequestPage = {
  request: RequestView
  /** Oldest first. */
  facts: TimelineFact[]
  /** Each number of the sheet, worked out so that it can be checked with a pencil. */
  working: Working[]
  /** What the linter says of the text in the editor: the viewer's draft, where there is one. */
  findings: Finding[]
  /** What this viewer typed and has not saved. */
  draft: { version: number; textHash: string | null; script: Script; savedAt: string } | null
  /** What ChatGPT has written so far. */
  progress: { n: number; script: Script; sections: SectionKey[] } | null
  /** How many versions of the text there are. */
  versions: number
  /** What the law lets this person do now; for buttons. */
  may: Record<DeskIntent, boolean>
  /** What a film of the current text would be, before it is paid for. */
  quote: { seconds: number; microUsd: number; engine: string; avatarId: string | null; voiceId: string | null } | null
  now: string
}

/** One text of a request, named by who and why. */
export type ScriptVersion = {
  /** That of the fact that brought it. */
  version: number
  by: string
  at: string
  /** Null once erased. */
  script: Script | null
  words: number
  origin:
    | {
        kind: 'generated'
        sections: SectionKey[]
        instructions: string | null
        model: string
        costMicroUsd: number | null
      }
    | { kind: 'edited'; why: 'edited' | 'fixed' | 'merged' | 'restored'; restoredFrom: number | null }
    /** Cut off while it was written: never a finished text. `code` says why. */
    | { kind: 'incomplete'; code: string; costMicroUsd: number | null }
  approved: boolean
  current: boolean
}

export type VersionsPage = {
  id: string
  version: number
  status: Status
  person: { firstNames: string | null; lastName: string | null }
  /** Oldest first. */
  versions: ScriptVersion[]
  mayRestore: boolean
}

export type AuditFact = TimelineFact & { hash: string; previousHash: string; proven: boolean; statusAfter: Status }

export type AuditPage = {
  requestId: string
  facts: AuditFact[]
  /** The step looked at (1 … facts.length), and the request as it was then. */
  step: number
  then: RequestView
  /** The scripts before and after this step, where it changed one. */
  change: { before: Script; after: Script } | null
  /** What the law allowed at that moment: every fact a person may cause, and why not. */
  could: { intent: DeskIntent; allowed: boolean; code: RefusalCode | null }[]
  proof: { ok: boolean; brokenAt: number | null; checkedAt: string }
}
