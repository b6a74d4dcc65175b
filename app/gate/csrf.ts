/** The token of a form: nobody else can have made it, for nobody else, for no other act (security.md §4). */
import { createHmac, timingSafeEqual } from 'node:crypto'

import { newCommandId } from './command-id.ts'
import { findVisitor, visitorHeaders, type Holder } from './cookies.ts'
import type { GateArgs } from './context.ts'
import type { TypedForm } from './form.ts'
import { refusal } from './refusal.ts'
import type { StaleForm } from './refusal-shape.ts'
import { refuse } from './refusal-page.ts'
import { staleFields } from './stale-fields.ts'

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
  const own = isMine(form, args.context, { purpose, holder: bound })
  if (own || (holder !== undefined && isMine(form, args.context, lateBinding(args)))) return
  const stale = staleForm(form, args, { purpose, holder: bound })
  const text =
    'Ce formulaire n’est plus valable, souvent parce qu’il est resté ouvert longtemps. Relisez, puis envoyez-le de nouveau.'
  throw refuse(args.request, refusal(403, { title: 'Formulaire périmé', text, stale }), visitorHeaders(bound))
}

/** What was typed, ready to be sent again under a fresh token. */
export function staleForm(form: TypedForm, { request, context }: GateArgs, binding: FormBinding): StaleForm {
  const { pathname, search } = new URL(request.url)
  const fresh = formFields(context, binding, form.commandId === '' ? newCommandId() : form.commandId)
  return { action: pathname + search, ...fresh, fields: staleFields(form.values), signIn: null }
}

/**
 * The 403 for a form that came after its session had ended. All that was typed stands in the page, nothing is kept here; it
 * is sent again once somebody has signed in beside it, at `signIn`.
 */
export function refuseLate(form: TypedForm, args: GateArgs, signIn: string): Response {
  const binding = lateBinding(args)
  const stale = { ...staleForm(form, args, binding), signIn }
  const text =
    'Rien n’a été enregistré, et rien n’est perdu\u00a0: votre envoi attend sur cette page. Connectez-vous dans un autre onglet, revenez ici, puis envoyez de nouveau.'
  const refused = refusal(403, { title: 'Votre session est terminée', text, back: null, stale })
  return refuse(args.request, refused, visitorHeaders(binding.holder))
}

/** There is no session to bind to: a late form is bound to the browser, and to the one door it came to. */
function lateBinding(args: GateArgs): FormBinding {
  return { purpose: `late ${new URL(args.request.url).pathname}`, holder: findVisitor(args) }
}

function isMine(form: TypedForm, { house }: GateArgs['context'], binding: FormBinding): boolean {
  const expected = sign(house.sessionSecret, { ...binding, commandId: form.commandId })
  return form.commandId !== '' && isEqual(form.csrf, expected)
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
