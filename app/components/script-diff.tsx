import type { Script } from '#events/script.ts'

import { Diff } from './diff.tsx'
import { sections } from './speech.ts'

/** What changed between two scripts, section by section; sections that stayed the same are left out. */
export function ScriptDiff({ before, after }: { before: Script; after: Script }) {
  const changed = sections.filter(({ key }) => before[key].trim() !== after[key].trim())
  if (changed.length === 0) return <p>Aucun mot n’a changé.</p>
  return (
    <>
      {changed.map(({ key, name }) => (
        <div key={key} className="lead">
          <h3>{name}</h3>
          <Diff before={before[key].trim()} after={after[key].trim()} />
        </div>
      ))}
    </>
  )
}
