import type { Away } from './away.ts'
import { longDateTime } from './dates.ts'
import type { DraftAnswer } from './draft-door.ts'
import type { KeptDraft } from './kept-draft.ts'
import type { FactShown } from './told-fact.ts'
import { fr } from './typography.ts'

export type SaveStateProps = {
  draft: Pick<KeptDraft, 'saving' | 'dirty'> & { autosave: Pick<KeptDraft['autosave'], 'answer' | 'underWay'> }
  facts: readonly FactShown[]
  now: string
}

/** One quiet line beside the buttons: what becomes of the text. It is always there, so that its changes are read out. */
export function SaveState(props: SaveStateProps) {
  return (
    <p className="small soft" role="status">
      {saveState(props)}
    </p>
  )
}

function saveState({ draft: { saving, dirty, autosave }, facts, now }: SaveStateProps): string {
  if (saving) return 'Enregistrement…'
  if (dirty && autosave.answer !== null) return answered(autosave.answer, now)
  if (dirty) return autosave.underWay ? 'Enregistrement…' : 'Corrections non enregistrées.'
  const last = facts.findLast(({ type }) => type === 'ScriptEdited' || type === 'ScriptGenerated')
  return last?.type === 'ScriptEdited' ? `Enregistré ${moment(last.recordedAt, now)}.` : ''
}

function answered(answer: DraftAnswer, now: string): string {
  switch (answer.tag) {
    case 'saved':
      return `Brouillon enregistré ${moment(answer.savedAt, now)}.`
    case 'conflict':
      return fr`${answer.by} a changé ce texte entre-temps. Votre brouillon est gardé : à l'enregistrement, vous verrez les deux textes.`
    case 'refused':
      return fr`Votre brouillon est gardé. ${answer.sentence}`
    case 'signedOut':
      return fr`Votre session est terminée : votre texte est gardé dans ce navigateur. Pour continuer, connectez-vous dans un autre onglet.`
    case 'stale':
      return fr`Le site refuse ce brouillon : votre texte est gardé dans ce navigateur. Rechargez la page pour le reprendre.`
    case 'invalid':
      return 'Ce texte est trop long pour être enregistré. Il est gardé dans ce navigateur.'
    case 'unknown':
      return 'Cette demande n’existe plus. Votre texte est gardé dans ce navigateur.'
    case 'away':
      return away[answer.away]
  }
}

const away: Record<Away, string> = {
  line: fr`Hors ligne : votre texte est gardé dans ce navigateur.`,
  house: fr`Le site ne répond pas : votre texte est gardé dans ce navigateur.`,
}

/** « à 13 h 02 » today, « le 22 novembre 2026 à 13 h 02 » on another day. */
function moment(iso: string, now: string): string {
  const [day = '', time = ''] = longDateTime(iso).split(' à ')
  return longDateTime(now).startsWith(day) ? `à ${time}` : `le ${day} à ${time}`
}
