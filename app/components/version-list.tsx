import { Form, Link } from '@remix-run/react'

import { Button } from './button.tsx'
import { longDateTime } from './dates.ts'
import { Hidden } from './hidden.tsx'
import type { FormFields } from './request-props.ts'
import type { VersionShown } from './told-version.ts'
import { counted } from './typography.ts'
import { compareHref } from './version-compare.tsx'
import { VersionMarks } from './version-marks.tsx'

export type VersionListProps = {
  /** Newest first. */
  versions: readonly VersionShown[]
  requestUrl: string
  /** What a restore says was seen, and its guard; null for who may not restore. */
  restore: (FormFields & { version: number }) | null
}

/** One form for all rows: each row's button says which text is taken again. */
const restoreForm = 'restore-form'

/** Every text there has been: who, why, when. */
export function VersionList({ versions, requestUrl, restore }: VersionListProps) {
  return (
    <>
      {restore === null ? null : (
        <Form id={restoreForm} method="post" action={requestUrl}>
          <Hidden fields={{ ...restore, intent: 'restoreScript' }} />
        </Form>
      )}
      <ol className="versions" reversed>
        {versions.map((one) => (
          <li key={one.version}>
            <span className="n">
              <span className="hidden">Étape </span>
              {one.version}
            </span>
            <div className="version">
              <p>{one.sentence}</p>
              <About version={one} />
              <Ways version={one} requestUrl={requestUrl} mayRestore={restore !== null} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function About({ version: { at, words, cost, marks } }: { version: VersionShown }) {
  return (
    <div className="row small soft">
      <VersionMarks marks={marks} />
      <time dateTime={at}>{longDateTime(at)}</time>
      <span>{words === null ? 'Texte effacé' : counted(words, 'mot', 'mots')}</span>
      {cost === null ? null : <span>{cost}</span>}
    </div>
  )
}

type WaysProps = { version: VersionShown; requestUrl: string; mayRestore: boolean }

function Ways({ version: { version, previous, words, restores }, requestUrl, mayRestore }: WaysProps) {
  const compares = previous !== null && words !== null
  const takes = mayRestore && restores !== null
  if (!compares && !takes) return null
  return (
    <div className="row small">
      {compares ? (
        <Link to={compareHref(requestUrl, previous, version)} preventScrollReset>
          Ce qui a changé<span className="hidden"> à l’étape {version}</span>
        </Link>
      ) : null}
      {takes ? (
        <Button kind="link" form={restoreForm} name="restore" value={version}>
          {restores === 'beginning' ? 'Reprendre ce début' : 'Reprendre cette version'}
          <span className="hidden"> de l’étape {version}</span>
        </Button>
      ) : null}
    </div>
  )
}
