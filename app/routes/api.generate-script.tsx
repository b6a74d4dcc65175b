import { redirect, type ActionFunctionArgs } from '@remix-run/node'

import { answerSentence } from '#app/components/answer-sentence.ts'
import type { Conflict } from '#app/desk/desk.ts'
import { answerDoor, type Shown } from '#app/gate/answer.ts'
import { requireCsrf, staleForm } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { refusal } from '#app/gate/refusal.ts'
import { refuse } from '#app/gate/refusal-page.ts'
import { commandFor, orderSchema, writingOf } from '#app/gate/request-forms.ts'
import { requireAdmin } from '#app/gate/session.ts'

const purpose = 'generateScript'

/** A page reloaded after the button: there is nothing to read here. */
export const loader = () => redirect('/admin', 303)

/** « ✨ Écrire avec ChatGPT »: records the wish; the night shift makes the call. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireAdmin(args)
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose, holder: session })
  const reading = readForm(form, orderSchema)
  if (!reading.ok) {
    const typed = staleForm(form, args, { purpose, holder: session })
    return refuse(args.request, refusal(422, { text: Object.values(reading.errors).join(' '), stale: typed }))
  }
  const { requestId, instructions, version } = reading.value
  const command = {
    commandId: commandFor(reading.commandId, purpose, form.values),
    actor: { kind: 'admin' as const, id: session.person.id },
  }
  const seen = version === undefined ? undefined : { version }
  const order = { requestId, instructions, ...writingOf(reading.value), ...(seen ? { seen } : {}) }
  const answer = await args.context.desk.generateScript(command, order)
  // Whoever sends it once more has read what changed meanwhile, and decides anew: it is another command.
  const again = (shown: Shown) => {
    const values = { ...form.values, ...(shown.tag === 'conflict' ? seenNow(shown.conflict) : {}) }
    return staleForm({ ...form, values, commandId: '' }, args, { purpose, holder: session })
  }
  return answerDoor(args.request, answer, { to: `/admin/requests/${requestId}`, say: answerSentence, again })
}

const seenNow = ({ actualVersion }: Conflict) => ({ version: String(actualVersion) })
