import type { ReactNode } from 'react'

/** A group of fields whose number stands in the margin. */
export function Step({ n, title, children }: { n: number; title: string; children: ReactNode }) {
  return (
    <>
      <p className="aside-start number step-number" aria-hidden="true">
        {n}
      </p>
      <fieldset className="step">
        <legend>
          <h2>{title}</h2>
        </legend>
        {children}
      </fieldset>
    </>
  )
}
