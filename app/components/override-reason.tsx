import { TextField } from './field.tsx'
import { isBlocking, type Checked } from './findings.ts'
import { errorOf, typedValue, type Refused } from './request-props.ts'
import { fr } from './typography.ts'

/** A text that breaks a blocking rule is validated for a reason, or not at all. */
export function OverrideReason({ checked, refused }: { checked: Checked; refused: Refused | null }) {
  const error = errorOf(refused, 'overrideReason')
  if (error === undefined && !checked.findings.some(isBlocking)) return null
  return (
    <TextField
      name="overrideReason"
      label={fr`Pourquoi valider malgré les points bloquants ?`}
      hint="Gardé au journal. Six cents caractères au plus."
      rows={2}
      maxLength={600}
      value={typedValue(refused, 'overrideReason')}
      error={error}
    />
  )
}
