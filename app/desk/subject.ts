/** Whom a script is about: what the desk knows of a person from their request, and what of it may be used. */
import type { Fact } from '#events/facts.ts'
import type { LintSubject } from '#events/lint/finding.ts'
import type { MemoryKind } from '#events/memories.ts'
import { parseIsoDate } from '#events/numerology/birth-date.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import type { NumberSheet } from '#events/numerology/sheet-schema.ts'

import { dayInParis } from './paris-day.ts'
import type { Memory } from './desk.ts'

type Request = Extract<Fact, { type: 'BookRequested' }>
/** Once erased, what was personal is null whatever the schema says. */
type Booked = { [K in keyof Request['data']]: Request['data'][K] | null }

export function bookedIn(facts: readonly Fact[]): Booked {
  const first = facts[0]
  if (first?.type !== 'BookRequested') throw new Error('a request begins with BookRequested')
  return first.data
}

/** As recorded; for a request from before there were sheets, worked out again for the day it was booked. */
export function sheetIn(facts: readonly Fact[]): NumberSheet | null {
  const { firstNames, lastName, birthDate, numbers } = bookedIn(facts)
  if (numbers?.sheet) return numbers.sheet
  const birth = birthDate === null ? null : parseIsoDate(birthDate)
  const on = parseIsoDate(dayInParis(Date.parse(facts[0]?.recordedAt ?? '')))
  if (firstNames === null || lastName === null || birth === null || on === null) return null
  return numberSheet({ firstNames, lastName, birthDate: birth, on, method: numbers?.lifePath.method ?? 'vertical' })
}

export function memoriesIn(facts: readonly Fact[]): Memory[] | null {
  return bookedIn(facts).memories?.map(({ kind, text }) => ({ kind, text })) ?? null
}

/** Those that an admin chose for the last writing: none until somebody chooses. */
export function chosenIn(facts: readonly Fact[]): MemoryKind[] {
  const last = facts.findLast((fact) => fact.type === 'ScriptRequested')
  return last?.type === 'ScriptRequested' ? last.data.memoryKinds : []
}

/** What of a person's own words may be used, and leave the house. */
export function chosenMemoriesIn(facts: readonly Fact[]): Memory[] {
  const chosen = chosenIn(facts)
  return (memoriesIn(facts) ?? []).filter(({ kind }) => chosen.includes(kind))
}

/** The first of the first names: the only part of a name that is spoken, or leaves the house. */
export const spokenName = (firstNames: string) => firstNames.trim().split(/\s+/u)[0] ?? ''

/** Null for an erased request: there is nobody left to write about. `spokenOnly`: for a text as a model gave it. */
export function subjectIn(facts: readonly Fact[], pausesAllowed: boolean, spokenOnly = false): LintSubject | null {
  const { firstNames } = bookedIn(facts)
  const sheet = sheetIn(facts)
  if (firstNames === null || sheet === null) return null
  const memories = chosenMemoriesIn(facts).map(({ text }) => text)
  return { firstName: spokenName(firstNames), sheet, memories, pausesAllowed, spokenOnly }
}
