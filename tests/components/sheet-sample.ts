/** Pages of requests for their margin: the sheet of anybody's numbers, and that of nobody any more. */
import { parseIsoDate } from '#events/numerology/birth-date.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import { workingOf } from '#events/numerology/working.ts'

import type { RequestPageProps } from '#app/components/request-props.ts'

import { requestPage } from './request-sample.ts'

/** A page about somebody whose numbers have a history with other pages. */
export function pageOf({
  firstNames,
  lastName,
  born,
}: {
  firstNames: string
  lastName: string
  born: string
}): RequestPageProps['page'] {
  const birthDate = parseIsoDate(born)
  const on = parseIsoDate('2026-11-23')
  if (!birthDate || !on) throw new Error(`${born} is no date`)
  const person = { firstNames, lastName, birthDate }
  const sheet = numberSheet({ ...person, on })
  const { request, ...page } = requestPage({ status: 'requested', may: [], empty: true })
  return {
    ...page,
    request: {
      ...request,
      person: { ...request.person, firstNames, lastName, birthDate: born },
      lifePath: sheet.lifePath.vertical,
      sheet,
    },
    working: workingOf(sheet, person),
  }
}

export function erasedPage(): RequestPageProps['page'] {
  const { request, ...page } = requestPage({ status: 'declined', may: [], empty: true })
  const gone = { firstNames: null, lastName: null, birthDate: null, email: null, theme: null, memories: null }
  return { ...page, request: { ...request, person: gone, lifePath: null, sheet: null }, working: [] }
}
