/** What the played model answers: JSON of the schema asked for; a spoken script where the schema is that of one. */
import { isObject, type JsonObject } from '../answers.ts'
import { findSubject } from './person.ts'
import { sampleOf } from './plain-schema.ts'
import type { ModelRequest } from './request.ts'
import { sectionKeys, spokenScript } from './spoken-script.ts'

/** A pure function of the request. */
export function answerText(request: ModelRequest): string {
  const subject = findSubject(request.input) ?? findSubject(request.asked)
  const sample = sampleOf(request.schema)
  if (subject === null || !isObject(sample)) return JSON.stringify(sample)
  if (isScript(sample)) return JSON.stringify({ ...sample, ...spokenScript(subject, request.asked) })
  const nested = Object.entries(sample).find(([, value]) => isObject(value) && isScript(value))
  if (nested === undefined) return JSON.stringify(sample)
  const [key, value] = nested
  return JSON.stringify({ ...sample, [key]: { ...(value as JsonObject), ...spokenScript(subject, request.asked) } })
}

const isScript = (sample: JsonObject) => sectionKeys.every((key) => typeof sample[key] === 'string')
