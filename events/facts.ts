/**
 * Every fact that can happen to a request: its name, its data, and which of its fields are personal.
 * Personal fields are sealed by the archive before they reach the log; what a guard reads never is.
 * Names and versions are for ever: a fact once written is read as it was.
 */
import { z } from 'zod'

import { earlier } from './earlier.ts'
import { memoryKinds, themes } from './memories.ts'
import { lifePathMethods, sheetSchema } from './numerology/sheet-schema.ts'
import { scriptSchema, sectionKeys } from './script.ts'

export const factIds = z.uuid()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const microUsd = z.int().nonnegative()
const count = z.int().nonnegative()
const text = z.string()

const lifePath = z.strictObject({
  value: z.int(),
  base: z.int(),
  path: z.array(z.int()),
  master: z.boolean(),
  debt: z.int().nullable(),
  method: z.enum(lifePathMethods),
  engineVersion: text,
})

const scriptVersion = { script: scriptSchema, textHash: sha256, words: count }

/** What came of a text before it was cut off, sections that were not begun being empty: never a finished script. */
const partial = scriptSchema.nullable()

const sections = z.array(z.enum(sectionKeys)).min(1)

/** Why an outside party did not deliver: a code of ours, and whether it may have cost money. */
const failure = { code: text, mayHaveCost: z.boolean() }

/** An answer of OpenAI's that was of no use may be on the bill all the same. */
const billedFailure = { ...failure, costMicroUsd: microUsd.nullable() }

/** `personal` names the fields that are sealed; `schemaVersion` counts the shapes there have been (`earlier.ts`). */
function fact<Shape extends z.core.$ZodLooseShape, Personal extends keyof Shape & string>(
  shape: Shape,
  personal: readonly Personal[] = [],
  schemaVersion = 1,
) {
  return { data: z.strictObject(shape), personal, schemaVersion }
}

