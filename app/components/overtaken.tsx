import { factSentence } from './fact-sentence.ts'
import { Notice } from './notice.tsx'
import type { TimelineFactShown } from './timeline.tsx'

export type OvertakenProps = {
  /** What happened that this person has not seen, oldest first. */
  news: readonly TimelineFactShown[]
  /** What becomes of the text in the fields. */
  fate: 'choice' | 'unapproves' | 'locked'
}

const fates: Record<OvertakenProps['fate'], string> = {
  choice: 'Votre texte reste ici. À l’enregistrement, vous verrez les deux textes et vous choisirez.',
  unapproves:
    'Votre texte reste ici, il n’est pas enregistré. L’enregistrer annulerait la validation. Vous verriez d’abord les deux textes.',
  locked: 'Votre texte n’est pas enregistré, et il ne peut pas l’être maintenant. Il reste ici, vous pouvez le copier.',
}

/** Somebody else, or the person's own other button, has moved the request on under a text being written. */
export function Overtaken({ news, fate }: OvertakenProps) {
  return (
    <Notice tone="orange" live="status" title="La demande a changé pendant que vous écriviez">
      {news.length === 0 ? null : <p>{news.map(factSentence).join(' ')}</p>}
      <p>{fates[fate]}</p>
    </Notice>
  )
}

/** Of everything since a version, what people did and what ChatGPT wrote. */
export function newsSince(facts: readonly TimelineFactShown[], version: number): TimelineFactShown[] {
  return facts
    .filter((fact) => fact.version > version && (fact.actor.kind === 'admin' || fact.type === 'ScriptGenerated'))
    .slice(-3)
}
