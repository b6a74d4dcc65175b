/** The token of a form: nobody else can have made it, for nobody else, for no other act (security.md §4). */
import { createHmac, timingSafeEqual } from 'node:crypto'

import { newCommandId } from './command-id.ts'
import { findVisitor, type Holder } from './cookies.ts'
import type { GateArgs } from './context.ts'
import type { TypedForm } from './form.ts'
import { refusal, type StaleForm } from './refusal.ts'
import { refuse } from './refusal-page.ts'

/** `purpose` is the form's intent: the desk verb it asks for. */
export type FormBinding = { purpose: string; holder: Holder }

export type FormFields = { csrf: string; commandId: string }

/** The two hidden fields of one form, for a loader. Every form of a page has its own. */
export function formFields(context: GateArgs['context'], binding: FormBinding, commandId = newCommandId()): FormFields {
  return { csrf: sign(context.house.sessionSecret, { ...binding, commandId }), commandId }
}

/**
 * Passes when the form's token is right. Otherwise throws a 403 that carries a fresh form with all that was typed (but
 * passwords) and the same command id, so that sending it again cannot do the thing twice.
 * @throws {Response} 403
 */
export function requireCsrf(
  form: TypedForm,
  args: GateArgs,
  { purpose, holder }: Partial<FormBinding> & { purpose: string },
): void {
  const bound = holder ?? findVisitor(args)
  const expected = sign(args.context.house.sessionSecret, { purpose, holder: bound, commandId: form.commandId })
  if (form.commandId !== '' && isEqual(form.csrf, expected)) return
  const stale = staleForm(form, args, { purpose, holder: bound })
  const text =
    'Ce formulaire n’est plus valable, souvent parce qu’il est resté ouvert longtemps. Relisez, puis envoyez-le de nouveau.'
  const headers = bound.setCookie === undefined ? {} : { 'Set-Cookie': bound.setCookie }
  throw refuse(args.request, refusal(403, { title: 'Formulaire périmé', text, stale }), headers)
}

/** What was typed, ready to be sent again under a fresh token. */
export function staleForm(form: TypedForm, { request, context }: GateArgs, binding: FormBinding): StaleForm {
  const { pathname, search } = new URL(request.url)
  const fields = Object.entries(form.values).map(([name, value]) => staleField(name, value))
  const fresh = formFields(context, binding, form.commandId === '' ? newCommandId() : form.commandId)
  return { action: pathname + search, ...fresh, fields }
}

function staleField(name: string, value: string): StaleForm['fields'][number] {
  const label = fieldLabels[name.split('.').at(-1) ?? ''] ?? name
  if (/passw|secret/i.test(name)) return { name, label, value: '', kind: 'password' }
  // What people do not type, and boxes they ticked: it goes along unseen.
  const unseen = /^requestId$|Hash$|^(intent|version|attempt|next)$|^(consent|accept)[A-Z]/.test(name)
  return { name, label, value, kind: unseen ? 'hidden' : 'text' }
}

/** The words of our forms for the fields a stale page shows again; an unlisted one shows its name. */
const fieldLabels: Record<string, string> = {
  firstNames: 'Prénoms',
  lastName: 'Nom de naissance',
  birthDay: 'Jour de naissance',
  birthMonth: 'Mois de naissance',
  birthYear: 'Année de naissance',
  accueil: 'Accueil',
  portrait: 'Portrait',
  elan: 'Élan',
  annee: 'Année',
  cloture: 'Clôture',
  heygenVideoId: 'Identifiant HeyGen',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  question: 'Votre question',
  instructions: 'Consignes',
  reason: 'Motif',
  comment: 'Commentaire',
}

function sign(key: string, { purpose, holder, commandId }: FormBinding & { commandId: string }): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([holder.id, purpose, commandId]))
    .digest('base64url')
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
