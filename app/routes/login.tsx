import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Field } from '#app/components/field.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { Ladder } from '#app/components/ladder.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { counted } from '#app/components/typography.ts'
import { findVisitor, visitorHeaders } from '#app/gate/cookies.ts'
import { formFields, requireCsrf } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { findStaff, safeNext, signInCookie } from '#app/gate/session.ts'

const purpose = 'login'

export async function loader(args: LoaderFunctionArgs) {
  const next = new URL(args.request.url).searchParams.get('next')
  if (await findStaff(args)) return redirect(safeNext(next), 303)
  const visitor = findVisitor(args)
  const { demo } = args.context.house
  const form = formFields(args.context, { purpose, holder: visitor })
  return data({ form, next: next ?? '', rehearsal: demo.openai || demo.heygen }, { headers: visitorHeaders(visitor) })
}

const schema = z.object({
  email: z.string().trim().min(1, 'Indiquez votre adresse électronique.').max(254, 'Cette adresse est trop longue.'),
  password: z.string().min(1, 'Indiquez votre mot de passe.').max(128, 'Ce mot de passe est trop long.'),
  next: z.string().optional(),
})

export async function action(args: ActionFunctionArgs) {
  const form = await takeForm(args.request)
  requireCsrf(form, args, { purpose })
  const reading = readForm(form, schema)
  // The page that shows a refusal was posted to: its own address no longer says where to go.
  const typed = { email: form.values['email'] ?? '', next: form.values['next'] ?? '' }
  if (!reading.ok) return data({ errors: reading.errors, ...typed }, { status: 422 })
  const { email, password, next } = reading.value
  const answer = await args.context.desk.signIn({ email, password, ip: args.context.visit.ip })
  switch (answer.tag) {
    case 'signedIn':
      return redirect(safeNext(next), {
        status: 303,
        headers: { 'Set-Cookie': signInCookie(args.context.house, answer.token) },
      })
    case 'wrong':
      return data(
        { errors: { email: 'Adresse ou mot de passe inexacts. Vérifiez les deux.' }, ...typed },
        { status: 422 },
      )
    case 'tooMany': {
      const wait = counted(Math.ceil(answer.retryAfterSeconds / 60), 'minute', 'minutes')
      const headers = { 'Retry-After': String(answer.retryAfterSeconds) }
      return data({ errors: { email: `Trop d’essais. Recommencez dans ${wait}.` }, ...typed }, { status: 429, headers })
    }
  }
}

/** `Retry-After`, which Remix would leave behind. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta: MetaFunction = () => [{ title: 'Se connecter · Récit' }]

export default function Login() {
  const { form, next, rehearsal } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors: Record<string, string> = refused?.errors ?? {}
  return (
    <>
      <PageHead title="Se connecter">
        <p className="prose">Le bureau où les lectures s’écrivent, se relisent et se filment.</p>
      </PageHead>
      <Ladder />
      {refused ? (
        <ErrorSummary problems={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      ) : null}
      <Form className="step" method="post" action="/login">
        <Hidden fields={{ ...form, next: refused?.next ?? next }} />
        <Field
          name="email"
          label="Adresse électronique"
          type="email"
          autoComplete="username"
          required
          value={refused?.email}
          error={errors['email']}
        />
        <Field
          name="password"
          label="Mot de passe"
          type="password"
          autoComplete="current-password"
          required
          error={errors['password']}
        />
        <p>
          <Button kind="primary">Se connecter</Button>
        </p>
        {rehearsal ? (
          <p className="small soft prose">
            En démonstration, les identifiants sont affichés dans le terminal au démarrage.
          </p>
        ) : null}
      </Form>
    </>
  )
}