export const factSchemas = {
  BookRequested: fact(
    {
      firstNames: text,
      lastName: text,
      birthDate: z.iso.date(),
      email: text,
      theme: z.enum(themes).nullable(),
      /** One of each kind at most; each was given with a consent of its own. */
      memories: z.array(z.strictObject({ kind: z.enum(memoryKinds), text, consent: z.literal(true) })),
      /** The sheet is null where a request was booked before there was one. */
      numbers: z.strictObject({ lifePath, sheet: sheetSchema.nullable() }),
      consents: z.strictObject({ ai: z.literal(true), start: z.literal(true), textVersion: text }),
    },
    ['firstNames', 'lastName', 'birthDate', 'email', 'theme', 'memories', 'numbers'],
    2,
  ),

  ScriptRequested: fact(
    {
      writingId: factIds,
      instructions: text.nullable(),
      /** What is to be written: all of it, or a part of the text there is. */
      sections,
      /** Those of the person's memories that may leave the house. */
      memoryKinds: z.array(z.enum(memoryKinds)),
    },
    ['instructions'],
    2,
  ),
  ScriptAttempted: fact(
    {
      writingId: factIds,
      n: z.int().min(1),
      model: text,
      promptVersion: text,
      promptHash: sha256,
      /** How the attempt before this one ended; null for the first. */
      previous: z.strictObject(billedFailure).nullable(),
      /** What the attempt before this one had written. */
      partial,
    },
    ['partial'],
    2,
  ),
  ScriptGenerated: fact(
    {
      writingId: factIds,
      n: z.int().min(1),
      ...scriptVersion,
      sections,
      model: text,
      /** Null in what was written before they were recorded here: the attempt has them. */
      promptVersion: text.nullable(),
      promptHash: sha256.nullable(),
      /** What OpenAI's moderation said of the text; `unchecked` where it did not answer. Null before there was one. */
      moderation: z
        .strictObject({ verdict: z.enum(['clean', 'flagged', 'unchecked']), categories: z.array(text) })
        .nullable(),
      responseId: text.nullable(),
      supportId: text.nullable(),
      usage: z.strictObject({ input: count, cached: count, output: count, reasoning: count }).nullable(),
      costMicroUsd: microUsd.nullable(),
    },
    ['script'],
    2,
  ),
  ScriptFailed: fact(
    { writingId: factIds, n: count, ...billedFailure, supportId: text.nullable(), partial },
    ['partial'],
    2,
  ),
  ScriptEdited: fact(
    {
      ...scriptVersion,
      /** Those that changed. */
      sections,
      why: z.enum(['edited', 'fixed', 'merged', 'restored']),
      /** The version of the fact whose text was taken again. */
      restoredFrom: z.int().min(1).nullable(),
    },
    ['script'],
    2,
  ),
  /** Of exactly this text; a comment for each of these sections, empty in the others. */
  CorrectionRequested: fact({ textHash: sha256, sections, comments: scriptSchema }, ['comments']),
  ScriptApproved: fact(
    {
      textHash: sha256,
      /** Who may not approve: nobody, who wrote last (as it was at first), or anybody who had a hand in the text. */
      fourEyes: z.enum(['off', 'lastWriter', 'anyWriter']),
      linterVersion: text.nullable(),
      /** Blocking rules that the text breaks, and whether they were overridden; then with a reason. */
      blocking: z.array(text),
      overridden: z.boolean(),
      overrideReason: text.nullable(),
    },
    ['overrideReason'],
    2,
  ),
  ApprovalWithdrawn: fact({ reason: text.nullable() }, ['reason']),

  RequestDeclined: fact({ reason: text.nullable() }, ['reason']),
  RequestReopened: fact({}),

  VideoRequested: fact(
    {
      attempt: factIds,
      textHash: sha256,
      acceptsDoublePayment: z.boolean(),
      estimatedMicroUsd: microUsd,
      /** All that makes the paid call beside the text, so that a retry is the same call. */
      call: z.strictObject({
        idempotencyKey: text,
        title: text,
        avatarId: text,
        voiceId: text,
        engine: z.enum(['avatar_iii', 'avatar_iv', 'avatar_v']),
        resolution: z.enum(['720p', '1080p']),
        aspectRatio: z.enum(['16:9', '9:16']),
        locale: text,
        /** Whether the voice is sent the pauses of the text; else they are left out. */
        pauses: z.boolean(),
        bodyHash: sha256,
      }),
    },
    [],
    2,
  ),
  VideoSubmitted: fact({
    attempt: factIds,
    heygenVideoId: text,
    how: z.enum(['answered', 'found', 'attached']),
    supportId: text.nullable(),
  }),
  VideoReady: fact({ attempt: factIds, heygenVideoId: text, durationMs: count.nullable() }),
  VideoFailed: fact(
    {
      attempt: factIds,
      heygenVideoId: text.nullable(),
      ...failure,
      how: z.enum(['reported', 'refused', 'declared']),
      supportId: text.nullable(),
      comment: text.nullable(),
    },
    ['comment'],
  ),
  VideoUncertain: fact({ attempt: factIds, heygenVideoId: text.nullable(), ...failure }),
  VideoArchived: fact({
    attempt: factIds,
    heygenVideoId: text,
    file: text,
    bytes: count,
    sha256,
    contentType: text,
  }),
  ArchiveFailed: fact({ attempt: factIds, heygenVideoId: text, n: z.int().min(1), ...failure }),
  VideoDelivered: fact({ attempt: factIds, deliveryId: factIds }),
  VideoRejected: fact({ attempt: factIds, reason: text }, ['reason']),
} as const

export type FactType = keyof typeof factSchemas

/**
 * The data of a stored fact in today's shape, whatever version it was written in. Personal fields may be null (erased).
 * @throws on a version that there never was
 */
export function raise(type: FactType, version: number, data: Record<string, unknown>): Record<string, unknown> {
  const steps = earlier[type] ?? []
  const today = factSchemas[type].schemaVersion
  if (version < 1 || version > today) throw new Error(`unknown version ${version} of ${type}`)
  return steps.slice(version - 1).reduce((before, step) => step(before), data)
}
export const factTypes = Object.keys(factSchemas) as FactType[]

export type FactData<T extends FactType> = z.infer<(typeof factSchemas)[T]['data']>

/** A fact as decided: not yet stored. */
export type Deed<T extends FactType = FactType> = { [K in T]: { type: K; data: FactData<K> } }[T]

export const actorKinds = ['admin', 'auditor', 'customer', 'system', 'vendor'] as const
export type ActorKind = (typeof actorKinds)[number]
export type Actor = { kind: ActorKind; id: string }

/** What the machine reads of a fact: its name, its data, who did it. */
export type LawEvent<T extends FactType = FactType> = Deed<T> & { actor: Actor }

/** A fact as stored. `data` is opened; personal fields of an erased request read as `null`. */
export type Fact<T extends FactType = FactType> = LawEvent<T> & {
  id: string
  stream: string
  version: number
  schemaVersion: number
  machineVersion: string
  commandId: string
  causationId: string | null
  correlationId: string | null
  /** ISO 8601, UTC, milliseconds: the desk's clock. */
  recordedAt: string
}

export const streamOf = (requestId: string) => `book_request-${requestId}`
export const isRequestStream = (stream: string) => stream.startsWith('book_request-')
export const requestIdOf = (stream: string) => stream.replace(/^book_request-/, '')
