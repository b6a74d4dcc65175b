import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { Button } from '#app/components/button.tsx'
import { Check } from '#app/components/check.tsx'
import { DateFields } from '#app/components/date-fields.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Field, TextField } from '#app/components/field.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { problemSentence } from '#app/components/problem-sentence.ts'
import { Step } from '#app/components/step.tsx'
import { findVisitor, visitorHeaders } from '#app/gate/cookies.ts'
import { formFields, requireCsrf } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { commandFor } from '#app/gate/request-forms.ts'

const purpose = 'bookRequest'

export function loader(args: LoaderFunctionArgs) {
  const visitor = findVisitor(args)
  return data({ form: formFields(args.context, { purpose, holder: visitor }) }, { headers: visitorHeaders(visitor) })
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
  if (answer.tag === 'done') return redirect('/merci', 303)
  const problems = answer.tag === 'invalid' ? answer.problems : [{ field: 'firstNames', code: answer.tag }]
  const errors = Object.fromEntries(problems.map(({ field, code }) => [field, problemSentence(code)]))
  return data({ errors, values: form.values }, { status: answer.tag === 'invalid' ? 422 : 409 })
}

export const meta: MetaFunction = () => [{ title: 'Demander ma lecture · Récit' }]

export default function RequestForm() {
  const { form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors: Record<string, string> = refused?.errors ?? {}
  const values: Record<string, string> = refused?.values ?? {}
  const dateError = errors['birthDay'] ?? errors['birthMonth'] ?? errors['birthYear']
  return (
    <>
      <PageHead title="Votre lecture personnelle, en vidéo">
        <p className="prose">
          Nous calculons vos nombres, nous écrivons un texte pour vous, une personne de notre équipe le relit, et vous
          recevez une vidéo d’environ cinq minutes.
        </p>
      </PageHead>
      {refused ? <ErrorSummary problems={problemsOf(errors)} /> : null}
      <Form className="span" method="post" action="/?index" noValidate>
        <Hidden fields={form} />
        <Step n={1} title="Vous">
          <Field
            name="firstNames"
            label="Tous vos prénoms"
            hint="Dans l’ordre de l’état civil, avec les accents."
            autoComplete="given-name"
            required
            value={values['firstNames']}
            error={errors['firstNames']}
          />
          <Field
            name="lastName"
            label="Nom de naissance"
            autoComplete="family-name"
            required
            value={values['lastName']}
            error={errors['lastName']}
          />
          <DateFields
            legend="Date de naissance"
            names={{ day: 'birthDay', month: 'birthMonth', year: 'birthYear' }}
            hint="Par exemple, 18 04 1987."
            error={dateError}
            value={{
              day: values['birthDay'] ?? '',
              month: values['birthMonth'] ?? '',
              year: values['birthYear'] ?? '',
            }}
            birthday
          />
          <Field
            name="email"
            label="Adresse électronique"
            hint="Le lien de votre vidéo y sera envoyé."
            type="email"
            autoComplete="email"
            required
            value={values['email']}
            error={errors['email']}
          />
        </Step>
        <Step n={2} title="Votre lecture">
          <TextField
            name="question"
            label="Une question, ou quelques mots sur vous (facultatif)"
            hint="Six cents caractères au plus. Ne parlez pas de santé si vous ne le souhaitez pas."
            rows={4}
            value={values['question']}
            error={errors['question']}
          />
        </Step>
        <Step n={3} title="Vos accords">
          <Check
            name="consentSensitive"
            checked={Boolean(values['consentSensitive'])}
            error={errors['consentSensitive']}
          >
            J’accepte que mes réponses libres, qui peuvent contenir des informations sensibles (santé, croyances, vie
            intime), soient utilisées uniquement pour écrire ma vidéo. Je peux retirer cet accord à tout moment.
          </Check>
          <Check name="consentAi" checked={Boolean(values['consentAi'])} required error={errors['consentAi']}>
            J’ai compris que le texte et la voix sont produits avec une intelligence artificielle par des prestataires
            (OpenAI, HeyGen) situés hors de l’Union européenne.
          </Check>
          <Check name="consentStart" checked={Boolean(values['consentStart'])} required error={errors['consentStart']}>
            Je demande que la réalisation de ma vidéo commence immédiatement et je renonce à mon droit de rétractation
            une fois celle-ci commencée.
          </Check>
          <p>
            <Button kind="primary">Demander ma lecture</Button>
          </p>
        </Step>
      </Form>
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
