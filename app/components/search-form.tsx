import { Form } from '@remix-run/react'

import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Hidden } from './hidden.tsx'

export type SearchFormProps = {
  action: string
  label: string
  /** What is being searched now. */
  value: string
  /** The name of the field in the URL. */
  name?: string
  /** The rest of the URL's state: filter, sort. */
  kept?: Record<string, string>
}

export function SearchForm({ action, label, value, name = 'q', kept = {} }: SearchFormProps) {
  return (
    <Form className="search" role="search" action={action} method="get">
      <Hidden fields={kept} />
      {/* Keyed: a link that clears the search must also clear what stands in the field. */}
      <Field key={value} name={name} label={label} value={value} type="search" autoComplete="off" />
      <Button>Chercher</Button>
    </Form>
  )
}
