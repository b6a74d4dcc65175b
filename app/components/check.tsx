import type { ReactNode } from 'react'

import { FieldError } from './field-error.tsx'

export type CheckProps = {
  name: string
  children: ReactNode
  id?: string
  checked?: boolean
  required?: boolean
  error?: string | undefined
}

/** A box to tick, never ticked for the person. It submits `<name>=yes`. */
export function Check({ name, children, id = name, checked = false, required = false, error }: CheckProps) {
  const wrong = error !== undefined
  return (
    <div className={wrong ? 'field wide invalid' : 'field wide'}>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <label className="check" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={checked}
          required={required}
          {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
