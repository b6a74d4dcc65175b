import { memo } from 'react'

import type { Script, SectionKey } from '#events/script.ts'

import { clashesIn } from './clashes.ts'
import { duration } from './dates.ts'
import { Diff } from './diff.tsx'
import { sameSection } from './draft-text.ts'
import { Hidden } from './hidden.tsx'
import { measure } from './speech.ts'
import { counted } from './typography.ts'

export type Texts = {
  /** What both people began with. */
  base: Script
  mine: Script
  saved: Script
  merge: { script: Script; clashes: number }
}

type MergedSectionProps = {
  section: { key: SectionKey; name: string }
  texts: Texts
  /** What stands in the field. */
  now: string
}

/** One section three times, the third a field; unseen where this person’s and the saved one are the same. */
export function MergedSection({ section: { key, name }, texts, now }: MergedSectionProps) {
  const [base, mine, saved] = [texts.base[key], texts.mine[key], texts.saved[key]]
  const field = `script.${key}`
  if (sameSection(mine, saved)) return <Hidden fields={{ [field]: texts.merge.script[key] }} />
  return (
    <section className="three" aria-labelledby={`three-${key}`}>
      <h3 id={`three-${key}`}>{name}</h3>
      <Side title="Votre texte" before={base.trim()} after={mine.trim()} />
      <Side title="Version enregistrée" before={base.trim()} after={saved.trim()} />
      <div className="script-section">
        <div className="bar">
          <h4>
            <label htmlFor={field}>
              Fusion<span className="hidden"> de la section {name}</span>
            </label>
          </h4>
          <Counts id={`${field}-count`} text={now} />
        </div>
        <textarea
          id={field}
          name={field}
          defaultValue={texts.merge.script[key]}
          rows={rowsFor(texts.merge.script[key])}
          aria-describedby={`${field}-count`}
        />
      </div>
    </section>
  )
}

/** Compared once: what is typed beside it changes neither. */
const Side = memo(function Side({ title, before, after }: { title: string; before: string; after: string }) {
  return (
    <div className="side">
      <h4>{title}</h4>
      <Diff before={before} after={after} />
    </div>
  )
})

function Counts({ id, text }: { id: string; text: string }) {
  const { words, seconds } = measure(text)
  const open = clashesIn(text)
  return (
    <span className="small soft" id={id}>
      {counted(words, 'mot', 'mots')} · {duration(seconds)}
      {open === 0 ? null : ` · ${open} à trancher`}
    </span>
  )
}

/** Browsers without `field-sizing` show the whole text all the same: about 34 letters a line. */
function rowsFor(text: string): number {
  return Math.max(
    4,
    text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / 34), 0),
  )
}
