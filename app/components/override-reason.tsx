import { isBlocking, type Checked } from './findings.ts'
import { Hidden } from './hidden.tsx'
import type { KeptWords } from './kept-words.ts'
import { errorOf, type Refused } from './request-props.ts'
import { WordFields } from './word-fields.tsx'

type OverrideReasonProps = { checked: Checked; refused: Refused | null; words: KeptWords }

/** A text that breaks a blocking rule is validated for a reason, or not at all; and for what was shown, no more. */
export function OverrideReason({ checked, refused, words }: OverrideReasonProps) {
  const blocking = [...new Set(checked.findings.filter(isBlocking).map(({ rule }) => rule))]
  const error = errorOf(refused, 'overrideReason')
  return (
    <>
      <Hidden fields={{ blocking: blocking.join(',') }} />
      {error === undefined && blocking.length === 0 ? null : (
        <WordFields
          words={words}
          intent="approveScript"
          hint="Gardé au journal. Six cents caractères au plus."
          error={() => error}
        />
      )}
    </>
  )
}
