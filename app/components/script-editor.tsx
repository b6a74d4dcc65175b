import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { SectionKey } from '#events/script.ts'

import { Hidden } from './hidden.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { ScriptMeter } from './script-meter.tsx'
import { ScriptSection } from './script-section.tsx'
import { sections } from './speech.ts'

/** For buttons outside of the form that send it. */
export const editorForm = 'script-form'

export type ScriptProblems = Partial<Record<SectionKey | 'whole', string>>

export type ScriptEditorProps = {
  /** Where the form posts; the page itself when left out. */
  action?: string
  draft: KeptDraft
  problems?: ScriptProblems
  /** What stands in the fields can be read and copied, no more. */
  readOnly?: boolean
  /** Something to know before going on, above the fields. */
  notice?: ReactNode
  /** The decision area: buttons, hidden command id and guard token, a sentence on consequences. */
  children: ReactNode
}

/** Five texts, their measure, one decision. Posts `version`, `textHash` and `script.<section>`. */
export function ScriptEditor({ action, draft, problems = {}, readOnly = false, notice, children }: ScriptEditorProps) {
  const { opened, typed, rested, generation } = draft
  return (
    <section className="lead" aria-labelledby="script-title">
      <h2 id="script-title">Script</h2>
      <ScriptMeter script={rested} problem={problems.whole} />
      {notice}
      <LeaveGuard unsaved={draft.dirty} />
      {/* Without autofill: a browser that restores the version it saw before a reload would lie about what was seen. */}
      <Form
        id={editorForm}
        className="script"
        method="post"
        autoComplete="off"
        preventScrollReset
        ref={draft.form}
        {...(action === undefined ? {} : { action })}
        onInput={draft.onInput}
        onSubmit={draft.onSubmit}
      >
        <Hidden fields={{ version: opened.version, textHash: opened.textHash ?? '' }} />
        {sections.map(({ key, name }) => (
          <ScriptSection
            key={`${key}-${generation}`}
            section={key}
            name={name}
            opened={typed[key]}
            now={rested[key]}
            readOnly={readOnly}
            error={problems[key]}
          />
        ))}
        <div className="decision">{children}</div>
      </Form>
    </section>
  )
}
