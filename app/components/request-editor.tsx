import type { ReactNode } from 'react'

import { awaySentences } from './away.ts'
import { Button, IntentButton } from './button.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { freshest, type Checked } from './findings.ts'
import { Hidden } from './hidden.tsx'
import { sameText } from './draft-text.ts'
import { discarding } from './kept-draft.ts'
import { Notice } from './notice.tsx'
import { newsSince, Overtaken, type OvertakenProps } from './overtaken.tsx'
import { OverrideReason } from './override-reason.tsx'
import { isOfScript, type DraftedPageProps } from './request-props.ts'
import { SaveState } from './save-state.tsx'
import { ScriptEditor } from './script-editor.tsx'
import { scriptProblems } from './script-problems.ts'
import { blank } from './speech.ts'
import { fr } from './typography.ts'
import { TypographyButton } from './typography-button.tsx'

/** The editor on its page: it stays as long as there is something in it that is not the stored text. */
export function RequestEditor(props: DraftedPageProps) {
  const { page, refused, draft, words } = props
  const { request, facts, may } = page
  const fate = fateOf(props)
  const checked = freshest(draft.typed, toldOf(props), draft.autosave.checked)
  return (
    <ScriptEditor
      action={`/admin/requests/${request.id}`}
      draft={draft}
      problems={scriptProblems(refused)}
      {...(may.editScript ? { checked } : {})}
      comments={request.correction?.comments ?? null}
      readOnly={!may.editScript}
      notice={
        <>
          {draft.dirty ? <DraftNotice draft={draft.arrived} /> : null}
          {fate === null ? null : <Overtaken news={newsSince(facts, draft.opened.version)} fate={fate} />}
        </>
      }
    >
      <Hidden fields={page.forms.request} />
      {may.approveScript ? <OverrideReason checked={checked} refused={refused} words={words} /> : null}
      <div className="decision">
        {may.editScript ? (
          <Decision {...props} typography={<TypographyButton checked={checked} draft={draft} />} />
        ) : (
          <WayOut />
        )}
      </div>
    </ScriptEditor>
  )
}

/** What came with the page: of the text that was just refused, while it stands there; else of the one it opened with. */
function toldOf({ page: { request, draft: kept, findings }, refused, draft }: DraftedPageProps): Checked {
  const answered = refused !== null && 'answer' in refused ? refused.answer.findings : null
  const sent = refused?.typed.script ?? null
  if (answered !== null && sent !== null && sameText(sent, draft.typed)) return { findings: answered, of: sent }
  return { findings, of: kept?.script ?? request.script ?? blank }
}

function fateOf({ page: { request, may }, draft }: DraftedPageProps): OvertakenProps['fate'] | null {
  if (!may.editScript) return 'locked'
  if (request.status === 'approved') return 'unapproves'
  return draft.overtaken ? 'choice' : null
}

type DecisionProps = DraftedPageProps & { typography: ReactNode }

function Decision({ page: { request, facts, may, now }, refused, draft, typography }: DecisionProps) {
  return (
    <>
      {refused !== null && 'away' in refused && isOfScript(refused) ? (
        <Notice tone="red" live="alert" title="Rien n’a été enregistré">
          <p>{awaySentences[refused.away]}</p>
        </Notice>
      ) : null}
      <div className="row">
        {may.approveScript ? <IntentButton intent="approveScript" kind="primary" /> : null}
        <IntentButton intent="editScript" />
        {typography}
        <SaveState draft={draft} facts={facts} now={now} />
      </div>
      {request.status === 'approved' ? null : (
        <p className="small soft">
          {may.approveScript
            ? fr`Valider enregistre vos corrections et fige ce texte : toute retouche annule la validation.`
            : 'Vous pouvez aussi écrire ce script vous-même, section par section.'}
        </p>
      )}
    </>
  )
}

/** Nobody may write now: what was typed can be copied, and let go. */
function WayOut() {
  return (
    <p>
      <Button name="intent" value={discarding}>
        Continuer sans ce texte
      </Button>
    </p>
  )
}
