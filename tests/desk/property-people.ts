/** What people do, to the house and to the model: both must answer alike. */
import { randomUUID } from 'node:crypto'

import { expect } from 'vitest'

import type { Answer } from '#app/desk/desk.ts'

import * as model from './model.ts'
import type { Outcome, Request } from './model.ts'
import type { Act, Personal } from './property-acts.ts'
import { factsOf, newCommand, pageOf, pick, scriptFor, type House, type Sent } from './property-house.ts'
import { planned } from './property-plans.ts'

export async function bookRequest(house: House, twiceAtOnce: boolean): Promise<void> {
  const { world, desk } = house
  if (world.requests.length >= 3) return
  const commandId = newCommand()
  const person = { firstNames: 'Claire', lastName: 'Aubry', email: 'claire@exemple.fr', theme: null, memories: [] }
  const birthDate = { day: 29, month: 2, year: 1988 + 4 * world.requests.length }
  const order = { ...person, birthDate, consents: { ai: true, start: true } as const }
  const send = () => desk.bookRequest({ commandId }, order)
  const answers = await Promise.all(twiceAtOnce ? [send(), send()] : [send()])
  const [answer] = answers
  if (answer?.tag !== 'done') throw new Error(`not booked: ${JSON.stringify(answer)}`)
  for (const other of answers) expect(other).toEqual(answer)
  const request = model.newRequest(answer.requestId)
  world.requests.push(request)
  house.met.add('bookRequest done')
  house.sent.push({ verb: 'bookRequest', request, commandId, answer, send })
}

export async function actInPerson(house: House, act: Personal): Promise<void> {
  const request = pick(house.world.requests, act.on)
  if (!request) return
  const before = { version: request.version, films: request.films.length }
  const plan = planned(house, act, request)
  const commandId = newCommand()
  const send = () => plan.send({ commandId, actor: house.actors[act.who] })
  const answers = await Promise.all(act.twiceAtOnce ? [send(), send()] : [send()])
  for (const answer of answers) compare(request, plan.expected, answer)
  house.met.add(`${act.verb} ${plan.expected}`)
  if (request.films.length > before.films) await nameFilm(house, request)
  if (request.current?.double) house.met.add('two films at once')
  const [answer] = answers
  if (answer && request.version > before.version) house.sent.push({ verb: act.verb, request, commandId, answer, send })
}

function compare(request: Request, expected: Outcome, answer: Answer): void {
  expect(answer.tag).toBe(expected)
  const { id, status, version, text } = request
  if (answer.tag === 'done') expect(answer).toEqual({ tag: 'done', requestId: id, version })
  if (answer.tag === 'refused') expect(answer.status).toBe(status)
  if (answer.tag === 'conflict') {
    expect(answer.conflict).toMatchObject({ actualVersion: version, current: { status, textHash: text } })
  }
}

/** The ids of films are the desk's own: the model learns them from the log. */
async function nameFilm(house: House, request: Request): Promise<void> {
  const order = (await factsOf(house, request)).findLast((fact) => fact.type === 'VideoRequested')
  if (request.current && order?.type === 'VideoRequested') request.current.attempt = order.data.attempt
}

/** The same form again, however late: the first answer, and nothing happens. */
export async function repeatCommand(house: House, nth: number): Promise<void> {
  const sent = pick(house.sent, nth)
  if (!sent) return
  expect(await sent.send()).toEqual(sent.answer)
  house.met.add('repeated')
}

export async function reuseCommand(house: House, nth: number, on: number): Promise<void> {
  const sent = pick(house.sent, nth)
  const request = pick(house.world.requests, on)
  if (!sent || !request || isTheSame(sent, request)) return
  const command = { commandId: sent.commandId, actor: house.actors.admin }
  expect(await house.desk.stopScript(command, { requestId: request.id })).toEqual({ tag: 'commandReused' })
  house.met.add('commandReused')
}

const isTheSame = (sent: Sent, request: Request) => sent.verb === 'stopScript' && sent.request === request

export async function speakOfNobody({ desk, actors }: House): Promise<void> {
  const command = { commandId: newCommand(), actor: actors.admin }
  const order = { requestId: randomUUID(), script: scriptFor('one'), seen: { version: 1 } }
  expect(await desk.editScript(command, order)).toEqual({ tag: 'unknown' })
}

export const look = ({ world, pages }: House, on: number): void => {
  const request = pick(world.requests, on)
  if (request) pages.set(request.id, pageOf(request))
}

/** What a person would naturally do next; null where the night shift or nobody is to act. */
export function nextInPerson({ status }: Request, act: Extract<Act, { do: 'goOn' }>): Personal | null {
  const usual = {
    do: 'inPerson',
    on: act.on,
    who: act.who,
    seen: 'now',
    acceptsDouble: true,
    video: 'own',
    twiceAtOnce: false,
  } as const
  switch (status) {
    case 'requested':
      return { ...usual, verb: 'generateScript', text: 'none' }
    case 'drafted':
      return { ...usual, verb: 'approveScript', text: 'none' }
    case 'approved':
      return { ...usual, verb: 'generateVideo', text: 'none' }
    case 'declined':
      return { ...usual, verb: 'reopenRequest', text: 'none' }
    case 'uncertain':
      return act.doubt === 'watch' ? null : { ...usual, verb: act.doubt, text: 'none' }
    case 'writing':
    case 'filming':
    case 'ready':
      return null
  }
}
