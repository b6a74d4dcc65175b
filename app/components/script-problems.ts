import { problemSentence } from './problem-sentence.ts'
import type { Refused } from './request-props.ts'
import type { ScriptProblems } from './script-editor.tsx'
import { meterId } from './script-meter.tsx'
import { sections } from './speech.ts'

type Problem = { field: string; message: string }

/** What the desk finds wrong with the script as a whole; it names a field all the same. */
const ofTheWhole = ['script_empty', 'script_too_long', 'script_not_filmable']

/** What was wrong with a form, each beside the id that the summary leads to. */
export function problemsOf(refused: Refused): Problem[] {
  if ('errors' in refused) return Object.entries(refused.errors).map(([field, message]) => ({ field, message }))
  if (!('answer' in refused) || refused.answer.tag !== 'invalid') return []
  return refused.answer.problems.map(({ field, code }) => ({
    field: ofTheWhole.includes(code) ? meterId : field,
    message: problemSentence(code),
  }))
}

/** The same, for the editor. */
export function scriptProblems(refused: Refused | null): ScriptProblems {
  const problems = refused === null ? [] : problemsOf(refused)
  const at = (id: string) => problems.find(({ field }) => field === id)?.message
  const found = [...sections.map(({ key }) => [key, at(`script.${key}`)]), ['whole', at(meterId)]]
  return Object.fromEntries(found.filter(([, message]) => message !== undefined)) as ScriptProblems
}
