import { existsInCalendar, toIsoDate } from '#events/numerology/birth-date.ts'
import { lifePath } from '#events/numerology/life-path.ts'

import { act } from './act.ts'
import { instant, type DeskContext } from './context.ts'
import type { Answer, Desk, FieldProblem, NewRequest } from './desk.ts'

/** The wording of the consents that the form shows; raised when a text changes. */
export const consentTextVersion = '2026-11-23'
const oldestYear = 1900

export function createBookRequest(context: DeskContext): Pick<Desk, 'bookRequest'> {
  return {
    async bookRequest({ commandId }, request) {
      const problems = problemsOf(request, instant(context.clock()).slice(0, 10))
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

/** Codes of `numerology.md` §6; `today` as an ISO date. */
function problemsOf({ birthDate }: NewRequest, today: string): FieldProblem[] {
  const problem = (field: string, code: string) => [{ field, code }]
  if (birthDate.year < 100) return problem('birthYear', 'date_annee_courte')
  if (!existsInCalendar(birthDate)) return problem('birthDay', 'date_inexistante')
  if (toIsoDate(birthDate) > today) return problem('birthYear', 'date_future')
  if (birthDate.year < oldestYear) return problem('birthYear', 'date_trop_ancienne')
  return []
}
