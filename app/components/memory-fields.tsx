/** The optional part of the request form: a theme, and a few words of the person's own. */
import type { MemoryKind } from '#events/memories.ts'

import { Check } from './check.tsx'
import { TextField } from './field.tsx'
import { memoryKinds, memoryLabels, themeLabels, themes } from './memory-words.ts'
import { SelectField } from './select-field.tsx'
import { fr } from './typography.ts'

export type MemoryFieldsProps = { values: Record<string, string>; errors: Record<string, string> }

export function ThemeField({ values, errors }: MemoryFieldsProps) {
  const options = themes.map((value) => ({ value, label: themeLabels[value] }))
  return (
    <SelectField
      name="theme"
      label="Un thème (facultatif)"
      options={[{ value: '', label: 'Aucun thème en particulier' }, ...options]}
      value={values['theme']}
      error={errors['theme']}
    />
  )
}

/** A field and a consent for each kind: the wording is that of `law.md` §4, 1 (GDPR art. 9); `consentTextVersion` names it. */
export function MemoryFields({ values, errors }: MemoryFieldsProps) {
  return (
    <fieldset className="memories" aria-describedby="memories-law">
      <legend>
        <h3>Ce que vous aimeriez confier (facultatif)</h3>
      </legend>
      <p className="prose" id="memories-law">
        Mes réponses libres peuvent contenir des informations sensibles (santé, croyances, vie intime). Elles sont
        utilisées uniquement pour écrire ma vidéo. Je peux retirer cet accord à tout moment.
      </p>
      {memoryKinds.map((kind) => (
        <MemoryField key={kind} kind={kind} values={values} errors={errors} />
      ))}
    </fieldset>
  )
}

function MemoryField({ kind, values, errors }: MemoryFieldsProps & { kind: MemoryKind }) {
  const [words, consent] = [`memories.${kind}`, `consentMemory.${kind}`]
  return (
    <div className="memory">
      <TextField
        name={words}
        label={memoryLabels[kind]}
        hint={hints[kind]}
        rows={2}
        value={values[words]}
        error={errors[words]}
      />
      <Check name={consent} checked={Boolean(values[consent])} error={errors[consent]}>
        J’accepte que ces mots servent à écrire ma vidéo.
        {/* Four boxes that read the same could not be told apart by ear. */}
        <span className="hidden">{fr` Il s'agit de : ${memoryLabels[kind].toLowerCase()}.`}</span>
      </Check>
    </div>
  )
}

const hints: Record<MemoryKind, string> = {
  childhood: 'Un lieu, une odeur, une voix. Trois cents caractères au plus.',
  pride: 'Ce que vous aimez avoir fait. Trois cents caractères au plus.',
  turning: 'Une rencontre, un départ, un choix. Trois cents caractères au plus.',
  question: 'Ce que vous vous demandez. Trois cents caractères au plus.',
}
