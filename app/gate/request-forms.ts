/** The forms of a request's page: their schemas, and the command each of their buttons gives. */
import { createHash } from 'node:crypto'

import { z } from 'zod'

export const requestIntents = [
  'editScript',
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
  reason: remark,
  comment: remark,
  attempt: z.uuid('Cette tentative n’existe pas.').optional(),
  heygenVideoId: z.string().trim().max(200, 'Cet identifiant est trop long.').optional(),
})
export type RequestForm = z.infer<typeof requestSchema>

export const orderSchema = z.object({
  requestId: z.string().max(100),
  version: version.optional(),
  textHash: hash,
  instructions: remark,
  acceptDoublePayment: z.string().optional(),
})

/** The five sections of a form; undefined where it has none. */
export function scriptOf(form: Record<string, unknown>) {
  const text = (key: string) => {
    const value = form[`script.${key}`]
    return typeof value === 'string' ? value : ''
  }
  if (form['script.accueil'] === undefined) return undefined
  return {
    accueil: text('accueil'),
    portrait: text('portrait'),
    elan: text('elan'),
    annee: text('annee'),
    cloture: text('cloture'),
  }
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
