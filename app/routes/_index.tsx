import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { problemSentence } from '#app/components/problem-sentence.ts'
import { RequestForm } from '#app/components/request-form.tsx'
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

const name = (sentence: string) => z.string().trim().min(1, sentence).max(120, 'Cent vingt caractères au plus.')
const part = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Indiquez le jour, le mois et l’année en chiffres.')
  .transform(Number)
const ticked = (sentence: string) => z.string({ error: sentence }).min(1, sentence)

const schema = z.object({
  firstNames: name('Indiquez vos prénoms.'),
  lastName: name('Indiquez votre nom de naissance.'),
  birthDay: part,
  birthMonth: part,
  birthYear: part,
  email: z
    .string()
    .trim()
    .max(254, 'Cette adresse est trop longue.')
    .pipe(z.email('Indiquez une adresse complète, par exemple prenom@exemple.fr.')),
  question: z.string().trim().max(600, 'Six cents caractères au plus.').optional(),
  consentAi: ticked('Cet accord est nécessaire pour écrire et filmer votre lecture.'),
  consentSensitive: z.string().optional(),
  consentStart: ticked('Cet accord est nécessaire pour commencer tout de suite.'),
})

export async function action(args: ActionFunctionArgs) {
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose })
  const reading = readForm(form, schema)
  if (!reading.ok) return data({ errors: reading.errors, values: reading.values }, { status: 422 })
  const { birthDay: day, birthMonth: month, birthYear: year, firstNames, lastName, email, question } = reading.value
  const sensitive = Boolean(reading.value.consentSensitive)
  if (question && !sensitive) {
    const errors = {
      consentSensitive: 'Votre question ne peut être lue sans cet accord. Cochez-le, ou effacez la question.',
    }
    return data({ errors, values: form.values }, { status: 422 })
  }
  const answer = await args.context.desk.bookRequest(
    { commandId: commandFor(reading.commandId, purpose, form.values) },
    {
      firstNames,
      lastName,
      birthDate: { day, month, year },
      email,
      question: question || null,
      consents: { ai: true, start: true, sensitive },
    },
  )
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
