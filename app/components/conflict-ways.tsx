/** The ways out of a conflict beside saving what stands in the fields. */
import { Form } from '@remix-run/react'

import type { Script } from '#events/script.ts'

import { Button } from './button.tsx'
import type { ConflictTextsProps } from './conflict-texts.tsx'
import { Hidden } from './hidden.tsx'
import { sections } from './speech.ts'
import type { ConflictShown } from './request-props.ts'

/** What a form of this page says was seen. */
export const seenIn = ({ actualVersion, current }: ConflictShown) => ({
  version: actualVersion,
  textHash: current.textHash ?? '',
})

/** Puts this person's text, as they sent it, in the place of the saved one. */
export function KeepMine({ conflict, draft, requestUrl, children, mine }: ConflictTextsProps & { mine: Script }) {
  const texts = Object.fromEntries(sections.map(({ key }) => [`script.${key}`, mine[key]]))
  return (
    <Form method="post" action={requestUrl} onSubmit={draft.onSubmit}>
      {children}
      <Hidden fields={{ ...seenIn(conflict), ...texts }} />
      <Button name="intent" value="editScript">
        Garder mon texte
      </Button>
    </Form>
  )
}

/** Leaves the saved text as it is; what this person typed goes, and its copy on the server too. */
export function KeepSaved({ conflict, draft, requestUrl, children, label }: ConflictTextsProps & { label: string }) {
  return (
    <Form method="post" action={requestUrl} onSubmit={() => draft.discard()}>
      {children}
      <Hidden fields={seenIn(conflict)} />
      <Button name="intent" value="discardDraft">
        {label}
      </Button>
    </Form>
  )
}
