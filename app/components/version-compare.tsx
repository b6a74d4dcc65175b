import { Form } from '@remix-run/react'

import type { Script } from '#events/script.ts'

import { Button } from './button.tsx'
import { shortDateTime } from './dates.ts'
import { ScriptDiff } from './script-diff.tsx'
import { ScriptText } from './script-text.tsx'
import { SelectField } from './select-field.tsx'
import type { VersionShown } from './told-version.ts'

export type Compared = Record<'from' | 'to', { version: number; script: Script | null }>

type VersionCompareProps = { versions: readonly VersionShown[]; requestUrl: string; compared: Compared }

const place = 'compare'

/** The address where two versions stand side by side; it works as a bookmark. */
export const compareHref = (requestUrl: string, from: number, to: number) =>
  `${requestUrl}/versions?from=${from}&to=${to}#${place}`

/** What changed from any version to any other, word by word. */
export function VersionCompare({ versions, requestUrl, compared: { from, to } }: VersionCompareProps) {
  const options = versions.map(({ version, by, at }) => ({
    value: String(version),
    label: `Étape ${version}, ${by}, ${shortDateTime(at)}`,
  }))
  const field = { from: String(from.version), to: String(to.version) }
  return (
    <section id={place} className="lead" aria-labelledby="compare-title">
      <h2 id="compare-title">Comparer deux versions</h2>
      <Form className="compare" method="get" action={`${requestUrl}/versions#${place}`} preventScrollReset>
        <SelectField key={`from-${field.from}`} name="from" label="De" options={options} value={field.from} />
        <SelectField key={`to-${field.to}`} name="to" label="À" options={options} value={field.to} />
        <Button>Comparer</Button>
      </Form>
      <p className="soft" role="status">
        De l’étape {from.version} à l’étape {to.version}.
      </p>
      <Difference from={from.script} to={to} />
    </section>
  )
}

function Difference({ from, to }: { from: Script | null; to: Compared['to'] }) {
  if (from === null || to.script === null) return <p>Le texte est effacé. Il n’y a plus rien à comparer.</p>
  return (
    <>
      <ScriptDiff before={from} after={to.script} />
      <details>
        <summary>Lire en entier le texte de l’étape {to.version}</summary>
        <ScriptText script={to.script} title={`Étape ${to.version}`} />
      </details>
    </>
  )
}
