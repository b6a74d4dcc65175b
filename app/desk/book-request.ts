import { existsInCalendar, toIsoDate, type BirthDate } from '#events/numerology/birth-date.ts'
import { lifePath } from '#events/numerology/life-path.ts'

import { act } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk, FieldProblem, NewRequest } from './desk.ts'

/** The wording of the consents that the form shows; raised when a text changes. */
export const consentTextVersion = '2026-11-23'
const oldestYear = 1900
const adultAge = 18

export function createBookRequest(context: DeskContext): Pick<Desk, 'bookRequest'> {
  return {
    async bookRequest({ commandId }, request) {
      const problems = problemsOf(request, dayInParis(context.clock()))
      if (problems.length > 0) return { tag: 'invalid', problems }
      return book(context, commandId, request)
    },
  }
}

function book(context: DeskContext, commandId: string, request: NewRequest): Promise<Answer> {
  const { birthDate, consents, ...person } = request
  return act(context, {
    verb: 'bookRequest',
    requestId: context.ids(),
    command: { commandId, actor: { kind: 'customer', id: 'customer' } },
    begins: true,
    wish: () => [
      {
        type: 'BookRequested',
        data: {
          ...person,
          birthDate: toIsoDate(birthDate),
          numbers: { lifePath: lifePath(birthDate) },
          consents: { ...consents, textVersion: consentTextVersion },
        },
      },
    ],
  })
}

/** Codes of `numerology.md` §6, and no minors (`law.md` §4); `today` as an ISO date. */
function problemsOf({ firstNames, lastName, birthDate }: NewRequest, today: string): FieldProblem[] {
  const codes = [
    ['firstNames', nameProblem(firstNames)],
    ['lastName', nameProblem(lastName)],
    dateProblem(birthDate, today),
  ] as const
  return codes.flatMap(([field, code]) => (code === null ? [] : [{ field, code }]))
}

/**
 * Letters of other scripts are never guessed at (`numerology.md` §6). Letters that no script owns are none: ʼ in Oʼahu.
 * What only looks otherwise is Latin as well: full width, mathematical.
 */
function nameProblem(name: string): string | null {
  const plain = name.normalize('NFKC')
  if (/(?=\p{L})[^\p{Script=Latin}\p{Script=Common}]/u.test(plain)) return 'translitteration_requise'
  return /(?=\p{L})\p{Script=Latin}/u.test(plain) ? null : 'nom_sans_lettre'
}

function dateProblem(date: BirthDate, today: string): readonly [field: string, code: string | null] {
  if (date.year < 100) return ['birthYear', 'date_annee_courte']
  if (!existsInCalendar(date)) return ['birthDay', 'date_inexistante']
  if (toIsoDate(date) > today) return ['birthYear', 'date_future']
  if (date.year < oldestYear) return ['birthYear', 'date_trop_ancienne']
  return ['birthYear', isAdult(date, today) ? null : 'date_mineur']
}

/** As text: who was born on 29 February comes of age on 1 March of a common year. */
const isAdult = (date: BirthDate, today: string) => toIsoDate({ ...date, year: date.year + adultAge }) <= today

/** The calendar day of the house, whatever the server's own time zone. */
function dayInParis(ms: number): string {
  const parts = Object.fromEntries(parisDay.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  return toIsoDate({ year: parts['year'] ?? 0, month: parts['month'] ?? 0, day: parts['day'] ?? 0 })
}

const parisDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
