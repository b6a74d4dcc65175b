/** The two doors that cost money: `/api/generate-script` and `/api/generate-video`. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { waitingJobs } from '../desk/clockwork.ts'
import { another, approve, book, by, draft, errand, lastOf, seen, typesOf } from '../desk/requests.ts'
import { stages } from '../desk/stages.ts'
import { signIn, type Client } from './client.ts'
import { formOf, formsOf, textOf, titleOf } from './page.ts'

const doors = { script: '/api/generate-script', video: '/api/generate-video' } as const
const json = { accept: 'application/json' }

let house: TestDesk
let web: TestWeb
let admin: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  admin = await signIn(web.port, staff.admin)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const address = (requestId: string) => `/admin/requests/${requestId}`
const order = async (requestId: string, door: keyof typeof doors) =>
  formOf((await admin.get(address(requestId))).body, { action: doors[door] }).fields
const jobsOf = async (requestId: string) =>
  (await waitingJobs(house)).filter(({ payload }) => payload['requestId'] === requestId).map(({ task }) => task)

describe('done', () => {
  it('a script: back to the request, one job, nothing called yet', async () => {
    const requestId = await book(house)
    const called = house.simulators.openai.calls().length
    const answer = await admin.post(doors.script, {
      ...(await order(requestId, 'script')),
      instructions: ' Plus court ',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, address(requestId)])
    expect((await lastOf(house, requestId, 'ScriptRequested')).data.instructions).toBe('Plus court')
    expect([await jobsOf(requestId), house.simulators.openai.calls().length]).toEqual([['write'], called])
  })

  it('a film: back to the request, one job, nothing called yet', async () => {
    const requestId = await approve(house)
    const called = house.simulators.heygen.calls().length
    const answer = await admin.post(doors.video, await order(requestId, 'video'))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, address(requestId)])
    expect([await jobsOf(requestId), house.simulators.heygen.calls().length]).toEqual([['film'], called])
  })

  it.each<[keyof typeof doors, (house: TestDesk) => Promise<string>, number]>([
    ['script', (house) => book(house), 2],
    ['video', (house) => approve(house), 4],
  ])('a %s, asked for in JSON: 202', async (door, ready, version) => {
    const requestId = await ready(house)
    const answer = await admin.post(doors[door], await order(requestId, door), json)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([202, { tag: 'done', requestId, version }])
    expect(answer.headers.get('content-type')).toContain('application/json')
  })

  it.each<[keyof typeof doors, (house: TestDesk) => Promise<string>, string]>([
    ['script', (house) => book(house), 'ScriptRequested'],
    ['video', (house) => approve(house), 'VideoRequested'],
  ])('a %s, eight times at once and once more: ordered once', async (door, ready, type) => {
    const requestId = await ready(house)
    const fields = await order(requestId, door)
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.post(doors[door], fields)))
    expect([...answers, await admin.post(doors[door], fields)].map(({ status }) => status)).toEqual(Array(9).fill(303))
    expect((await typesOf(house, requestId)).filter((one) => one === type)).toHaveLength(1)
    expect(await jobsOf(requestId)).toHaveLength(1)
  })
})

describe('refused: a whole page in French, or its data', () => {
  it.each<[string, keyof typeof doors, () => Promise<string>, string]>([
    ['a script while one is being written', 'script', () => stages.writing(house), 'ChatGPT écrit le script.'],
    ['a script of a request that is declined', 'script', () => stages.declined(house), 'Cette demande est refusée.'],
    ['a script where the film is made', 'script', () => stages.ready(house), 'Cette demande a déjà sa vidéo.'],
    ['a film without a script', 'video', () => book(house), 'Seul un script validé peut être filmé.'],
    ['a film of a text nobody approved', 'video', () => draft(house), 'Seul un script validé peut être filmé.'],
    ['a film while one is being made', 'video', () => stages.filming(house), 'Une vidéo est en production.'],
    ['a second film of one approval', 'video', () => stages.ready(house), 'Cette demande a déjà sa vidéo.'],
    [
      'a film again without accepting to pay twice',
      'video',
      () => stages.uncertain(house),
      'On ne sait pas encore si HeyGen',
    ],
  ])('409: %s', async (_, door, stage, sentence) => {
    const requestId = await stage()
    const before = await typesOf(house, requestId)
    const unseen = { ...withoutVersion(await order(await fresh(door), door)), requestId, textHash: '' }
    const page = await admin.post(doors[door], unseen)
    expect([page.status, titleOf(page.body)]).toEqual([409, 'Déjà changé'])
    expect(textOf(page.body)).toContain(sentence)
    expect(page.body).toContain(`href="${address(requestId)}"`)
    expect(page.body).toMatch(/^<!doctype html><html lang="fr"/)

    const data = await admin.post(doors[door], unseen, json)
    expect([data.status, JSON.parse(data.body)]).toMatchObject([409, { tag: 'refused' }])
    expect(await typesOf(house, requestId)).toEqual(before)
  })

  it('409: who launches what was changed since they read it is told by whom', async () => {
    const requestId = await approve(house)
    const fields = await order(requestId, 'video')
    await house.desk.editScript(by(house, 'second'), { requestId, script: another, seen: await seen(house, requestId) })
    const answer = await admin.post(doors.video, fields)
    expect(answer.status).toBe(409)
    expect(textOf(answer.body)).toContain('La demande a changé entre-temps (Hugo Vasseur')
    expect(await typesOf(house, requestId)).not.toContain('VideoRequested')
  })

  it('409: a text changed between approval and launch stops the launch, even where the version is not sent', async () => {
    const requestId = await approve(house)
    const fields = withoutVersion(await order(requestId, 'video'))
    await house.desk.editScript(by(house, 'second'), { requestId, script: another, seen: await seen(house, requestId) })
    expect((await admin.post(doors.video, fields)).status).toBe(409)
  })

  it('409: who ordered a text that was changed meanwhile finds all that they typed, and may send it again', async () => {
    const requestId = await draft(house)
    const fields = await order(requestId, 'script')
    await draft(house, requestId, another)
    const typed = { instructions: 'Plus court, s’il vous plaît.', section: 'elan', 'use.question': 'on' }
    const answer = await admin.post(doors.script, { ...fields, ...typed })
    expect(answer.status).toBe(409)
    const again = formOf(answer.body, { action: doors.script }).fields
    expect(again).toMatchObject({ ...typed, memoriesShown: '1', requestId })
    expect(again['commandId']).not.toBe(fields['commandId'])
    expect((await admin.submit(answer, { action: doors.script })).status).toBe(303)
    expect((await lastOf(house, requestId, 'ScriptRequested')).data).toMatchObject({
      ...{ instructions: typed.instructions, sections: ['elan'], memoryKinds: ['question'] },
    })
  })

  it('409: and so does who ordered what the law does not allow', async () => {
    const fields = await order(await fresh('script'), 'script')
    const requestId = await stages.writing(house)
    const typed = { ...withoutVersion(fields), requestId, instructions: 'Plus court, s’il vous plaît.' }
    const answer = await admin.post(doors.script, typed)
    expect(answer.status).toBe(409)
    expect(formOf(answer.body, { action: doors.script }).fields['instructions']).toBe(typed.instructions)
  })

  it('409: a film is not offered again beside what has changed, which is to be read first', async () => {
    const requestId = await approve(house)
    const fields = await order(requestId, 'video')
    await house.desk.editScript(by(house, 'second'), { requestId, script: another, seen: await seen(house, requestId) })
    const answer = await admin.post(doors.video, fields)
    expect([answer.status, formsOf(answer.body)]).toEqual([409, []])
  })

  it.each<[keyof typeof doors, Record<string, string>]>([
    ['script', { instructions: 'Plus court, s’il vous plaît.', 'use.question': 'on' }],
    ['video', { acceptDoublePayment: 'yes' }],
  ])('503: a %s that an outside party was away for may be sent again, as another command', async (door, typed) => {
    const away = () => Promise.resolve({ tag: 'unavailable', code: 'timeout' } as const)
    const beside = await startTestWeb({ ...house.desk, generateScript: away, generateVideo: away })
    const client = await signIn(beside.port, staff.admin)
    const requestId = await fresh(door)
    const { fields } = formOf((await client.get(address(requestId))).body, { action: doors[door] })
    const answer = await client.post(doors[door], { ...fields, ...typed })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
    const again = formOf(answer.body, { action: doors[door] }).fields
    expect(again).toMatchObject({ ...typed, requestId })
    expect(again['commandId']).not.toBe(fields['commandId'])
    expect((await client.submit(answer, { action: doors[door] })).status).toBe(503)
    await beside.close()
  })

  it.each(Object.entries(doors))('404: %s of a request that is not there', async (name, door) => {
    const fields = await order(await fresh(name as keyof typeof doors), name as keyof typeof doors)
    for (const requestId of [randomUUID(), 'x', '']) {
      const page = await admin.post(door, { ...fields, requestId })
      expect([page.status, textOf(page.body).includes('Cette demande n’existe pas.')]).toEqual([404, true])
      expect((await admin.post(door, { ...fields, requestId }, json)).status).toBe(404)
    }
  })

  it('422: instructions too long come back to be shortened, and then hold', async () => {
    const requestId = await book(house)
    const instructions = 'é'.repeat(601)
    const page = await admin.post(doors.script, { ...(await order(requestId, 'script')), instructions })
    expect([page.status, titleOf(page.body)]).toEqual([422, 'À corriger'])
    expect(textOf(page.body)).toContain('Six cents caractères au plus.')
    expect(formOf(page.body, { action: doors.script }).fields['instructions']).toBe(instructions)
    const again = await admin.submit(page, { action: doors.script }, { instructions: 'Plus court' })
    expect([again.status, again.headers.get('location')]).toEqual([303, address(requestId)])
  })

  it.each(Object.entries(doors))('422: %s with a version in letters', async (name, door) => {
    const fields = await order(await fresh(name as keyof typeof doors), name as keyof typeof doors)
    const page = await admin.post(door, { ...fields, version: 'x' })
    expect([page.status, titleOf(page.body)]).toEqual([422, 'À corriger'])
    expect(textOf(page.body)).toContain('Rechargez la page')
  })

  it('403: the token of the other door', async () => {
    const requestId = await book(house)
    const { csrf = '', commandId = '' } = await order(requestId, 'script')
    expect((await admin.post(doors.video, { requestId, csrf, commandId })).status).toBe(403)
  })
})

describe('paying twice', () => {
  it('needs the box to be ticked, and then is a new attempt', async () => {
    const requestId = await stages.uncertain(house)
    const first = (await lastOf(house, requestId, 'VideoRequested')).data.attempt
    const again = await admin.post(doors.video, { ...(await order(requestId, 'video')), acceptDoublePayment: 'yes' })
    const { data } = await lastOf(house, requestId, 'VideoRequested')
    expect([again.status, data.acceptsDoublePayment, data.attempt === first]).toEqual([303, true, false])
    await house.night.film(errand(requestId))
    expect((await lastOf(house, requestId, 'VideoSubmitted')).data.attempt).toBe(data.attempt)
  })
})

/** A request whose page offers the order: its form opens the door for any other. */
const fresh = (door: keyof typeof doors) => (door === 'script' ? book(house) : approve(house))

const withoutVersion = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'version'))
