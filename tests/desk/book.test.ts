/** Whom the house reads for: adults, whose names are written in Latin letters. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { consentTextVersion } from '#app/desk/book-request.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { lastOf, someone } from './requests.ts'

let house: TestDesk

beforeAll(async () => void (house = await createTestDesk()))
afterAll(() => house.close())

const book = (parts: Partial<typeof someone>) =>
  house.desk.bookRequest({ commandId: randomUUID() }, { ...someone, ...parts })
const problem = (field: string, code: string) => ({ tag: 'invalid', problems: [{ field, code }] })

describe('age, on the day of the request in Paris', () => {
  const born = (year: number, month: number, day: number) => ({ birthDate: { year, month, day } })
  const at = (iso: string) => void (house.time.ahead = Date.parse(iso) - Date.now())

  it.each<[string, string, ReturnType<typeof born>, boolean]>([
    ['the eve of the birthday', '2026-11-22T12:00:00Z', born(2008, 11, 23), false],
    ['the birthday', '2026-11-23T12:00:00Z', born(2008, 11, 23), true],
    ['a birthday that has begun in Paris, not in London', '2026-11-22T23:30:00Z', born(2008, 11, 23), true],
    ['a summer birthday that has begun in Paris', '2026-07-13T22:05:00Z', born(2008, 7, 14), true],
    ['a summer evening before it', '2026-07-13T21:55:00Z', born(2008, 7, 14), false],
    ['29 February, a common year later: the day before March', '2026-02-28T12:00:00Z', born(2008, 2, 29), false],
    ['29 February, a common year later: 1 March', '2026-03-01T12:00:00Z', born(2008, 2, 29), true],
    ['New Year’s Eve', '2026-12-31T22:59:00Z', born(2009, 1, 1), false],
    ['the year after it', '2026-12-31T23:01:00Z', born(2009, 1, 1), true],
    ['a child', '2026-11-23T12:00:00Z', born(2020, 5, 5), false],
    ['a newborn', '2026-11-23T12:00:00Z', born(2026, 11, 23), false],
  ])('%s', async (_, now, birth, adult) => {
    at(now)
    const answer = await book(birth)
    if (adult) expect(answer.tag).toBe('done')
    else expect(answer).toEqual(problem('birthYear', 'date_mineur'))
  })
})

describe('a name', () => {
  it.each([
    ...['O’Connor', "O'Connor", 'OʼConnor', 'Oʻahu', 'd’Aubigné', 'D´Arcy', 'L`Hermitte', 'Jean-Éric', 'Jean‑Noël'],
    ...['Łukasz', 'Ðorđe', 'Weiß', 'Ñ', 'Nguyễn', 'Éléonore'.normalize('NFD'), 'İnci', 'Þóra', 'Æsa', 'Ŋ', 'ĳ'],
    ...['Anne Marie\u00a0Zoé', 'Marie (dite Jo)', 'R2D2', 'É.', 'Ｚｏé', '𝓙𝓾𝓵𝓲𝓮', 'Zoé 😀'],
  ])('%s is one', async (name) => {
    expect([(await book({ firstNames: name })).tag, (await book({ lastName: name })).tag]).toEqual(['done', 'done'])
  })

  it.each(['😀🎉', '12345 ---', '-', '’', 'ʼ', '…', '٣', '\u0301', '(2)'])('%s has no letter', async (name) => {
    expect(await book({ firstNames: name })).toEqual(problem('firstNames', 'nom_sans_lettre'))
    expect(await book({ lastName: name })).toEqual(problem('lastName', 'nom_sans_lettre'))
  })

  it.each(['李 小龙', 'Анна', 'Νίκος', 'מרים', 'محمد', 'さくらー', 'Анна Martin', 'Zoé Ω', 'ﷺ', 'Ꮳ'])(
    '%s is asked for in Latin letters',
    async (name) => {
      expect(await book({ firstNames: name })).toEqual(problem('firstNames', 'translitteration_requise'))
    },
  )

  it('that is wrong is told beside everything else that is', async () => {
    expect(await book({ firstNames: '!', lastName: 'Ω', birthDate: { day: 30, month: 2, year: 1990 } })).toEqual({
      tag: 'invalid',
      problems: [
        { field: 'firstNames', code: 'nom_sans_lettre' },
        { field: 'lastName', code: 'translitteration_requise' },
        { field: 'birthDay', code: 'date_inexistante' },
      ],
    })
  })
})

describe('what is recorded', () => {
  it('is the sheet of the day in Paris, by the house’s method; a date before 1900 is marked', async () => {
    house.time.ahead = Date.parse('2026-12-31T23:01:00Z') - Date.now()
    const answer = await book({ birthDate: { year: 1899, month: 12, day: 31 } })
    const { data } = await lastOf(house, answer.tag === 'done' ? answer.requestId : '', 'BookRequested')
    expect(data.numbers.sheet).toMatchObject({ on: '2027-01-01', method: 'vertical', oldDate: true })
    expect(data.numbers.lifePath.value).toBe(data.numbers.sheet?.lifePath.vertical.value)
  })

  it('is each memory with its consent, and the wording that was agreed to', async () => {
    const memories = [{ kind: 'pride' as const, text: 'Un bateau réparé.' }]
    const answer = await book({ theme: 'creation', memories })
    const { data } = await lastOf(house, answer.tag === 'done' ? answer.requestId : '', 'BookRequested')
    expect(data).toMatchObject({
      theme: 'creation',
      memories: [{ ...memories[0], consent: true }],
      consents: { ai: true, start: true, textVersion: consentTextVersion },
    })
  })
})
