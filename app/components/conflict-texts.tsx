import { useState } from 'react'

import { ConflictMerge } from './conflict-merge.tsx'
import { ConflictMine } from './conflict-mine.tsx'
import type { ConflictPageProps } from './conflict-page.tsx'
import { KeepSaved } from './conflict-ways.tsx'
import { sameText } from './draft-text.ts'
import type { KeptDraft } from './kept-draft.ts'
import { ScriptDiff } from './script-diff.tsx'

export type ConflictTextsProps = ConflictPageProps & { draft: KeptDraft }

/** A text that came too late. Three texts are shown only where two people changed the one they both began with. */
export function ConflictTexts(props: ConflictTextsProps) {
  const { conflict, draft, mayEdit } = props
  const { base, merge, current } = conflict
  // As it was sent: from here on the draft follows what is typed into the merged text.
  const [mine] = useState(draft.typed)
  const saved = current.script
  const texts = saved === null || base === null || merge === null ? null : { base, mine, saved, merge }
  const typedNothing = base !== null && sameText(mine, base)
  const savedAlready = saved !== null && sameText(mine, saved)
  if (typedNothing || savedAlready) {
    return (
      <section className="lead" aria-labelledby="change-title">
        <h2 id="change-title">Ce qui a changé dans le texte</h2>
        {saved === null ? null : <ScriptDiff before={base ?? saved} after={saved} />}
        {savedAlready ? <p>Le texte enregistré est celui que vous avez envoyé, mot pour mot.</p> : null}
        <KeepSaved {...props} label="Revenir à la demande" />
      </section>
    )
  }
  if (texts === null || !mayEdit || sameText(texts.saved, texts.base)) return <ConflictMine {...props} mine={mine} />
  return <ConflictMerge {...props} texts={texts} />
}
