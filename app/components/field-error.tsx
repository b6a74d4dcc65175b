import { Icon } from './icon.tsx'
import { nbsp } from './typography.ts'

/** The sentence beside a field; the error summary repeats it word for word. */
export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (children === undefined) return null
  return (
    <span className="field-error" id={id}>
      <Icon name="alert" />
      <span>
        <span className="hidden">{`Erreur${nbsp}: `}</span>
        {children}
      </span>
    </span>
  )
}
