import { useState, type ReactNode } from 'react'

import type { SectionKey } from '#events/script.ts'

import { Button } from './button.tsx'
import { duration } from './dates.ts'
import { FieldError } from './field-error.tsx'
import { newPause } from './pause-tags.ts'
import { measure } from './speech.ts'
import { insertApart } from './text-place.ts'
import { counted } from './typography.ts'

export type ScriptSectionProps = {
  section: SectionKey
  name: string
  /** What the field opens with. */
  opened: string
  /** What stands in it now, for the counts. */
  now: string
  readOnly?: boolean
  /** Whether a pause can be put at the caret: only with JavaScript. */
  pauses?: boolean
  error?: string | undefined
  /** What is said of it, below. */
  children?: ReactNode
}

/** One spoken section, `id` and `name` being `script.<section>`: its name, its counts, its text. The field is the browser's own; React never writes into it. */
export function ScriptSection(props: ScriptSectionProps) {
  const { section, name, opened, now, readOnly = false, pauses = false, error, children } = props
  const id = `script.${section}`
  // The field keeps what it opened with: a default that changed under it would change what it shows.
  const [first] = useState(opened)
  const { words, seconds } = measure(now)
  return (
    <div className="script-section">
      <div className="bar">
        <label htmlFor={id}>{name}</label>
        <span className="small soft" id={`${id}-count`}>
          {counted(words, 'mot', 'mots')} · {duration(seconds)}
        </span>
        {pauses && !readOnly ? (
          <Button type="button" kind="link" aria-controls={id} onClick={() => insertApart(section, newPause)}>
            Insérer une pause<span className="hidden"> dans {name}</span>
          </Button>
        ) : null}
        <FieldError id={`${id}-error`}>{error}</FieldError>
      </div>
      <textarea
        id={id}
        name={id}
        defaultValue={first}
        rows={rowsFor(first)}
        readOnly={readOnly}
        aria-describedby={error === undefined ? `${id}-count` : `${id}-error ${id}-count`}
        aria-invalid={error === undefined ? undefined : true}
      />
      {children}
    </div>
  )
}

/** Browsers without `field-sizing` show the whole text all the same: about 58 letters a line. */
function rowsFor(text: string): number {
  return Math.max(
    4,
    text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / 58), 0),
  )
}
