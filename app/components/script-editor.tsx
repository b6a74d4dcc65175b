import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { Script, SectionKey } from '#events/script.ts'

import { findingCounts, isOutdated, type Checked } from './findings.ts'
import { Hidden } from './hidden.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { ScriptMeter } from './script-meter.tsx'
import { ScriptSection } from './script-section.tsx'
import { SectionFindings } from './section-findings.tsx'
import { sections } from './speech.ts'
import { fr } from './typography.ts'
import { useAlive } from './use-alive.ts'

/** For buttons outside of the form that send it. */
export const editorForm = 'script-form'

export type ScriptProblems = Partial<Record<SectionKey | 'whole', string>>

export type ScriptEditorProps = {
  /** Where the form posts; the page itself when left out. */
  action?: string
  draft: KeptDraft
  problems?: ScriptProblems
  checked?: Checked
  /** What somebody asked to be corrected, beside the section it is about. */
  comments?: Script | null
  /** What stands in the fields can be read and copied, no more. */
  readOnly?: boolean
  /** Something to know before going on, above the fields. */
  notice?: ReactNode
  /** The decision area: buttons, hidden command id and guard token, a sentence on consequences. */
  children: ReactNode
}

/** Five texts, their measure, what is said of them, one decision. Posts `version`, `textHash` and `script.<section>`. */
export function ScriptEditor(props: ScriptEditorProps) {
  const { action, draft, problems = {}, checked, comments, readOnly = false, notice, children } = props
  const { opened, typed, rested, generation, autosave } = draft
  const alive = useAlive()
  const counts = checked && findingCounts(checked.findings)
  const said = (section: SectionKey | null, name: string) =>
    checked === undefined ? null : (
      <SectionFindings
        id={`remark-${section ?? 'whole'}`}
        label={fr`Remarques : ${name}`}
        findings={checked.findings.filter((finding) => finding.section === section)}
        outdated={isOutdated(checked, typed, section)}
        alive={alive}
        onChange={autosave.flushAfter}
      />
    )
  return (
    <section className="lead" aria-labelledby="script-title">
      <h2 id="script-title">Script</h2>
      <ScriptMeter script={rested} problem={problems.whole} />
      {notice}
      {counts ? <p className="small">{counts}.</p> : null}
      {said(null, 'script entier')}
      <LeaveGuard unsaved={draft.unsafe} save={autosave} />
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
            pauses={alive}
            error={problems[key]}
          >
            <Comment>{comments?.[key]}</Comment>
            {said(key, name)}
          </ScriptSection>
        ))}
        {children}
      </Form>
    </section>
  )
}

function Comment({ children = '' }: { children: string | undefined }) {
  if (children.trim() === '') return null
  return (
    <p className="remark" data-tone="blue">
      <strong>{fr`Correction demandée :`}</strong> {children}
    </p>
  )
}
