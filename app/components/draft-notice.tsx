import { Button } from './button.tsx'
import { longDateTime } from './dates.ts'
import { discarding } from './kept-draft.ts'
import { Notice } from './notice.tsx'
import { editorForm } from './script-editor.tsx'
import { fr } from './typography.ts'

/** The page came with what this person had typed before, in the place of the stored text. */
export function DraftNotice({ draft }: { draft: { savedAt: string } | null }) {
  if (draft === null) return null
  return (
    <Notice tone="yellow" title={fr`Brouillon du ${longDateTime(draft.savedAt)}, non enregistré dans le script`}>
      <p>
        <Button form={editorForm} name="intent" value={discarding}>
          Revenir au texte enregistré
        </Button>
      </p>
    </Notice>
  )
}
