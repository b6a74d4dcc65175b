import { described } from './field.tsx'
import { FieldError } from './field-error.tsx'

export type SelectFieldProps = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  /** Defaults to the name; the error summary links to it. */
  id?: string
  hint?: string | undefined
  error?: string | undefined
  /** What was chosen, kept after a refusal. */
  value?: string | undefined
}

/** One of several: label, hint, error, then the list. */
export function SelectField({ name, label, options, id = name, hint, error, value }: SelectFieldProps) {
  return (
    <div className={error === undefined ? 'field' : 'field invalid'}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <select className="input" id={id} name={name} defaultValue={value} {...described({ id, hint, error })}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
