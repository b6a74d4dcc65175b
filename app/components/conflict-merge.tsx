import { Form } from '@remix-run/react'
import { useState, type FormEvent } from 'react'

import type { Script } from '#events/script.ts'

import { Button } from './button.tsx'
import { clashesIn } from './clashes.ts'
import { consequence } from './conflict-mine.tsx'
import type { ConflictTextsProps } from './conflict-texts.tsx'
import { KeepMine, KeepSaved, seenIn } from './conflict-ways.tsx'
import { Hidden } from './hidden.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { MergedSection, type Texts } from './merged-section.tsx'
import { Notice } from './notice.tsx'
import { ScriptText } from './script-text.tsx'
import { sections } from './speech.ts'
import { counted } from './typography.ts'

/** Yours, the saved one, and both brought together in fields: section by section, where yours and the saved one differ. */
export function ConflictMerge({ texts, ...props }: ConflictTextsProps & { texts: Texts }) {
  const { conflict, draft, requestUrl, children } = props
  const [merged, setMerged] = useState(texts.merge.script)
  const follow = (event: FormEvent<HTMLFormElement>) => {
    draft.onInput(event)
    const { name, value } = event.target as HTMLTextAreaElement
    setMerged((now) => ({ ...now, [name.replace('script.', '')]: value }))
  }
  return (
    <>
      <section className="lead" aria-labelledby="merge-title">
        <h2 id="merge-title">Vos deux textes, et leur fusion</h2>
        <Clashes by={conflict.by} begun={texts.merge.clashes} />
        <LeaveGuard unsaved={draft.unsafe} save={draft.autosave} />
        <Form
          className="merge"
          method="post"
          action={requestUrl}
          autoComplete="off"
          ref={draft.form}
          onInput={follow}
          onSubmit={draft.onSubmit}
        >
          {children}
          <Hidden fields={{ ...seenIn(conflict), merged: 1 }} />
          {sections.map((section) => (
            <MergedSection key={section.key} section={section} texts={texts} now={merged[section.key]} />
          ))}
          <div className="decision">
            <div className="row">
              <Button kind="primary" name="intent" value="editScript">
                Enregistrer la fusion
              </Button>
            </div>
            <p className="small soft">
              {stillOpen(merged)} {consequence(conflict.current, 'la fusion')}
            </p>
          </div>
        </Form>
      </section>
      <section className="lead" aria-label="Sans la fusion">
        <div className="row">
          <KeepMine {...props} mine={texts.mine} />
          <KeepSaved {...props} label="Garder la version enregistrée" />
        </div>
        <p className="small soft">
          Garder votre texte le met à la place de l’autre, qui reste parmi les versions. Garder la version enregistrée
          abandonne le vôtre.
        </p>
      </section>
      <details>
        <summary>Lire en entier la version enregistrée</summary>
        <ScriptText script={texts.saved} title="Le texte enregistré" />
      </details>
    </>
  )
}

function Clashes({ by, begun }: { by: string; begun: number }) {
  if (begun === 0)
    return (
      <p className="prose">Vos changements et ceux de la version enregistrée se complètent. Relisez leur fusion.</p>
    )
  return (
    <Notice tone="orange" title={`${counted(begun, 'passage à trancher', 'passages à trancher')}, entre ⟦ et ⟧`}>
      <p>
        Là, vous avez changé les mêmes mots que {by}. La fusion contient les deux, les vôtres d’abord. Gardez ce qu’il
        faut, et effacez les crochets.
      </p>
    </Notice>
  )
}

function stillOpen(merged: Script): string {
  const open = sections.reduce((sum, { key }) => sum + clashesIn(merged[key]), 0)
  if (open === 0) return ''
  return `Il reste ${counted(open, 'passage à trancher', 'passages à trancher')}. Vous pouvez enregistrer, mais pas valider tant qu’un crochet reste dans le texte.`
}
