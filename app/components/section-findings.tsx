import type { MouseEvent } from 'react'

import type { Finding } from '#events/lint/finding.ts'

import { Button } from './button.tsx'
import { fixName, isBlocking } from './findings.ts'
import { Icon } from './icon.tsx'
import { Spoken } from './script-text.tsx'
import { goTo, mend } from './text-place.ts'

export type SectionFindingsProps = {
  id: string
  /** For whom the list is read out. */
  label: string
  findings: readonly Finding[]
  /** The text has changed since: the next look is on its way. */
  outdated: boolean
  /** Only with JavaScript can one be led to a place, or a fix be written into the field. */
  alive: boolean
  /** Has the text looked at again at once. */
  onChange: () => void
}

/** What the linter found there: its weight in words, the sentence, the words themselves, and a fix where there is one. */
export function SectionFindings({ id, label, findings, ...rest }: SectionFindingsProps) {
  if (findings.length === 0) return null
  return (
    <ul className="remarks" aria-label={label}>
      {findings.map((finding, index) => (
        <Remark key={fixName(finding) + finding.excerpt} id={`${id}-${index}`} finding={finding} {...rest} />
      ))}
    </ul>
  )
}

type RemarkProps = Omit<SectionFindingsProps, 'label' | 'findings'> & { finding: Finding }

function Remark({ id, finding, outdated, alive, onChange }: RemarkProps) {
  const { severity, sentence, excerpt, section, fix } = finding
  const blocking = isBlocking(finding)
  const fixable = fix !== null && section !== null
  function mendHere(event: MouseEvent): void {
    event.preventDefault()
    mend(finding)
    onChange()
  }
  return (
    <li className="remark" data-tone={blocking ? 'red' : 'yellow'} data-outdated={outdated || undefined}>
      <p className="verdict">
        <Icon name={blocking ? 'barred' : 'eye'} />
        {verdicts[severity]}
        {outdated ? <span className="soft">(à revoir)</span> : null}
      </p>
      <p id={id}>
        {excerpt.trim() === '' ? null : (
          <q>
            <Spoken text={shortened(excerpt)} />
          </q>
        )}{' '}
        {sentence}
      </p>
      {fixable || (alive && section !== null) ? (
        <p className="row">
          {fixable ? (
            <Button name="fix" value={fixName(finding)} aria-describedby={id} onClick={alive ? mendHere : undefined}>
              {fix.label}
            </Button>
          ) : null}
          {alive ? (
            <Button type="button" kind="link" aria-describedby={id} onClick={() => void (goTo(finding) || onChange())}>
              Aller au passage
            </Button>
          ) : null}
        </p>
      ) : null}
    </li>
  )
}

const verdicts = { block: 'Bloquant', warn: 'Conseil' } as const

const longest = 120

/** The beginning of what is long: a finding may hold a whole section. */
function shortened(excerpt: string): string {
  const words = excerpt.trim()
  return words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/u, '')} […]`
}
