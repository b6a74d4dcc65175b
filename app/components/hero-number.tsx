import type { ReactNode } from 'react'

export type HeroNumberProps = {
  value: number | string
  label: string
  note?: string | undefined
  /** When the label already says the number, it is decoration. */
  decorative?: boolean
  children?: ReactNode
}

/** The number of the page, in the margin. */
export function HeroNumber({ value, label, note, decorative = false, children }: HeroNumberProps) {
  return (
    <div className="hero-block">
      <p className="number hero" aria-hidden={decorative ? true : undefined}>
        {value}
      </p>
      <p>
        <strong>{label}</strong>
        {note === undefined ? null : (
          <>
            <br />
            <span className="small soft">{note}</span>
          </>
        )}
      </p>
      {children}
    </div>
  )
}

/** « maître » is said in words under 11, 22 and 33: colour and size alone would not tell. */
export function LifePathNumber({ lifePath }: { lifePath: { value: number; master: boolean } }) {
  return (
    <HeroNumber value={lifePath.value} label="Chemin de vie" note={lifePath.master ? 'nombre maître' : undefined} />
  )
}
