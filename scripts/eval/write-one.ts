/** One script: asked for once, timed, measured and checked as the desk would. */
import type { OpenAiTelephone, ScriptOutcome } from '#app/lib/openai.ts'
import type { Finding, LintSubject } from '#events/lint/finding.ts'
import { lint } from '#events/lint/lint.ts'
import { neverFromModel } from '#events/lint/rules.ts'
import { emptyScript, measureText, scriptText, sectionKeys, type Script, type SectionKey } from '#events/script.ts'

import type { Assignment } from './assignment.ts'
import type { Result, RunFinding } from './run.ts'

type Telephone = Pick<OpenAiTelephone, 'writeScript' | 'promptHash'>
type Job = { assignment: Assignment; round: number; signal: AbortSignal }

/** Never throws: what goes wrong with one person is a result. Null where `signal` cut the call off. */
export async function writeOne(telephone: Telephone, { assignment, round, signal }: Job): Promise<Result | null> {
  const { person, order, subject } = assignment
  const about = { person: person.key, round, name: subject.firstName, promptHash: telephone.promptHash }
  const timing = { firstTextMs: null as number | null, totalMs: 0 }
  const partial: { text: Partial<Script> | null } = { text: null }
  const begun = performance.now()
  const onText = (sections: Partial<Script>) => {
    timing.firstTextMs ??= performance.now() - begun
    partial.text = sections
  }
  try {
    const outcome = await telephone.writeScript(order, { signal, onText })
    if (outcome.tag !== 'ok' && outcome.code === 'stopped') return null
    timing.totalMs = performance.now() - begun
    return { ...about, ...timing, ...billed(outcome), ...judged(outcome, subject, partial.text) }
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error)
    const broken = { outcome: 'broken', code, mayHaveCost: true, ...unbilled, ...unwritten, partial: partial.text }
    return { ...about, ...timing, totalMs: performance.now() - begun, ...broken }
  }
}

const unbilled = { usage: null, costMicroUsd: null, model: null, supportId: null }
const unwritten = { refusedBy: null, script: null, measure: null, sectionWords: null, findings: [] }

function billed(outcome: ScriptOutcome): Pick<Result, keyof typeof unbilled | 'mayHaveCost'> {
  const { usage, costMicroUsd, supportId } = outcome
  const bill = { usage, costMicroUsd, supportId }
  if (outcome.tag === 'ok') return { ...bill, model: outcome.model, mayHaveCost: true }
  return { ...bill, model: null, mayHaveCost: outcome.mayHaveCost }
}

type Judgement = Pick<Result, keyof typeof unwritten | 'outcome' | 'code' | 'partial'>

function judged(outcome: ScriptOutcome, subject: LintSubject, partial: Partial<Script> | null): Judgement {
  if (outcome.tag !== 'ok') return { outcome: outcome.tag, code: outcome.code, ...unwritten, partial }
  const script: Script = { ...emptyScript(), ...outcome.sections }
  const findings = lint(script, subject)
  const { words, characters, seconds } = measureText(scriptText(script))
  return {
    ...{ outcome: 'ok', code: null, partial: null, script, measure: { words, characters, seconds } },
    refusedBy: findings.find(({ rule }) => neverFromModel.has(rule))?.rule ?? null,
    sectionWords: wordsBySection(script),
    findings: findings.map(withoutFix),
  }
}

function wordsBySection(script: Script): Record<SectionKey, number> {
  const counts = sectionKeys.map((key) => [key, measureText(script[key]).words] as const)
  return Object.fromEntries(counts) as Record<SectionKey, number>
}

function withoutFix({ rule, severity, section, start, end, excerpt, sentence }: Finding): RunFinding {
  return { rule, severity, section, start, end, excerpt, sentence }
}
