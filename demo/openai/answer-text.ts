/** What the played model answers: JSON of the schema asked for; spoken sections where the schema has their names. */
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
  const script = spokenScript(subject, request.asked)
  if (sectionsIn(sample).length > 0) return JSON.stringify(filled(sample, script))
  const within = ([key, value]: [string, unknown]) => [key, isObject(value) ? filled(value, script) : value]
  return JSON.stringify(Object.fromEntries(Object.entries(sample).map(within)))
}

function filled(sample: JsonObject, script: JsonObject): JsonObject {
  return { ...sample, ...Object.fromEntries(sectionsIn(sample).map((key) => [key, script[key]])) }
}

const sectionsIn = (sample: JsonObject) => sectionKeys.filter((key) => typeof sample[key] === 'string')
