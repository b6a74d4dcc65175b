import { existsInCalendar, parseIsoDate, toIsoDate, type BirthDate } from '#events/numerology/birth-date.ts'
import { readLetters } from '#events/numerology/letters.ts'
import { lifePath } from '#events/numerology/life-path.ts'
import { numberSheet } from '#events/numerology/sheet.ts'

import { act } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk, FieldProblem, NewRequest } from './desk.ts'
import { dayInParis } from './paris-day.ts'

/** The wording of the consents that the form shows; raised when a text changes. */
export const consentTextVersion = '2026-11-23.2'
const adultAge = 18

export function createBookRequest(context: DeskContext): Pick<Desk, 'bookRequest'> {
  return {
    async bookRequest({ commandId }, request) {
      const today = dayInParis(context.clock())
      const problems = problemsOf(request, today)
      if (problems.length > 0) return { tag: 'invalid', problems }
      return book(context, commandId, request, today)
    },
  }
}

function book(context: DeskContext, commandId: string, request: NewRequest, today: string): Promise<Answer> {
  const { birthDate, consents, memories, ...person } = request
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
          memories: memories.map((memory) => ({ ...memory, consent: true })),
          numbers: { lifePath: lifePath(birthDate), sheet: sheetOf(request, today) },
          consents: { ...consents, textVersion: consentTextVersion },
        },
      },
    ],
  })
}

/** The personal year is that of the day the request comes in. */
const sheetOf = ({ firstNames, lastName, birthDate }: NewRequest, today: string) =>
  numberSheet({ firstNames, lastName, birthDate, on: parseIsoDate(today) ?? birthDate })

/** Codes of `numerology.md` §6, and no minors (`law.md` §4); `today` as an ISO date. */
function problemsOf({ firstNames, lastName, birthDate }: NewRequest, today: string): FieldProblem[] {
  const codes = [
    ['firstNames', nameProblem(firstNames)],
    ['lastName', nameProblem(lastName)],
    dateProblem(birthDate, today),
  ] as const
  return codes.flatMap(([field, code]) => (code === null ? [] : [{ field, code }]))
}

/** Letters of other scripts are never guessed at (`numerology.md` §6). */
function nameProblem(name: string): string | null {
  const letters = readLetters(name)
  if (letters.ok) return null
  return letters.code === 'vide' ? 'nom_sans_lettre' : letters.code
}

function dateProblem(date: BirthDate, today: string): readonly [field: string, code: string | null] {
  if (date.year < 100) return ['birthYear', 'date_annee_courte']
  if (!existsInCalendar(date)) return ['birthDay', 'date_inexistante']
  if (toIsoDate(date) > today) return ['birthYear', 'date_future']
  return ['birthYear', isAdult(date, today) ? null : 'date_mineur']
}

/** As text: who was born on 29 February comes of age on 1 March of a common year. */
const isAdult = (date: BirthDate, today: string) => toIsoDate({ ...date, year: date.year + adultAge }) <= today
