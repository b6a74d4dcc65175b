import { Link } from '@remix-run/react'

import { awaySentences } from './away.ts'
import { IntentButton } from './button.tsx'
import { Hidden } from './hidden.tsx'
import { Notice } from './notice.tsx'
import { newsSince, Overtaken, type OvertakenProps } from './overtaken.tsx'
import { isOfScript, type DraftedPageProps } from './request-props.ts'
import { SaveState } from './save-state.tsx'
import { ScriptEditor } from './script-editor.tsx'
import { scriptProblems } from './script-problems.ts'
import { fr } from './typography.ts'

/** The editor on its page: it stays as long as there is something in it that is stored nowhere. */
export function RequestEditor(props: DraftedPageProps) {
  const { page, refused, draft } = props
  const { request, facts, may } = page
  const fate = fateOf(props)
  return (
    <ScriptEditor
      action={`/admin/requests/${request.id}`}
      draft={draft}
      problems={scriptProblems(refused)}
      readOnly={!may.editScript}
      notice={fate === null ? null : <Overtaken news={newsSince(facts, draft.opened.version)} fate={fate} />}
    >
      {may.editScript ? <Decision {...props} /> : <WayOut {...props} />}
    </ScriptEditor>
  )
}

function fateOf({ page: { request, may }, draft }: DraftedPageProps): OvertakenProps['fate'] | null {
  if (!may.editScript) return 'locked'
  if (request.status === 'approved') return 'unapproves'
  return draft.overtaken ? 'choice' : null
}

function Decision({ page: { request, facts, may, forms, now }, refused, draft }: DraftedPageProps) {
  return (
    <>
      <Hidden fields={forms.request} />
      {refused !== null && 'away' in refused && isOfScript(refused) ? (
        <Notice tone="red" live="alert" title="Rien n’a été enregistré">
          <p>{awaySentences[refused.away]}</p>
        </Notice>
      ) : null}
      <div className="row">
        {may.approveScript ? <IntentButton intent="approveScript" kind="primary" /> : null}
        <IntentButton intent="editScript" />
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

function WayOut({ page: { request }, draft }: DraftedPageProps) {
  return (
    <p>
      <Link to={`/admin/requests/${request.id}`} onClick={draft.discard} preventScrollReset>
        Continuer sans ce texte
      </Link>
    </p>
  )
}
