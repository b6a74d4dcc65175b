/** Drafts: what is typed is kept for whoever types it, and is no fact. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Script } from '#events/script.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { another, approve, by, done, draft, factsOf, launch, pageOf, script, seen } from './requests.ts'

let house: TestDesk
beforeAll(async () => {
  house = await createTestDesk()
})
afterAll(() => house.close())

const typed: Script = { ...script, elan: 'Je tape encore' }
const save = async (requestId: string, text = typed, who: 'admin' | 'second' = 'admin', at?: { version: number }) =>
  house.desk.saveDraft({
    ...{ requestId, actor: house.actors[who], script: text },
    seen: at ?? (await seen(house, requestId)),
  })
const draftOf = async (requestId: string, who: 'admin' | 'second' | 'auditor' = 'admin') =>
  (await house.desk.findRequest(requestId, house.actors[who]))?.draft

it('is kept for its writer alone, sealed, and is no fact', async () => {
  const requestId = await draft(house)
  const before = (await factsOf(house, requestId)).length
  expect(await save(requestId)).toMatchObject({
    tag: 'saved',
    savedAt: expect.any(String),
    findings: expect.any(Array),
  })
  expect((await draftOf(requestId))?.script).toEqual(typed)
  expect([await draftOf(requestId, 'second'), await draftOf(requestId, 'auditor')]).toEqual([null, null])
  expect((await factsOf(house, requestId)).length).toBe(before)
  const { rows } = await sql<{ row: string }>`select script_drafts::text as row from script_drafts`.execute(
    house.database.archive.database.kysely,
  )
  expect(rows.map(({ row }) => row).join()).not.toMatch(/Je tape|Zoé/)
})

it('tells the findings of what was typed', async () => {
  const requestId = await draft(house)
  const answer = await save(requestId, { ...script, elan: 'Il vous reste 3 jours.' })
  expect(answer).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ rule: 'digits' })]) })
})

it('the same text as the stored one is no draft', async () => {
  const requestId = await draft(house)
  await save(requestId)
  await save(requestId, script)
  expect(await draftOf(requestId)).toBe(null)
})

it('a sentence that has moved into another section is a draft, though the whole reads the same', async () => {
  const requestId = await draft(house)
  const moved = { ...script, portrait: `${script.portrait}\n\n${script.elan}`, elan: '' }
  await save(requestId, moved)
  expect((await draftOf(requestId))?.script).toEqual(moved)
})

it('is gone once it is saved, approved, or given up', async () => {
  const requestId = await draft(house)
  await save(requestId)
  done(await house.desk.editScript(by(house), { requestId, script: typed, seen: await seen(house, requestId) }))
  expect(await draftOf(requestId)).toBe(null)
  await save(requestId, another)
  await approve(house, requestId)
  expect(await draftOf(requestId)).toBe(null)
  const other = await draft(house)
  await save(other)
  await house.desk.dropDraft({ requestId: other, actor: house.actors.admin })
  expect(await draftOf(other)).toBe(null)
})

it('a form that is sent again takes away nothing that was typed since', async () => {
  const requestId = await draft(house)
  const [command, before] = [by(house), await seen(house, requestId)]
  const order = { requestId, script: another, seen: before }
  done(await house.desk.editScript(command, order))
  await save(requestId, typed)
  done(await house.desk.editScript(command, order))
  expect((await draftOf(requestId))?.script).toEqual(typed)
})

it('saved as it was stored already, nothing is left of it', async () => {
  const requestId = await draft(house)
  await save(requestId)
  done(await house.desk.editScript(by(house), { requestId, script, seen: await seen(house, requestId) }))
  expect(await draftOf(requestId)).toBe(null)
})

it('on a text that somebody else changed: a conflict is told, and the draft is kept all the same', async () => {
  const requestId = await draft(house)
  const before = await seen(house, requestId)
  done(await house.desk.editScript(by(house, 'second'), { requestId, script: another, seen: before }))
  expect(await save(requestId, typed, 'admin', before)).toMatchObject({
    tag: 'conflict',
    conflict: { by: 'Hugo Vasseur', base: script, merge: { clashes: expect.any(Number) } },
  })
  expect(await draftOf(requestId)).toMatchObject({ version: before.version, script: typed })
})

it('while a film is made no text is taken; what was typed is kept', async () => {
  const requestId = await approve(house)
  const before = await seen(house, requestId)
  await launch(house, requestId)
  expect(await save(requestId, typed, 'admin', before)).toEqual({ tag: 'refused', code: 'video_open' })
  expect((await draftOf(requestId))?.script).toEqual(typed)
})

it('of a request that is not there, or was erased, nothing is kept', async () => {
  expect(await save('nothing', typed, 'admin', { version: 1 })).toEqual({ tag: 'unknown' })
  expect(await save('6f1c0000-0000-4000-8000-000000000000', typed, 'admin', { version: 1 })).toEqual({ tag: 'unknown' })
  const requestId = await draft(house)
  await save(requestId)
  await sql`update request_keys set wrapped_key = null, destroyed_at = now() where stream = ${`book_request-${requestId}`}`.execute(
    house.database.archive.database.kysely,
  )
  expect(await draftOf(requestId)).toBe(null)
  expect(await save(requestId)).toEqual({ tag: 'unknown' })
  expect((await pageOf(house, requestId)).findings).toEqual([])
})

it('one that nobody came back to goes after thirty days', async () => {
  const requestId = await draft(house)
  await save(requestId)
  house.time.ahead += 29 * 24 * 3_600_000
  await house.night.reconcile()
  expect(await draftOf(requestId)).not.toBe(null)
  house.time.ahead += 2 * 24 * 3_600_000
  await house.night.reconcile()
  expect(await draftOf(requestId)).toBe(null)
})
