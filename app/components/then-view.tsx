import type { LifePathMethod } from '#events/numerology/sheet-schema.ts'
import type { Script } from '#events/script.ts'

import { calendarDay, duration } from './dates.ts'
import { dollars } from './money.ts'
import { methodNames } from './number-words.ts'
import { Recap } from './recap.tsx'
import { fullName } from './request-words.ts'
import { ScriptText } from './script-text.tsx'
import { frenchNumber } from './typography.ts'

export type Then = {
  person: { firstNames: string | null; lastName: string | null; birthDate: string | null }
  lifePath: { value: number; method: LifePathMethod; engineVersion: string } | null
  script: Script | null
  measure: { words: number; seconds: number } | null
  textHash: string | null
  approval: { by: string; textHash: string } | null
  videoStatus: string
  heygenVideoId: string | null
  videoUrl: string | null
  costMicroUsd: number
}

const films: Record<string, string> = {
  none: 'aucun',
  requested: 'demandé',
  submitted: 'accepté par HeyGen',
  uncertain: 'issue incertaine',
  completed: 'terminé',
  failed: 'échec',
}

/** With what it was worked out by: a setting or an engine may have changed since. */
const lifePathLine = ({ value, method, engineVersion }: NonNullable<Then['lifePath']>) =>
  `${value}, méthode ${methodNames[method]}, moteur ${engineVersion}`

/** The request as it was at the step looked at. */
export function ThenView({ then }: { then: Then }) {
  const { person, lifePath, script, measure, textHash, approval } = then
  return (
    <section className="lead" aria-labelledby="then-title">
      <h2 id="then-title">La demande à cet instant</h2>
      <Recap
        rows={[
          { term: 'Personne', value: fullName(person) },
          { term: 'Naissance', value: person.birthDate === null ? 'effacée' : calendarDay(person.birthDate) },
          { term: 'Chemin de vie', value: lifePath === null ? 'effacé' : lifePathLine(lifePath) },
          {
            term: 'Script',
            value: measure ? `${frenchNumber(measure.words)} mots, environ ${duration(measure.seconds)}` : 'aucun',
          },
          { term: 'Empreinte du texte', value: textHash === null ? 'aucune' : <code>{textHash}</code> },
          { term: 'Validation', value: approval ? `par ${approval.by}` : 'aucune' },
          { term: 'Film', value: films[then.videoStatus] ?? then.videoStatus },
          { term: 'Vidéo HeyGen', value: then.heygenVideoId === null ? 'aucune' : <code>{then.heygenVideoId}</code> },
          { term: 'Notre copie', value: then.videoUrl === null ? 'aucune' : <code>{then.videoUrl}</code> },
          { term: 'Coût connu', value: dollars(then.costMicroUsd) },
        ]}
      />
      {script === null ? null : (
        <details>
          <summary>Lire le script de cet instant</summary>
          <ScriptText script={script} title="Script à cet instant" />
        </details>
      )}
    </section>
  )
}
