import type { Refused } from './request-props.ts'
import type { ScriptProblems } from './script-editor.tsx'
import { meterId } from './script-meter.tsx'
import { sections } from './speech.ts'
import { wholeScript } from './told-answer.ts'

type Problem = { field: string; message: string }

/** What was wrong with a form, each beside the id that the summary leads to. */
export function problemsOf(refused: Refused): Problem[] {
  if ('errors' in refused) return Object.entries(refused.errors).map(([field, message]) => ({ field, message }))
  if (!('answer' in refused)) return []
  return refused.answer.problems.map(({ field, message }) => ({
    field: field === wholeScript ? meterId : field,
    message,
  }))
}

/** The same, for the editor. */
export function scriptProblems(refused: Refused | null): ScriptProblems {
  const problems = refused === null ? [] : problemsOf(refused)
  const at = (id: string) => problems.find(({ field }) => field === id)?.message
  const found = [...sections.map(({ key }) => [key, at(`script.${key}`)]), ['whole', at(meterId)]]
  return Object.fromEntries(found.filter(([, message]) => message !== undefined)) as ScriptProblems
}
