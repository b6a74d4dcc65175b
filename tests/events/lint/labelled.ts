/**
 * Sentences labelled by hand. Each is put into the portrait of a good script: what must be caught has a finding of its
 * rule there, what is clean has none at all, not even a warning.
 */
import type { Finding } from '#events/lint/finding.ts'
import { lint } from '#events/lint/lint.ts'
import type { RuleCode } from '#events/lint/rules.ts'
import type { Script } from '#events/script.ts'

import { goodScript, subjects, type SubjectName } from './subjects.ts'

/** Of Ada, unless said. */
type Sentence = string | { of: SubjectName; text: string }
export type LabelledSet = { caught: Partial<Record<RuleCode, Sentence[]>>; clean: Sentence[] }

export type Labelled = { id: string; rule: string | null; of: SubjectName; text: string }

export function labelsOf(part: string, { caught, clean }: LabelledSet): Labelled[] {
  const told = (rule: string | null) => (sentence: Sentence, index: number) => ({
    id: `${part}/${rule ?? 'clean'}/${index + 1}`,
    rule,
    ...(typeof sentence === 'string' ? { of: 'ada' as const, text: sentence } : sentence),
  })
  const rules = Object.entries(caught).flatMap(([rule, sentences]) => sentences.map(told(rule)))
  return [...rules, ...clean.map(told(null))]
}

export function scriptWith({ of, text }: Labelled): Script {
  const script = goodScript(of)
  return { ...script, portrait: `${script.portrait}\n${text}` }
}

/** Findings in the labelled sentence. */
export function findingsIn(label: Labelled): Finding[] {
  const script = scriptWith(label)
  const from = script.portrait.length - label.text.length
  return lint(script, subjects[label.of]).filter(({ section, end }) => section === 'portrait' && end > from)
}

export type Measure = {
  caught: number
  toCatch: number
  falseAlarms: number
  clean: number
  recall: number
  falseAlarmRate: number
  /** What went wrong, by id, with what was found instead. */
  wrong: { id: string; text: string; found: string[] }[]
}

export function measured(labels: readonly Labelled[]): Measure {
  const judged = labels.map((label) => ({ label, found: findingsIn(label).map(({ rule }) => rule) }))
  const toCatch = judged.filter(({ label }) => label.rule !== null)
  const clean = judged.filter(({ label }) => label.rule === null)
  const missed = toCatch.filter(({ label, found }) => !found.includes(label.rule ?? ''))
  const alarms = clean.filter(({ found }) => found.length > 0)
  return {
    caught: toCatch.length - missed.length,
    toCatch: toCatch.length,
    falseAlarms: alarms.length,
    clean: clean.length,
    recall: (toCatch.length - missed.length) / Math.max(1, toCatch.length),
    falseAlarmRate: alarms.length / Math.max(1, clean.length),
    wrong: [...missed, ...alarms].map(({ label: { id, text }, found }) => ({ id, text, found })),
  }
}
