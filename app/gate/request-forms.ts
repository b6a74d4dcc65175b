/** The forms of a request's page: their schemas, and the command each of their buttons gives. */
import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { MemoryKind } from '#events/memories.ts'
import type { Script, SectionKey } from '#events/script.ts'

export const requestIntents = [
  'editScript',
  'fixScript',
  'restoreScript',
  'requestCorrection',
  'discardDraft',
  'approveScript',
  'withdrawApproval',
  'stopScript',
  'declineRequest',
  'reopenRequest',
  'attachVideo',
  'declareVideoFailed',
] as const
export type RequestIntent = (typeof requestIntents)[number]

const section = z.string().max(6_000, 'Cette section est trop longue.')
const remark = z
  .string()
  .trim()
  .max(600, 'Six cents caractères au plus.')
  .optional()
  .transform((text) => text || null)
const comment = z.string().trim().max(600, 'Six cents caractères au plus.').optional()
const version = z.coerce.number({ error: 'La version vue manque. Rechargez la page.' }).int().positive()
const hash = z
  .string()
  .optional()
  .transform((value) => value || undefined)

export const requestSchema = z.object({
  intent: z.enum(requestIntents, 'Cette action n’existe pas.'),
  version,
  textHash: hash,
  'script.accueil': section.optional(),
  'script.portrait': section.optional(),
  'script.elan': section.optional(),
  'script.annee': section.optional(),
  'script.cloture': section.optional(),
  'comment.accueil': comment,
  'comment.portrait': comment,
  'comment.elan': comment,
  'comment.annee': comment,
  'comment.cloture': comment,
  /** The button of a finding: `rule@section:start`, or `typography`. */
  fix: z.string().max(100).optional(),
  restore: z.coerce.number('Cette version n’existe pas.').int().positive().optional(),
  merged: z.string().optional(),
  overrideReason: remark,
  /** The blocking rules that were shown beside the reason, joined by commas. */
  blocking: z.string().max(2_000).optional(),
  writingId: z.uuid('Cette écriture n’existe pas.').optional(),
  reason: remark,
  comment: remark,
  attempt: z.uuid('Cette tentative n’existe pas.').optional(),
  heygenVideoId: z.string().trim().max(200, 'Cet identifiant est trop long.').optional(),
})
export type RequestForm = z.infer<typeof requestSchema>

/** What the editor's script sends while somebody types. */
export const draftSchema = requestSchema.pick({ version: true, textHash: true }).extend({
  'script.accueil': section,
  'script.portrait': section,
  'script.elan': section,
  'script.annee': section,
  'script.cloture': section,
})

const sectionNames = ['accueil', 'portrait', 'elan', 'annee', 'cloture'] as const satisfies readonly SectionKey[]
const memoryKinds = ['childhood', 'pride', 'turning', 'question'] as const satisfies readonly MemoryKind[]
const ticked = z.string().optional()

export const orderSchema = z.object({
  requestId: z.string().max(100),
  version: version.optional(),
  textHash: hash,
  instructions: remark,
  /** One section to write anew; all of them when left out. */
  section: z.enum(['', 'all', ...sectionNames], 'Cette section n’existe pas.').optional(),
  /** Says that the boxes below were on the page: those not ticked are not to be used. */
  memoriesShown: ticked,
  'use.childhood': ticked,
  'use.pride': ticked,
  'use.turning': ticked,
  'use.question': ticked,
  acceptDoublePayment: ticked,
})
type OrderForm = z.infer<typeof orderSchema>

/** What is to be written, and from which memories; left out where the form does not say. */
export function writingOf(form: OrderForm): { sections?: SectionKey[]; memories?: MemoryKind[] } {
  const section = sectionNames.find((name) => name === form.section)
  const memories = memoryKinds.filter((kind) => Boolean(form[`use.${kind}`]))
  return { ...(section ? { sections: [section] } : {}), ...(form.memoriesShown ? { memories } : {}) }
}

/** The five sections of a form; undefined where it has none. */
export const scriptOf = (form: Record<string, unknown>) => fiveOf(form, 'script')

/** A comment for each section, empty where none was written. */
export const commentsOf = (form: Record<string, unknown>): Script =>
  fiveOf({ 'comment.accueil': '', ...form }, 'comment') as Script

function fiveOf(form: Record<string, unknown>, name: 'script' | 'comment'): Script | undefined {
  const first: SectionKey = 'accueil'
  if (form[`${name}.${first}`] === undefined) return undefined
  const text = (key: SectionKey) => {
    const value = form[`${name}.${key}`]
    return typeof value === 'string' ? value : ''
  }
  return Object.fromEntries(sectionNames.map((key) => [key, text(key)])) as Script
}

/** Each fix has a button of its own beside those with an intent: whoever presses one asks for `fixScript`. */
export function withIntent<Form extends { values: Record<string, string> }>(form: Form): Form {
  const { fix } = form.values
  return fix ? { ...form, values: { ...form.values, intent: 'fixScript' } } : form
}

/**
 * The command of one submit. The same button with the same content, however often it is sent, is the same command; another
 * button, or other words typed after a first submit, is another one and decided anew.
 */
export function commandFor(formId: string, intent: string, values: Record<string, string>): string {
  const content = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))
  const hex = createHash('sha256')
    .update(JSON.stringify([formId, intent, content]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
