import { Button } from './button.tsx'
import type { Checked } from './findings.ts'
import type { KeptDraft } from './kept-draft.ts'
import { mend } from './text-place.ts'
import { useAlive } from './use-alive.ts'

/** French spacing for all sections at once: in the fields where there is JavaScript, else by the desk, which saves it. */
export function TypographyButton({ checked, draft }: { checked: Checked; draft: KeptDraft }) {
  const alive = useAlive()
  const wrong = checked.findings.filter(({ rule, fix }) => rule === 'typography' && fix !== null)
  if (wrong.length === 0) return null
  return (
    <Button
      kind="plain"
      name="fix"
      value="typography"
      onClick={(event) => {
        if (!alive) return
        event.preventDefault()
        const { currentTarget } = event
        const before = window.scrollY
        wrong.forEach((finding) => mend(finding))
        currentTarget.focus({ preventScroll: true })
        window.scrollTo({ top: before, behavior: 'instant' })
        draft.autosave.flushAfter()
      }}
    >
      Corriger la typographie
    </Button>
  )
}
