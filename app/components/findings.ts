/** What the linter says of the text in the editor, and whether it still speaks of the words that stand there. */
import type { Finding } from '#events/lint/finding.ts'
import type { Script, SectionKey } from '#events/script.ts'

import { sameSection, sameText } from './draft-text.ts'
import { counted } from './typography.ts'

/** `of`: the text that was looked at. */
export type Checked = { findings: readonly Finding[]; of: Script }

/** The page and the autosave each tell what they know: what was said of this very text wins, then what was said last. */
export function freshest(typed: Script, told: Checked, own: Checked | null): Checked {
  if (own === null || sameText(own.of, typed)) return own ?? told
  return sameText(told.of, typed) ? told : own
}

/** Somebody has typed there since. */
export function isOutdated({ of }: Checked, typed: Script, section: SectionKey | null): boolean {
  return section === null ? !sameText(of, typed) : !sameSection(of[section], typed[section])
}

export const isBlocking = ({ severity }: Finding): boolean => severity === 'block'

/** The button of a fix names it to the desk. */
export const fixName = ({ rule, section, start }: Finding): string => `${rule}@${section ?? ''}:${start}`

/** « 2 points bloquants, 3 conseils »; null where there is nothing to say. */
export function findingCounts(findings: readonly Finding[]): string | null {
  const blocking = findings.filter(isBlocking).length
  const advice = findings.length - blocking
  const parts = [
    blocking > 0 ? counted(blocking, 'point bloquant', 'points bloquants') : '',
    advice > 0 ? counted(advice, 'conseil', 'conseils') : '',
  ].filter(Boolean)
  return parts.length === 0 ? null : parts.join(', ')
}
