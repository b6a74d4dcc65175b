import { useState } from 'react'

import veil from './player-veil.svg?no-inline'
import { fr } from './typography.ts'

export type PlayerProps = {
  /** Our own copy, never HeyGen's link. */
  src: string
  firstName: string | null
  lifePath: { value: number } | null
}

/**
 * The film. Its poster is live SVG text behind the element: an image could carry the person's number and name only by a
 * `data:` address, which the CSP refuses. The `poster` itself is a clear pane, without which Chrome paints grey. The
 * drawing goes once the film has begun.
 */
export function Player({ src, firstName, lifePath }: PlayerProps) {
  const [begun, setBegun] = useState(false)
  return (
    <section className="lead" aria-labelledby="player-title">
      <h2 id="player-title">Vidéo</h2>
      <div className="screen">
        {begun ? null : <Poster number={lifePath?.value ?? null} name={firstName} />}
        <video
          controls
          preload="none"
          width={1280}
          height={720}
          src={src}
          poster={veil}
          onPlay={() => setBegun(true)}
        />
      </div>
      <p className="small soft">
        {fr`Vidéo réalisée avec l'aide d'une intelligence artificielle : le texte a été rédigé par une IA puis relu par notre équipe, et la personne à l'écran est un avatar numérique.`}
      </p>
      <p className="small">
        <a href={src} download>
          Télécharger la vidéo (MP4)
        </a>
      </p>
    </section>
  )
}

function Poster({ number, name }: { number: number | null; name: string | null }) {
  return (
    <svg className="poster-art" viewBox="0 0 1280 720" aria-hidden="true">
      <path className="poster-rule" d="M434 0v720" />
      <text className="poster-number" x="374" y="470" textAnchor="end">
        {number}
      </text>
      <text className="poster-name" x="494" y="215">
        {name?.split(' ')[0]}
      </text>
    </svg>
  )
}
