/**
 * What the desk offers: its verbs and its reads. Routes and the gate know only these types; `createDesk` builds one.
 * Answers are tagged plain values, so that they cross the border between the server's modules and Remix's bundle.
 */
import type { Actor, Fact, FactType } from '#events/facts.ts'
import type { Effect } from '#events/machine.ts'
import type { LifePath } from '#events/numerology/life-path.ts'
import type { RefusalCode } from '#events/refusal.ts'
import type { Status } from '#events/request.ts'
import type { Script, ScriptMeasure } from '#events/script.ts'

export type Role = 'admin' | 'auditor'
export type Person = { id: string; name: string; email: string; role: Role }

/** `id` is the hash of the cookie's token: it names the session without opening it. */
export type Session = { id: string; person: Person; expiresAt: string }

export type SignIn =
  | { tag: 'signedIn'; token: string; session: Session }
  | { tag: 'wrong' }
  | { tag: 'tooMany'; retryAfterSeconds: number }

/** Every write carries the id of its form, so that a repeated submit finds the first answer. */
export type Command = { commandId: string; actor: Actor }

/** What the person had before their eyes when they decided. */
export type Seen = { version: number; textHash?: string }

export type Conflict = {
  seenVersion: number
  actualVersion: number
  /** Who changed the request meanwhile, and the last thing they did to it. */
  by: string
  fact: FactType
  at: string
  current: { status: Status; script: Script | null; textHash: string | null }
}

export type FieldProblem = { field: string; code: string }

export type Answer =
  | { tag: 'done'; requestId: string; version: number }
  | { tag: 'refused'; code: RefusalCode; status: Status | 'none' }
  | { tag: 'conflict'; conflict: Conflict }
  | { tag: 'invalid'; problems: FieldProblem[] }
  /** The same command id was already used for another request or another verb. */
  | { tag: 'commandReused' }
  | { tag: 'unknown' }
  /** An outside party had to be asked and did not answer; nothing was written. */
  | { tag: 'unavailable'; code: string }

export type NewRequest = {
  firstNames: string
  lastName: string
  birthDate: { day: number; month: number; year: number }
  email: string
  question: string | null
  consents: { ai: true; start: true; sensitive: boolean }
}

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
    question: string | null
    sensitiveConsent: boolean
  }
  lifePath: LifePath | null
  script: Script | null
  generatedScript: string | null
  textHash: string | null
  measure: ScriptMeasure | null
  approval: { by: string; at: string; textHash: string } | null
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
  /** What the law lets this person do now; for buttons. */
  may: Record<DeskIntent, boolean>
  /** What a film of the current text would be, before it is paid for. */
  quote: { seconds: number; microUsd: number; engine: string; avatarId: string | null; voiceId: string | null } | null
  now: string
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

/** A film of ours, opened for the door that serves it. */
export type MediaFile = { path: string; bytes: number; contentType: string; sha256: string }

export type WebhookDelivery = { body: Uint8Array; headers: Record<string, string> }
export type WebhookReceipt = { tag: 'stored' } | { tag: 'duplicate' } | { tag: 'refused'; reason: string }

export type Readiness = { ok: boolean; checks: Record<'database' | 'jobs' | 'disk', boolean> }

export type Desk = {
  // Staff
  signIn(credentials: { email: string; password: string; ip: string }): Promise<SignIn>
  signOut(token: string): Promise<void>
  /** `renew: false` looks without prolonging (live updates). */
  findSession(token: string, options?: { renew?: boolean }): Promise<Session | null>

  // Customers
  bookRequest(command: { commandId: string }, request: NewRequest): Promise<Answer>

  // Script
  generateScript(
    command: Command,
    order: { requestId: string; instructions: string | null; seen?: Seen },
  ): Promise<Answer>
  stopScript(command: Command, order: { requestId: string }): Promise<Answer>
  editScript(command: Command, order: { requestId: string; script: Script; seen: Seen }): Promise<Answer>
  /** With a script that is not the stored one: that text is saved and approved in one step. */
  approveScript(
    command: Command,
    order: { requestId: string; seen: Seen; script?: Script | undefined },
  ): Promise<Answer>
  withdrawApproval(command: Command, order: { requestId: string; reason: string | null; seen: Seen }): Promise<Answer>
  declineRequest(command: Command, order: { requestId: string; reason: string | null; seen: Seen }): Promise<Answer>
  reopenRequest(command: Command, order: { requestId: string; seen: Seen }): Promise<Answer>

  // Film
  generateVideo(
    command: Command,
    order: { requestId: string; acceptsDoublePayment: boolean; seen?: Seen },
  ): Promise<Answer>
  attachVideo(
    command: Command,
    order: { requestId: string; attempt?: string; heygenVideoId: string; seen: Seen },
  ): Promise<Answer>
  declareVideoFailed(
    command: Command,
    order: { requestId: string; attempt?: string; comment: string | null; seen: Seen },
  ): Promise<Answer>
  receiveWebhook(delivery: WebhookDelivery): Promise<WebhookReceipt>

  // Reads
  listRequests(query: QueueQuery): Promise<QueuePage>
  findRequest(id: string, viewer: Actor): Promise<RequestPage | null>
  listHistories(query: {
    search: string
    page: number
  }): Promise<{ rows: QueueRow[]; page: number; pages: number; total: number }>
  readHistory(id: string, step: number | null): Promise<AuditPage | null>
  findMedia(requestId: string): Promise<MediaFile | null>
  /** Ids and versions of what changed since the mark, and the next mark; for live pages. */
  listChanges(since: string): Promise<{ mark: string; changes: { id: string; version: number }[] }>
  readiness(): Promise<Readiness>
}
