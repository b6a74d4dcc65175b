/**
 * What the desk offers: its verbs and its reads. Routes and the gate know only these types; `createDesk` builds one.
 * Answers are tagged plain values, so that they cross the border between the server's modules and Remix's bundle.
 */
import type { Actor, FactType } from '#events/facts.ts'
import type { Finding } from '#events/lint/finding.ts'
import type { MemoryKind, Theme } from '#events/memories.ts'
import type { RefusalCode } from '#events/refusal.ts'
import type { Status } from '#events/request.ts'
import type { Script, SectionKey } from '#events/script.ts'

import type { AuditPage, Memory, QueuePage, QueueQuery, QueueRow, RequestPage, VersionsPage } from './views.ts'

export * from './views.ts'

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
  /** The text the person began with, and theirs brought together with the present one; null where they typed nothing. */
  base: Script | null
  merge: Merge | null
}

/** `clashes`: places where both changed the same words; there the text holds both, between ⟦ and ⟧. */
export type Merge = { script: Script; clashes: number }

export type FieldProblem = { field: string; code: string }

export type Answer =
  | { tag: 'done'; requestId: string; version: number }
  | { tag: 'refused'; code: RefusalCode; status: Status | 'none' }
  | { tag: 'conflict'; conflict: Conflict }
  /** `findings`: what the linter holds against the text that was to be approved. */
  | { tag: 'invalid'; problems: FieldProblem[]; findings?: Finding[] }
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
  theme: Theme | null
  /** Each with the consent that was given for it. */
  memories: Memory[]
  consents: { ai: true; start: true }
}

export type DraftAnswer =
  | { tag: 'saved'; savedAt: string; findings: Finding[] }
  | { tag: 'conflict'; conflict: Conflict }
  /** The request takes no text now. */
  | { tag: 'refused'; code: RefusalCode }
  | { tag: 'unknown' }

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
    order: {
      requestId: string
      instructions: string | null
      /** All of it when left out. */
      sections?: SectionKey[]
      /** Those that may be used; those of the last writing when left out. */
      memories?: MemoryKind[]
      seen?: Seen
    },
  ): Promise<Answer>
  /** `writingId`: the writing that the person saw; whichever there is, when left out. */
  stopScript(command: Command, order: { requestId: string; writingId?: string | undefined }): Promise<Answer>
  editScript(
    command: Command,
    order: { requestId: string; script: Script; seen: Seen; why?: 'edited' | 'merged' },
  ): Promise<Answer>
  /** Saves the text with one fix of the linter's in it (`rule@section:start`), or with French spacing (`typography`). */
  fixScript(command: Command, order: { requestId: string; script: Script; seen: Seen; fix: string }): Promise<Answer>
  /** Takes an earlier text again: that of the fact with this version. */
  restoreScript(command: Command, order: { requestId: string; version: number; seen: Seen }): Promise<Answer>
  requestCorrection(command: Command, order: { requestId: string; comments: Script; seen: Seen }): Promise<Answer>
  /** Keeps what a person types, for them alone; no fact. */
  saveDraft(order: { requestId: string; actor: Actor; script: Script; seen: Seen }): Promise<DraftAnswer>
  dropDraft(order: { requestId: string; actor: Actor }): Promise<void>
  /**
   * With a script that is not the stored one: that text is saved and approved in one step. Where blocking rules are
   * broken it takes a reason to override them.
   */
  approveScript(
    command: Command,
    order: {
      requestId: string
      seen: Seen
      script?: Script | undefined
      overrideReason?: string | null
      /** The blocking rules that the reason is for: those that were shown. Any, when left out. */
      overrides?: readonly string[] | undefined
    },
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
  findVersions(id: string, viewer: Actor): Promise<VersionsPage | null>
  /** What ChatGPT has written so far, for the door that shows it as it comes; null once it has ended. */
  readProgress(id: string): Promise<{ n: number; script: Script } | null>
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
