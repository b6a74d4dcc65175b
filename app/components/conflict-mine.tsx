import { Form } from '@remix-run/react'

import type { Script } from '#events/script.ts'

import { IntentButton } from './button.tsx'
import type { ConflictTextsProps } from './conflict-texts.tsx'
import { KeepSaved, seenIn } from './conflict-ways.tsx'
import { Hidden } from './hidden.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import type { ConflictShown } from './request-props.ts'
import { ScriptDiff } from './script-diff.tsx'
import { ScriptSection } from './script-section.tsx'
import { ScriptText } from './script-text.tsx'
import { sections } from './speech.ts'
import { fr } from './typography.ts'

/** Nobody else changed the text, or nobody may change it now: this person's text, to be saved or to be copied. */
export function ConflictMine({ mine, ...props }: ConflictTextsProps & { mine: Script }) {
  const { conflict, draft, mayEdit, requestUrl, children } = props
  const { current } = conflict
  return (
    <>
      <section className="lead" aria-labelledby="mine-title">
        <h2 id="mine-title">{current.script === null ? 'Votre texte' : 'Du texte enregistré au vôtre'}</h2>
        {current.script === null ? null : <ScriptDiff before={current.script} after={draft.rested} />}
        <LeaveGuard unsaved={draft.unsafe} save={draft.autosave} />
        <Form
          className="script"
          method="post"
          action={requestUrl}
          autoComplete="off"
          ref={draft.form}
          onInput={draft.onInput}
          onSubmit={draft.onSubmit}
        >
          {children}
          <Hidden fields={seenIn(conflict)} />
          {sections.map(({ key, name }) => (
            <ScriptSection
              key={key}
              section={key}
              name={name}
              opened={mine[key]}
              now={draft.rested[key]}
              readOnly={!mayEdit}
            />
          ))}
          <div className="decision">
            {mayEdit ? (
              <div className="row">
                <IntentButton intent="editScript" kind="primary" />
              </div>
            ) : null}
            <p className="small soft">{mayEdit ? consequence(current, 'votre texte') : locked}</p>
          </div>
        </Form>
      </section>
      {current.script === null ? null : <ScriptText script={current.script} title="Le texte enregistré" />}
      <KeepSaved {...props} label="Revenir à la demande sans mon texte" />
    </>
  )
}

const locked =
  'Dans son état actuel, la demande ne prend pas d’autre texte. Le vôtre n’est pas enregistré. Il reste ici, vous pouvez le copier.'

/** What saving does to the text that is stored, and to its approval. */
export function consequence({ status, script }: ConflictShown['current'], what: 'votre texte' | 'la fusion'): string {
  const kept = script === null ? '' : `Enregistrer met ${what} à la place du texte de la demande, qui reste au journal.`
  if (status !== 'approved') return kept
  return fr`${kept} Attention : enregistrer annule aussi la validation du script. Il faudra le valider de nouveau.`
}
