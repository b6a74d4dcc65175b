import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { Script, SectionKey } from '#events/script.ts'

import { Hidden } from './hidden.tsx'
import { useKeptDraft } from './kept-draft.ts'
import { Notice } from './notice.tsx'
import { ScriptMeter } from './script-meter.tsx'
import { ScriptSection } from './script-section.tsx'
import { sections } from './speech.ts'

export type ScriptEditorProps = {
  /** Where the form posts; the page itself when left out. */
  action?: string
  version: number
  textHash: string | null
  script: Script
  /** What was typed before a refusal, when it is not what is stored. */
  typed?: Script | undefined
  problems?: Partial<Record<SectionKey, string>>
  /** The decision area: buttons, hidden command id and guard token, a sentence on consequences. */
  children: ReactNode
}

/** Five texts, their measure, one decision. Posts `version`, `textHash` and `script.<section>`. */
export function ScriptEditor({ action, version, textHash, script, typed, problems = {}, children }: ScriptEditorProps) {
  const draft = useKeptDraft({ version, textHash, script: typed ?? script })
  return (
    <section className="lead" aria-labelledby="script-title">
      <h2 id="script-title">Script</h2>
      <ScriptMeter script={draft.typed} />
      {draft.overtaken ? <Overtaken /> : null}
      {/* Without autofill: a browser that restores the version it saw before a reload would lie about what was seen. */}
      <Form
        className="script"
        method="post"
        autoComplete="off"
        ref={draft.form}
        {...(action === undefined ? {} : { action })}
        onInput={draft.onInput}
        onSubmit={draft.onSubmit}
      >
        <Hidden fields={{ version: draft.opened.version, textHash: draft.opened.textHash ?? '' }} />
        {sections.map(({ key, name }) => (
          <ScriptSection
            key={`${key}-${draft.opened.version}`}
            section={key}
            name={name}
            opened={draft.opened.script[key]}
            now={draft.typed[key]}
            error={problems[key]}
          />
        ))}
        <div className="decision">{children}</div>
      </Form>
    </section>
  )
}

function Overtaken() {
  return (
    <Notice tone="orange" live="status" title="La demande a changé pendant que vous écriviez">
      <p>Votre texte reste ici. À l’enregistrement, vous verrez les deux textes et vous choisirez.</p>
    </Notice>
  )
}
