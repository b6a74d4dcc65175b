/** A run as it is kept (JSON), so that another run can be compared with it later. */
import { z } from 'zod'

import { fr } from '#app/components/typography.ts'
import { scriptSchema, sectionKeys } from '#events/script.ts'

const count = z.int().nonnegative()
const milliseconds = z.number().nonnegative()

const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['block', 'warn']),
  section: z.enum(sectionKeys).nullable(),
  start: count,
  end: count,
  excerpt: z.string(),
  sentence: z.string(),
})

const resultSchema = z.strictObject({
  /** The person's key, and which time they were written for in this run, from 1. */
  person: z.string(),
  round: z.int().min(1),
  name: z.string(),
  promptHash: z.string(),
  /** `ok`, another outcome of `app/lib/openai.ts`, or `broken` where our own code threw. */
  outcome: z.string(),
  code: z.string().nullable(),
  mayHaveCost: z.boolean(),
  /** The first rule that no generated text may break, where the desk would not have kept this one. */
  refusedBy: z.string().nullable(),
  /** Null where nothing came. */
  firstTextMs: milliseconds.nullable(),
  totalMs: milliseconds,
  usage: z.strictObject({ input: count, cached: count, output: count, reasoning: count }).nullable(),
  costMicroUsd: count.nullable(),
  /** As answered. */
  model: z.string().nullable(),
  supportId: z.string().nullable(),
  script: scriptSchema.nullable(),
  /** What had come of a text that is of no use: not checked at all. */
  partial: scriptSchema.partial().nullable(),
  measure: z.strictObject({ words: count, characters: count, seconds: count }).nullable(),
  sectionWords: z.record(z.enum(sectionKeys), count).nullable(),
  findings: z.array(findingSchema),
})

export const runSchema = z.strictObject({
  format: z.literal(1),
  startedAt: z.iso.datetime(),
  /** As asked for; each result has what answered. */
  model: z.string(),
  host: z.string(),
  simulated: z.boolean(),
  promptVersion: z.string(),
  /** SHA-256 of what every call tells the model first. */
  instructionsHash: z.string(),
  engineVersion: z.string(),
  linterVersion: z.string(),
  /** How many scripts were asked for. */
  n: z.int().min(1),
  /** Calls that Ctrl-C cut off: they may be on the bill. */
  cutOff: count,
  /** In the order of the people, whatever order they came in. */
  results: z.array(resultSchema),
})

export type Run = z.infer<typeof runSchema>
export type Result = z.infer<typeof resultSchema>
export type RunFinding = z.infer<typeof findingSchema>

/** @throws {Error} in French, where the text is not a run of this format */
export function readRun(json: string): Run {
  const read = runSchema.safeParse(parsed(json))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(fr`Ce fichier ne contient pas les résultats d’un passage (${issue?.path.join('.') || 'JSON'}).`)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
