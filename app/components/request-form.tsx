import { Form } from '@remix-run/react'

import { Button } from './button.tsx'
import { Check } from './check.tsx'
import { DateFields } from './date-fields.tsx'
import { Field } from './field.tsx'
import { Hidden } from './hidden.tsx'
import { MemoryFields, ThemeField } from './memory-fields.tsx'
import { Step } from './step.tsx'

export type RequestFormProps = {
  hidden: Record<string, string>
  /** What was typed, and the sentence beside each field that is wrong. */
  values: Record<string, string>
  errors: Record<string, string>
}

/** What a customer fills in. */
export function RequestForm({ hidden, values, errors }: RequestFormProps) {
  return (
    <Form className="span" method="post" action="/?index" noValidate>
      <Hidden fields={hidden} />
      <Person values={values} errors={errors} />
      <Reading values={values} errors={errors} />
      <Consents values={values} errors={errors} />
    </Form>
  )
}

type PartProps = Omit<RequestFormProps, 'hidden'>

function Person({ values, errors }: PartProps) {
  const dateError = errors['birthDay'] ?? errors['birthMonth'] ?? errors['birthYear']
  return (
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
        hint="L’équipe vous écrit à cette adresse quand la vidéo est prête."
        type="email"
        autoComplete="email"
        required
        value={values['email']}
        error={errors['email']}
      />
    </Step>
  )
}

function Reading({ values, errors }: PartProps) {
  return (
    <Step n={2} title="Votre lecture">
      <ThemeField values={values} errors={errors} />
      <MemoryFields values={values} errors={errors} />
    </Step>
  )
}

function Consents({ values, errors }: PartProps) {
  return (
    <Step n={3} title="Vos accords">
      <Check name="consentAi" checked={Boolean(values['consentAi'])} required error={errors['consentAi']}>
        J’ai compris que le texte et la voix sont produits avec une intelligence artificielle par des prestataires
        (OpenAI, HeyGen) situés hors de l’Union européenne.
      </Check>
      <Check name="consentStart" checked={Boolean(values['consentStart'])} required error={errors['consentStart']}>
        Je demande que la réalisation de ma vidéo commence immédiatement et je renonce à mon droit de rétractation une
        fois celle-ci commencée.
      </Check>
      <p>
        <Button kind="primary">Demander ma lecture</Button>
      </p>
    </Step>
  )
}
