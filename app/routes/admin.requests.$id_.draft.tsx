import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { refusalSentence } from '#app/components/refusal-sentence.ts'
import { requireCsrf } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { draftSchema, scriptOf } from '#app/gate/request-forms.ts'
import { findStaff, requireAdmin } from '#app/gate/session.ts'

const purpose = 'saveDraft'

/** There is nothing to read here. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/admin/requests/${params['id'] ?? ''}`, 303)

/**
 * What a person types, kept while they type. Asked by the editor's script alone, and answered in JSON: 200 saved, 401
 * the session has ended, 403 a stale form, 404, 409 somebody else was faster or no text is taken now, 422.
 */
export async function action(args: ActionFunctionArgs) {
  if ((await findStaff(args)) === null) return Response.json({ tag: 'signedOut' }, { status: 401 })
  const session = await requireAdmin(args)
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose, holder: session })
  const reading = readForm(form, draftSchema)
  const script = scriptOf(form.values)
  if (!reading.ok || !script) return Response.json({ tag: 'invalid' }, { status: 422 })
  const { version, textHash } = reading.value
  const answer = await args.context.desk.saveDraft({
    requestId: args.params['id'] ?? '',
    actor: { kind: 'admin', id: session.person.id },
    script,
    seen: { version, ...(textHash === undefined ? {} : { textHash }) },
  })
  switch (answer.tag) {
    case 'saved':
      return Response.json(answer)
    case 'conflict':
      return Response.json({ tag: 'conflict', by: answer.conflict.by }, { status: 409 })
    case 'refused':
      return Response.json({ tag: 'refused', sentence: refusalSentence(answer.code) }, { status: 409 })
    case 'unknown':
      return Response.json({ tag: 'unknown' }, { status: 404 })
  }
}
