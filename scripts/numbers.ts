/**
 * `npm run numbers -- --first-names 'Ada' --last-name 'Lovelace' --birth 1815-12-10 --on 2026-11-23 --json`: a person's
 * numbers, with the working. What cannot be read is told as its code, alone on a line, and the exit code is 1; an order
 * that is none, with exit code 2.
 */
import { parseArgs } from 'node:util'

import { readBirthDate, readDay, toFrenchDate, type BirthDate } from '#events/numerology/birth-date.ts'
import { frenchSheet } from '#events/numerology/french-shape.ts'
import { nameProblem, numberSheet, type Person } from '#events/numerology/sheet.ts'
import type { LifePathMethod, NameWarning, NumberSheet } from '#events/numerology/sheet-schema.ts'
import { methodNames } from '#events/numerology/working-life-path.ts'
import { workingOf, type Working } from '#events/numerology/working.ts'

const usage = `Usage\u00a0:
  npm run numbers -- --first-names 'Ada' --last-name 'Lovelace' --birth 1815-12-10

  --first-names  tous les prénoms
  --last-name    le nom de naissance
  --birth        la date de naissance\u00a0: aaaa-mm-jj ou jj/mm/aaaa
  --on           le jour des nombres personnels, de même (sinon aujourd’hui)
  --method       vertical (sinon), horizontal ou composants
  --json         la fiche pour un programme
`

const methods = new Map<string, LifePathMethod>([
  ['vertical', 'vertical'],
  ['horizontal', 'horizontal'],
  ['composants', 'components'],
])

const warningSentences: Record<NameWarning, string> = {
  chiffre_ignore: 'un chiffre du nom n’est pas compté.',
  signe_ignore: 'un signe du nom n’est pas compté.',
}

type Order = {
  firstNames: string
  lastName: string
  birth: string
  on: string | null
  method: LifePathMethod
  json: boolean
}

const order = readOrder(process.argv.slice(2))
if (order === null) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  const { text, exitCode } = answer(order, todayInParis())
  process.stdout.write(`${text}\n`)
  process.exitCode = exitCode
}

/** Null where an option is missing or unknown. */
function readOrder(args: string[]): Order | null {
  const values = optionsOf(args)
  if (!values) return null
  const { 'first-names': firstNames, 'last-name': lastName, birth, on = null, json = false } = values
  const method = methods.get(values.method ?? 'vertical')
  if (firstNames === undefined || lastName === undefined || birth === undefined || !method) return null
  return { firstNames, lastName, birth, on, method, json }
}

function optionsOf(args: string[]) {
  const type = 'string' as const
  const options = {
    ...{ 'first-names': { type }, 'last-name': { type }, birth: { type }, on: { type }, method: { type } },
    json: { type: 'boolean' as const },
  }
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

function answer(
  { firstNames, lastName, method, ...order }: Order,
  today: BirthDate,
): { text: string; exitCode: 0 | 1 } {
  const refused = nameProblem({ firstNames, lastName })
  if (refused !== null) return { text: refused, exitCode: 1 }
  const birth = readBirthDate(order.birth, today)
  if (!birth.ok) return { text: birth.code, exitCode: 1 }
  const on = order.on === null ? { ok: true as const, date: today } : readDay(order.on)
  if (!on.ok) return { text: on.code, exitCode: 1 }
  const person = { firstNames, lastName, birthDate: birth.date }
  const sheet = numberSheet({ ...person, on: on.date, method })
  return { text: order.json ? JSON.stringify(frenchSheet(sheet), null, 2) : readable(sheet, person), exitCode: 0 }
}

function readable(sheet: NumberSheet, person: Person): string {
  const head = [
    `${person.firstNames} ${person.lastName}, ${toFrenchDate(person.birthDate)}`,
    `Chemin de vie\u00a0: méthode ${methodNames[sheet.method]}. Version du calcul\u00a0: ${sheet.engineVersion}.`,
    ...(sheet.oldDate ? ['Attention\u00a0: date ancienne.'] : []),
    ...sheet.warnings.map((warning) => `Attention\u00a0: ${warningSentences[warning]}`),
  ]
  return [...head, ...workingOf(sheet, person).map(paragraph)].join('\n')
}

function paragraph({ name, value, lines, note }: Working): string {
  return [`\n${name}\u00a0: ${value}`, ...[...lines, ...(note === null ? [] : [note])].map((line) => `  ${line}`)].join(
    '\n',
  )
}

/** The calendar day of the house, whatever the machine's own time zone. */
function todayInParis(): BirthDate {
  const form = { timeZone: 'Europe/Paris', year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const parts = new Intl.DateTimeFormat('en-GB', form).formatToParts(Date.now())
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}
