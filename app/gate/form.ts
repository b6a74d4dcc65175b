/** Reading a form: whatever was sent becomes a value, or sentences beside the fields with all that was typed. */
import type { z } from 'zod'

import { isCommandId } from './command-id.ts'
import { readFieldText } from './form-text.ts'
import { isForm } from './form-type.ts'
import { refusal } from './refusal.ts'
import { refuse } from './refusal-page.ts'

/** `values` and `errors` by field; the two hidden fields stand apart. `commandId` is empty where it was not one. */
export type TypedForm = {
  values: Record<string, string>
  errors: Record<string, string>
  csrf: string
  commandId: string
}

export type FormReading<Value> =
  | { ok: true; value: Value; commandId: string }
  | { ok: false; errors: Record<string, string>; values: Record<string, string> }

const maxFields = 100

/**
 * Takes the form out of a request, once.
 * @throws {Response} 415 where it is no form, 400 where it is cut, broken or absurd. Nothing else.
 */
export async function takeForm(request: Request): Promise<TypedForm> {
  if (!isForm(request.headers.get('content-type'))) throw refuse(request, refusal(415))
  const data = await request.formData().catch(() => null)
  const entries = [...(data ?? [])]
  const absurd = entries.length > maxFields || entries.some(([name]) => !isFieldName(name))
  if (data === null || absurd) throw refuse(request, refusal(400))
  return gather(entries)
}

/** Checks a taken form against a schema of text fields, whose messages are French sentences. */
export function readForm<Schema extends z.ZodType>(form: TypedForm, schema: Schema): FormReading<z.output<Schema>> {
  const { values, commandId } = form
  const parsed = schema.safeParse(values, { error: ({ input }) => (input === undefined ? missing : notAccepted) })
  const issues = parsed.error?.issues.map(({ path, message }) => [String(path[0] ?? 'form'), message] as const) ?? []
  // In the order of the fields. The first sentence about one wins, and what could not be read goes before what may not be.
  const errors: Record<string, string> = {}
  for (const [field, sentence] of issues) errors[field] ??= form.errors[field] ?? sentence
  Object.assign(errors, form.errors)
  if (!isCommandId(commandId)) errors['form'] = 'Ce formulaire est incomplet. Rechargez la page, puis recommencez.'
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors, values }
  return { ok: true, value: parsed.data, commandId }
}

const missing = 'Ce champ est à remplir.'
const notAccepted = 'Cette valeur n’est pas acceptée.'

function gather(entries: [string, FormDataEntryValue][]): TypedForm {
  const values: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const [name, entry] of entries) {
    if (Object.hasOwn(values, name)) {
      errors[name] = 'Ce champ a été envoyé plusieurs fois.'
      continue
    }
    const { text, problem } = readEntry(entry)
    values[name] = text
    if (problem !== null) errors[name] = problem
  }
  const { csrf = '', commandId = '', ...typed } = values
  for (const hidden of ['csrf', 'commandId']) Reflect.deleteProperty(errors, hidden)
  return { values: typed, errors, csrf, commandId: isCommandId(commandId) ? commandId : '' }
}

function readEntry(entry: FormDataEntryValue): { text: string; problem: string | null } {
  if (typeof entry === 'string') return readFieldText(entry)
  return { text: '', problem: 'Un texte est attendu ici, pas un fichier.' }
}

/** Letters first: `__proto__` names no field. */
function isFieldName(name: string): boolean {
  return /^[a-z][\w.-]{0,63}$/i.test(name)
}
