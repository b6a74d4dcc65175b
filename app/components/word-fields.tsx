import { useEffect, useRef } from 'react'

import { TextField } from './field.tsx'
import type { KeptWords } from './kept-words.ts'
import { wordedForms, type WordedIntent } from './worded-forms.ts'

export type WordFieldsProps = {
  words: KeptWords
  intent: WordedIntent
  hint?: string
  /** They can be read and copied, no more. */
  readOnly?: boolean
  /** The sentence beside a field. */
  error?: (name: string) => string | undefined
}

/** The fields of one form for a person's own words, with what was typed into them before the page changed. */
export function WordFields({ words, intent, error, ...rest }: WordFieldsProps) {
  const all: readonly Field[] = wordedForms[intent].fields
  const fields = rest.readOnly === true ? all.filter(({ name }) => words.holds(intent, [name])) : all
  return (
    <>
      {fields.map((field) => (
        <WordField
          key={`${field.name}-${words.generation(intent)}`}
          {...{ words, intent, field, ...rest }}
          error={error?.(field.name)}
        />
      ))}
    </>
  )
}

type Field = (typeof wordedForms)[WordedIntent]['fields'][number]
type WordFieldProps = Omit<WordFieldsProps, 'error'> & { field: Field; error: string | undefined }

function WordField({ words, intent, field: { name, ...shown }, ...rest }: WordFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const keep = () => void (area.current && words.keep(intent, name, area.current.value))
  useEffect(() => {
    // What was typed before the scripts arrived counts too.
    if (area.current?.value) keep()
  }, [])
  return (
    <TextField
      {...{ area, name, ...shown, ...rest }}
      rows={2}
      maxLength={600}
      value={words.value(intent, name)}
      onInput={keep}
    />
  )
}
