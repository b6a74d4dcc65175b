import { redirect, type ActionFunctionArgs } from '@remix-run/node'

import { answerSentence } from '#app/components/answer-sentence.ts'
import { answerDoor, type Shown } from '#app/gate/answer.ts'
import { requireCsrf, staleForm } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { refusal } from '#app/gate/refusal.ts'
import { refuse } from '#app/gate/refusal-page.ts'
import { commandFor, orderSchema } from '#app/gate/request-forms.ts'
import { requireAdmin } from '#app/gate/session.ts'

const purpose = 'generateVideo'

export const loader = () => redirect('/admin', 303)

/** « 🎥 Lancer HeyGen »: only an approved script, once an approval; the night shift makes the paid call. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireAdmin(args)
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose, holder: session })
  const reading = readForm(form, orderSchema)
  if (!reading.ok) return refuse(args.request, refusal(422, { text: Object.values(reading.errors).join(' ') }))
  const { requestId, version, textHash, acceptDoublePayment } = reading.value
  const command = {
    commandId: commandFor(reading.commandId, purpose, form.values),
    actor: { kind: 'admin' as const, id: session.person.id },
  }
  const seen = version === undefined ? {} : { seen: { version, ...(textHash === undefined ? {} : { textHash }) } }
  const order = { requestId, acceptsDoublePayment: Boolean(acceptDoublePayment), ...seen }
  const answer = await args.context.desk.generateVideo(command, order)
  // Only where nothing has changed: what else came between has to be looked at before anything is paid for.
  const again = ({ tag }: Shown) =>
    tag === 'unavailable' ? staleForm({ ...form, commandId: '' }, args, { purpose, holder: session }) : null
  return answerDoor(args.request, answer, { to: `/admin/requests/${requestId}`, say: answerSentence, again })
}
