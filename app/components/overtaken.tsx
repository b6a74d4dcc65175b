import { Notice } from './notice.tsx'
import type { FactShown } from './told-fact.ts'

export type OvertakenProps = {
  /** What happened that this person has not seen, oldest first. */
  news: readonly FactShown[]
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
      {news.length === 0 ? null : <p>{news.map(({ sentence }) => sentence).join(' ')}</p>}
      <p>{fates[fate]}</p>
    </Notice>
  )
}

/** Of everything since a version, what people did and what ChatGPT wrote. */
export function newsSince(facts: readonly FactShown[], version: number): FactShown[] {
  return facts.filter((fact) => fact.version > version && (fact.byPerson || fact.type === 'ScriptGenerated')).slice(-3)
}
