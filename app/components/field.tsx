import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react'

import { FieldError } from './field-error.tsx'

type Common = {
  name: string
  label: string
  /** Defaults to the name; the error summary links to it. */
  id?: string
  hint?: string | undefined
  error?: string | undefined
  /** What was typed, kept after a refusal. */
  value?: string | undefined
}
type Own = keyof Common | 'defaultValue' | 'className' | 'style' | 'children'

export type FieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, Own>
export type TextFieldProps = Common & { area?: Ref<HTMLTextAreaElement> } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    Own
  >

/** One line: label, hint, error, then the input. */
export function Field({ name, label, id = name, hint, error, value, ...rest }: FieldProps) {
  return (
    <Around {...{ id, label, hint, error }}>
      <input className="input" id={id} name={name} defaultValue={value} {...described({ id, hint, error })} {...rest} />
    </Around>
  )
}

/** Several lines. */
export function TextField({ name, label, id = name, hint, error, value, rows = 3, area, ...rest }: TextFieldProps) {
  return (
    <Around {...{ id, label, hint, error }}>
      <textarea
        ref={area}
        className="input"
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        {...described({ id, hint, error })}
        {...rest}
      />
    </Around>
  )
}

type Description = { id: string; hint: string | undefined; error: string | undefined }

function Around({ id, label, hint, error, children }: Description & { label: string; children: ReactNode }) {
  return (
    <div className={error === undefined ? 'field' : 'field invalid'}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {children}
    </div>
  )
}

/** Hint first, then error, as they are read on the page. */
export function described({ id, hint, error }: Description) {
  const ids = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter(Boolean)
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  }
}
