/** What a customer and an admin do, through the pages: book a reading, have it written, approve it, have it filmed. */
import { randomUUID } from 'node:crypto'

import { until } from './child.ts'
import type { House } from './house.ts'
import type { Answer, Visitor } from './visitor.ts'

/** The customer's form, filled in but for the address. */
export const booking = {
  firstNames: 'Élise Marie',
  lastName: 'Garnier',
  birthDay: '18',
  birthMonth: '4',
  birthYear: '1987',
  consentAi: 'on',
  consentStart: 'on',
}

export async function book(visitor: Visitor): Promise<Answer> {
  const email = `${randomUUID()}@exemple.fr`
  return visitor.send(await visitor.open('/'), { action: '/?index' }, { ...booking, email })
}

/** Requests whose script an admin approved. @returns their ids */
export async function approvedRequests(house: House, visitor: Visitor, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push(await bookedRequest(house, visitor))
  for (const id of ids) await press(visitor, id, { action: '/api/generate-script' })
  for (const id of ids) {
    await house.waitForStatus(id, 'drafted')
    await press(visitor, id, { action: page(id), intent: 'approveScript' })
  }
  return ids
}

/** « 🎥 Lancer HeyGen ». */
export async function launch(visitor: Visitor, requestId: string): Promise<void> {
  await press(visitor, requestId, { action: '/api/generate-video' })
}

/** « ✨ Écrire avec ChatGPT ». */
export async function askForScript(visitor: Visitor, requestId: string): Promise<void> {
  await press(visitor, requestId, { action: '/api/generate-script' })
}

export async function bookedRequest(house: House, visitor: Visitor): Promise<string> {
  const { status, html } = await book(visitor)
  if (status !== 303) throw new Error(`booking answered ${status}:\n${html}`)
  return house.requestOf(visitor.acknowledged.at(-1)?.of ?? '')
}

/** The film is ours and plays. */
export async function waitForFilm(house: House, visitor: Visitor, requestId: string, withinMs: number): Promise<void> {
  await until(`the film of ${requestId}`, () => house.hasFact(requestId, 'VideoArchived'), withinMs)
  const { status } = await visitor.open(`/media/${requestId}`)
  if (status !== 200) throw new Error(`/media/${requestId} answered ${status}`)
}

const page = (requestId: string) => `/admin/requests/${requestId}`

async function press(visitor: Visitor, requestId: string, form: { action: string; intent?: string }): Promise<void> {
  const { status, html } = await visitor.send(await visitor.open(page(requestId)), form)
  if (status !== 303) throw new Error(`${form.action} ${form.intent ?? ''} answered ${status}:\n${html}`)
}
