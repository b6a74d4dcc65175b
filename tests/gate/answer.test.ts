import { describe, expect, it } from 'vitest'

import type { Answer } from '#app/desk/desk.ts'
import { answerDoor, answerPage } from '#app/gate/answer.ts'
import { isDatabaseAway, sayWhenAway } from '#app/gate/failure.ts'

import { fakeDesk, thrownBy, thrownResponse } from './desk.ts'

const browser = new Request('http://localhost/', { headers: { Accept: 'text/html' } })
const client = new Request('http://localhost/', { headers: { Accept: 'application/json' } })
const done: Answer = { tag: 'done', requestId: 'r1', version: 4 }
const conflict = {
  seenVersion: 1,
  actualVersion: 2,
  by: 'Léa',
  fact: 'ScriptEdited',
  at: '2026-11-23T10:00:00.000Z',
  current: { status: 'drafted', script: null, textHash: null },
  ...{ base: null, merge: null },
} as const
const others: [Exclude<Answer, { tag: 'done' | 'unknown' }>, number][] = [
  [{ tag: 'refused', code: 'four_eyes', status: 'drafted' }, 409],
  [{ tag: 'conflict', conflict }, 409],
  [{ tag: 'commandReused' }, 409],
  [{ tag: 'invalid', problems: [{ field: 'email', code: 'bad' }] }, 422],
  [{ tag: 'unavailable', code: 'heygen_away' }, 503],
]

const show = ({ tag }: { tag: string }) => `Non (${tag}).`

describe('the answer of the desk', () => {
  it('done leads on with 303, or tells a client in JSON', async () => {
    const to = ({ requestId }: { requestId: string }) => `/admin/requests/${requestId}`
    const page = answerPage(browser, done, { to, typed: {}, show })
    const door = answerDoor(browser, done, { to, say: () => '' })
    for (const led of [page, door]) {
      expect(led instanceof Response && [led.status, led.headers.get('location')]).toEqual([303, '/admin/requests/r1'])
    }
    const told = answerDoor(client, done, { to, say: () => '' })
    expect([told.status, await told.json()]).toEqual([202, done])
  })

  it.each(others)('%o is shown with its status beside what was typed', async (answer, status) => {
    const shown = answerPage(browser, answer, { to: '/', typed: { title: 'Élan' }, show })
    expect(shown).toMatchObject({
      data: { answer: `Non (${answer.tag}).`, typed: { title: 'Élan' } },
      init: { status },
    })
    const page = answerDoor(browser, answer, { to: '/admin/requests/1', say: show })
    expect([page.status, await page.text()]).toEqual([status, expect.stringContaining(`Non (${answer.tag}).`)])
    const told = answerDoor(client, answer, { to: '/', say: () => '' })
    expect([told.status, await told.json()]).toEqual([status, answer])
  })

  it('unknown is a page that is not found', async () => {
    const thrown = await thrownResponse(() => answerPage(browser, { tag: 'unknown' }, { to: '/', typed: {}, show }))
    expect([thrown.status, answerDoor(client, { tag: 'unknown' }, { to: '/', say: () => '' }).status]).toEqual([
      404, 404,
    ])
  })
})

describe('a database that is away', () => {
  it.each([
    { code: 'database_away' },
    Object.assign(new Error('lost'), { code: 'database_away' }),
    { name: 'DatabaseAway' },
  ])('is recognised in %o', (error) => expect(isDatabaseAway(error)).toBe(true))
  it.each([null, 'database_away', new Error('database_away'), { code: '57P01' }])('is not what %o says', (error) =>
    expect(isDatabaseAway(error)).toBe(false),
  )

  it('becomes a 503 page at every verb of the desk, and another error stays what it is', async () => {
    const failing = (error: unknown) => sayWhenAway(fakeDesk({ readiness: () => Promise.reject(error) }), 'text/html')
    const away = await thrownResponse(() => failing({ code: 'database_away' }).readiness())
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await away.text()).toContain('Le journal ne répond pas')
    const bug = new Error('bug')
    expect(await thrownBy(() => failing(bug).readiness())).toBe(bug)
  })
})
