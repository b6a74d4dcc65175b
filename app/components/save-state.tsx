import { longDateTime } from './dates.ts'
import type { KeptDraft } from './kept-draft.ts'
import type { FactShown } from './told-fact.ts'

export type SaveStateProps = {
  draft: Pick<KeptDraft, 'saving' | 'dirty'>
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

function saveState({ draft, facts, now }: SaveStateProps): string {
  if (draft.saving) return 'Enregistrement…'
  if (draft.dirty) return 'Corrections non enregistrées.'
  const last = facts.findLast(({ type }) => type === 'ScriptEdited' || type === 'ScriptGenerated')
  return last?.type === 'ScriptEdited' ? `Enregistré ${moment(last.recordedAt, now)}.` : ''
}

/** « à 13 h 02 » today, « le 22 novembre 2026 à 13 h 02 » on another day. */
function moment(iso: string, now: string): string {
  const [day = '', time = ''] = longDateTime(iso).split(' à ')
  return longDateTime(now).startsWith(day) ? `à ${time}` : `le ${day} à ${time}`
}
