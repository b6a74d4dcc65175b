import { useEffect, useRef, useState, type FormEvent } from 'react'

import { Button } from './button.tsx'
import { editorForm } from './script-editor.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { Notice } from './notice.tsx'

/** For a form whose decision would drop what stands unsaved in the editor: it asks before it is sent. */
export function useUnsavedQuestion(draft: KeptDraft) {
  const [asked, setAsked] = useState(false)
  return {
    asks: asked && draft.dirty,
    /** Whether the submit was held back. */
    holds(event: FormEvent): boolean {
      if (!draft.dirty) return false
      const { submitter } = event.nativeEvent as SubmitEvent
      if (submitter?.dataset['without'] !== undefined) {
        draft.forsake()
        return false
      }
      event.preventDefault()
      setAsked(true)
      return true
    },
  }
}

/** Stands in the place of the button. `submits` is what the button would send. */
export function UnsavedQuestion({ submits = {} }: { submits?: { name?: string; value?: string } }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="orange" live="alert" title="Vos corrections ne sont pas enregistrées">
        <div className="row">
          <Button form={editorForm} name="intent" value="editScript">
            Enregistrer d’abord
          </Button>
          <Button data-without="" {...submits}>
            Continuer sans elles
          </Button>
        </div>
      </Notice>
    </div>
  )
}
