import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { project } from '#db/project.ts'
import { recordText } from '#db/record-text.ts'
import type { BookRequestRow } from '#db/view-row.ts'

import { appendOf, booked, edited, newStory } from '../setup/history.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let house: TestDatabase
beforeAll(async () => {
  house = await createTestDatabase()
})
afterAll(() => house.drop())

const read = async (row: BookRequestRow) => {
  const text = 'select to_jsonb($1::text::book_request_row) as row'
  const { rows } = await house.archive.database.pool.query<{ row: object }>(text, [recordText(row)])
  return rows[0]?.row
}

const instant = (text: unknown) => (typeof text === 'string' ? new Date(text).getTime() : text)

test('every column of the table is given, in its place', async () => {
  const { after } = appendOf(newStory(house.archive), [booked('Zoé', 'L’Hermitte'), edited('Un « mot ».')])
  const row = project(after)
  const told = await read(row)
  const { requested_at, updated_at, waiting_since, ...rest } = row
  expect(told).toMatchObject(rest)
  expect(Object.keys(told ?? {}).sort()).toEqual(Object.keys(row).sort())
  const times = told as Record<string, unknown>
  expect([times['requested_at'], times['updated_at'], times['waiting_since']].map(instant)).toEqual(
    [requested_at, updated_at, waiting_since].map(instant),
  )
})

test('the type of a row has the columns of the view', async () => {
  const { rows } = await house.archive.database.pool.query<{ columns: string[] }>(
    `select array_agg(attname::text order by attnum) as columns from pg_attribute
      where attrelid in ('book_requests'::regclass, 'book_request_row'::regclass) and attnum > 0 group by attrelid`,
  )
  expect(rows[0]?.columns).toEqual(rows[1]?.columns)
})

test.each(['', ' ', ',', '(', ')', '"', '\\', '\\"', 'a"b\\c,(d)', 'NULL', '\n\t', '{"a": 1}', 'é ✨ \u2028'])(
  'a text reads back as it was: %j',
  async (text) => {
    const base = project(appendOf(newStory(house.archive), [booked(), edited('x')]).after)
    const script = { accueil: text, portrait: text, elan: '', annee: '', cloture: '' }
    const row = { ...base, id: randomUUID(), theme: text, last_name: text, script, films: { [text]: text } }
    expect(await read(row)).toMatchObject({ theme: text, last_name: text, script, films: { [text]: text } })
  },
)
