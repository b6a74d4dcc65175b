/** The versions of a text as their page shows them. Made in the loader: no browser loads a text that is not compared. */
import type { Script, SectionKey } from '#events/script.ts'

import { sameText } from './draft-text.ts'
import { failureSentence } from './failure-sentence.ts'
import { dollars } from './money.ts'
import { sectionsNamed } from './section-names.ts'
import { sections } from './speech.ts'
import { fr } from './typography.ts'

/** One text of a request; the desk's `ScriptVersion` satisfies it. */
export type VersionTold = {
  version: number
  by: string
  at: string
  script: Script | null
  words: number
  origin:
    | { kind: 'generated'; sections: SectionKey[]; instructions: string | null; costMicroUsd: number | null }
    | { kind: 'edited'; why: 'edited' | 'fixed' | 'merged' | 'restored'; restoredFrom: number | null }
    | { kind: 'incomplete'; code: string; costMicroUsd: number | null }
  approved: boolean
  current: boolean
}

export type VersionMark = 'current' | 'approved' | 'incomplete'

export type VersionShown = {
  /** The number of the step that brought it. */
  version: number
  by: string
  at: string
  /** Who wrote it, and why; with its full stop. */
  sentence: string
  /** Null once the text is erased. */
  words: number | null
  cost: string | null
  marks: VersionMark[]
  /** The step of the text listed before it; null for the first. */
  previous: number | null
  /** What taking it again would bring back; null where there is nothing to take. */
  restores: 'text' | 'beginning' | null
}

/** Takes them oldest first, as the desk tells them, and shows them newest first. */
export function showVersions(versions: readonly VersionTold[]): VersionShown[] {
  const present = versions.find(({ current }) => current)?.script ?? null
  const shown = versions.map((one, index) => ({
    ...told(one, versions.slice(0, index)),
    restores: restoredBy(one, present),
  }))
  return shown.toReversed()
}

function told(one: VersionTold, before: readonly VersionTold[]): Omit<VersionShown, 'restores'> {
  const { version, by, at, script, words, origin } = one
  const complete = before.findLast((other) => other.origin.kind !== 'incomplete')
  return {
    version,
    by: origin.kind === 'edited' ? by : 'ChatGPT',
    at,
    sentence: sentenceOf(one, complete?.script ?? null),
    words: script === null ? null : words,
    cost: 'costMicroUsd' in origin && origin.costMicroUsd !== null ? dollars(origin.costMicroUsd) : null,
    marks: marksOf(one),
    previous: before.at(-1)?.version ?? null,
  }
}

function sentenceOf({ by, origin, script }: VersionTold, before: Script | null): string {
  switch (origin.kind) {
    case 'generated':
      return `ChatGPT, ${sectionsNamed(origin.sections)}${wish(origin.instructions)}.`
    case 'incomplete':
      return incomplete(by, origin.code)
    case 'edited':
      return `${by} ${deed(origin, changed(before, script))}.`
  }
}

const wish = (instructions: string | null) =>
  instructions === null || instructions.trim() === '' ? '' : fr`, consigne : « ${instructions.trim()} »`

function incomplete(by: string, code: string): string {
  if (code === 'stopped') return `ChatGPT, incomplet. ${by} a arrêté l’écriture.`
  return `ChatGPT, incomplet. ${failureSentence({ code, mayHaveCost: false, fact: 'ScriptFailed' }).happened}`
}

function deed({ why, restoredFrom }: Extract<VersionTold['origin'], { kind: 'edited' }>, what: string | null): string {
  switch (why) {
    case 'edited':
      return what === null ? 'a écrit le script' : `a retouché ${what}`
    case 'fixed':
      return `a corrigé ${what ?? 'le script'} d’après une remarque`
    case 'merged':
      return 'a fusionné son texte avec la version enregistrée'
    case 'restored':
      return `a repris le texte de l’étape ${restoredFrom ?? ''}`
  }
}

/** Null where there is nothing to compare with: the first text, or an erased one. */
function changed(before: Script | null, after: Script | null): string | null {
  if (before === null || after === null) return null
  return sectionsNamed(sections.map(({ key }) => key).filter((key) => before[key].trim() !== after[key].trim()))
}

function marksOf({ current, approved, origin }: VersionTold): VersionMark[] {
  const marks = { current, approved, incomplete: origin.kind === 'incomplete' }
  return (['current', 'approved', 'incomplete'] as const).filter((mark) => marks[mark])
}

/** Taking again what stands there already would do nothing. */
function restoredBy({ script, origin }: VersionTold, present: Script | null): VersionShown['restores'] {
  if (script === null || (present !== null && sameText(script, present))) return null
  return origin.kind === 'incomplete' ? 'beginning' : 'text'
}
