import { described } from './field.tsx'
import { FieldError } from './field-error.tsx'

const parts = [
  { part: 'day', label: 'Jour', autoComplete: 'bday-day', digits: 2 },
  { part: 'month', label: 'Mois', autoComplete: 'bday-month', digits: 2 },
  { part: 'year', label: 'Année', autoComplete: 'bday-year', digits: 4 },
] as const

export type DatePart = (typeof parts)[number]['part']

export type DateFieldsProps = {
  legend: string
  /** The names, and ids, of the three inputs. */
  names: Record<DatePart, string>
  hint?: string | undefined
  error?: string | undefined
  /** The parts to blame; all of them when not told. */
  wrong?: readonly DatePart[]
  value?: Partial<Record<DatePart, string>>
  /** Birth dates may be filled in by the browser. */
  birthday?: boolean
}

export function DateFields({ legend, names, hint, error, wrong, value = {}, birthday = false }: DateFieldsProps) {
  const blamed = error === undefined ? [] : (wrong ?? parts.map(({ part }) => part))
  const name = names.day
  const { 'aria-describedby': describedBy } = described({ id: name, hint, error })
  return (
    <fieldset className={error === undefined ? 'field' : 'field invalid'} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${name}-error`}>{error}</FieldError>
      <div className="dates">
        {parts.map(({ part, label, autoComplete, digits }) => (
          <label key={part}>
            {label}
            <input
              className={part === 'year' ? 'input year' : 'input'}
              id={names[part]}
              name={names[part]}
              inputMode="numeric"
              autoComplete={birthday ? autoComplete : 'off'}
              maxLength={digits}
              defaultValue={value[part]}
              required
              {...(blamed.includes(part) ? { 'aria-invalid': true, 'aria-describedby': `${name}-error` } : {})}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
