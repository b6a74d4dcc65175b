import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { problemSentence } from '#app/components/problem-sentence.ts'
import { RequestForm } from '#app/components/request-form.tsx'
import { bookingOf, bookingSchema } from '#app/gate/booking-form.ts'
import { findVisitor, visitorHeaders } from '#app/gate/cookies.ts'
import { formFields, requireCsrf } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { commandFor } from '#app/gate/request-forms.ts'
import { findSentForm, sentFormCookie } from '#app/gate/sent-form.ts'

const purpose = 'bookRequest'

export function loader(args: LoaderFunctionArgs) {
  const visitor = findVisitor(args)
  const form = formFields(args.context, { purpose, holder: visitor }, findSentForm(args))
  return data({ form }, { headers: visitorHeaders(visitor) })
}

export async function action(args: ActionFunctionArgs) {
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose })
  const reading = readForm(form, bookingSchema(form.values))
  if (!reading.ok) return data({ errors: reading.errors, values: reading.values }, { status: 422 })
  const command = { commandId: commandFor(reading.commandId, purpose, form.values) }
  const answer = await args.context.desk.bookRequest(command, bookingOf(reading.value))
  if (answer.tag === 'done') {
    const cookie = sentFormCookie(args.context.house, reading.commandId)
    return redirect('/merci', { status: 303, headers: { 'Set-Cookie': cookie } })
  }
  const problems = answer.tag === 'invalid' ? answer.problems : [{ field: 'firstNames', code: answer.tag }]
  const errors = Object.fromEntries(problems.map(({ field, code }) => [field, problemSentence(code)]))
  return data({ errors, values: form.values }, { status: answer.tag === 'invalid' ? 422 : 409 })
}

export const meta: MetaFunction = () => [{ title: 'Demander ma lecture · Récit' }]

export default function Order() {
  const { form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors: Record<string, string> = refused?.errors ?? {}
  const values: Record<string, string> = refused?.values ?? {}
  return (
    <>
      <PageHead title="Votre lecture personnelle, en vidéo">
        <p className="prose">
          Nous calculons vos nombres, nous écrivons un texte pour vous, une personne de notre équipe le relit, et vous
          recevez une vidéo d’environ cinq minutes.
        </p>
      </PageHead>
      {refused ? <ErrorSummary problems={problemsOf(errors)} /> : null}
      <RequestForm hidden={form} values={values} errors={errors} />
    </>
  )
}

/** A date that is wrong in several of its parts is one problem, with one sentence beside it. */
function problemsOf(errors: Record<string, string>) {
  const problems = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return problems.filter(({ field, message }, index) => {
    const same = problems.findIndex((one) => one.message === message)
    return !field.startsWith('birth') || same === index
  })
}
