/** Requests of a test desk, brought as far as a test needs them: by the verbs that people use, in the law's order. */
import { randomUUID } from 'node:crypto'

import { currentScript } from '#app/desk/act.ts'
import type { Answer, Command, NewRequest, Seen } from '#app/desk/desk.ts'
import type { Errand } from '#app/desk/night.ts'
import { textHash } from '#app/desk/text-hash.ts'
import { streamOf, type Fact, type FactType } from '#events/facts.ts'
import { scriptText, type Script } from '#events/script.ts'

import type { TestDesk } from '../setup/desk.ts'

export const someone: NewRequest = {
  firstNames: 'Zoé Marie',
  lastName: 'L’Hermitte-Cœur',
  birthDate: { day: 14, month: 3, year: 1992 },
  email: 'zoe.lhermitte@exemple.fr',
  theme: 'work',
  memories: [
    { kind: 'question', text: 'Quel métier me ressemble ?' },
    { kind: 'childhood', text: 'La cabane au bord de l’étang.' },
  ],
  consents: { ai: true, start: true },
}

export const script: Script = {
  accueil: 'Bonjour Zoé, et bienvenue.',
  portrait: 'Votre chemin de vie est le onze, un nombre maître.',
  elan: 'Il invite à écouter avant de parler.',
  annee: 'Cette année peut être celle d’un pas nouveau.',
  cloture: 'Merci de votre confiance.',
}

export const another: Script = { ...script, elan: 'Il invite à parler après avoir écouté.' }

export function by(house: TestDesk, who: keyof TestDesk['actors'] = 'admin'): Command {
  return { commandId: randomUUID(), actor: house.actors[who] }
}

/** @returns the id of the request; @throws on any other answer than « done » */
export function done(answer: Answer): string {
  if (answer.tag !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
  return answer.requestId
}

export const book = async (house: TestDesk, parts: Partial<NewRequest> = {}) =>
  done(await house.desk.bookRequest({ commandId: randomUUID() }, { ...someone, ...parts }))

export async function draft(house: TestDesk, requestId?: string, text: Script = script): Promise<string> {
  const id = requestId ?? (await book(house))
  return done(await house.desk.editScript(by(house), { requestId: id, script: text, seen: await seen(house, id) }))
}

/** Texts of tests are short and say little: the linter would not have them. */
export const overrideReason = 'Texte d’essai.'

export async function approve(house: TestDesk, requestId?: string): Promise<string> {
  const id = requestId ?? (await draft(house))
  return done(await house.desk.approveScript(by(house), { requestId: id, seen: await seen(house, id), overrideReason }))
}

/** Ordered, nothing called yet. */
export async function launch(house: TestDesk, requestId?: string, acceptsDoublePayment = false): Promise<string> {
  const id = requestId ?? (await approve(house))
  return done(await house.desk.generateVideo(by(house), { requestId: id, acceptsDoublePayment }))
}

/** Accepted by HeyGen. */
export async function film(house: TestDesk, requestId?: string): Promise<string> {
  const id = requestId ?? (await launch(house))
  await work(house, 'film', id)
  return id
}

/** Filmed, copied, ready to be seen. */
export async function finish(house: TestDesk, requestId?: string): Promise<string> {
  const id = requestId ?? (await film(house))
  await work(house, 'watch', id)
  await work(house, 'archive', id)
  return id
}

/** Takes the job out of the queue and does it at once. */
export async function work(
  house: TestDesk,
  task: 'film' | 'watch' | 'archive',
  requestId: string,
  parts: Partial<Errand> = {},
): Promise<void> {
  const key = `${task}:${requestId}`
  await house.database.archive.database.pool.query('delete from graphile_worker._private_jobs where key = $1', [key])
  await house.night[task](errand(requestId, parts))
}

export const errand = (requestId: string, parts: Partial<Errand> = {}): Errand => ({
  requestId,
  tries: 1,
  mayHaveCost: false,
  previousCode: null,
  ...parts,
})

/** What somebody sees who opens the page now. */
export async function seen(house: TestDesk, requestId: string): Promise<Seen> {
  const facts = await factsOf(house, requestId)
  const current = currentScript(facts)
  return { version: facts.length, ...(current ? { textHash: textHash(scriptText(current)) } : {}) }
}

export const factsOf = async (house: TestDesk, requestId: string): Promise<Fact[]> =>
  (await house.database.archive.readStream(streamOf(requestId))).facts

export const typesOf = async (house: TestDesk, requestId: string): Promise<FactType[]> =>
  (await factsOf(house, requestId)).map(({ type }) => type)

/** The last fact of a type. @throws where there is none */
export async function lastOf<T extends FactType>(house: TestDesk, requestId: string, type: T): Promise<Fact<T>> {
  const found = (await factsOf(house, requestId)).findLast((fact) => fact.type === type)
  if (!found) throw new Error(`no ${type}`)
  return found as unknown as Fact<T>
}

export async function pageOf(house: TestDesk, requestId: string) {
  const page = await house.desk.findRequest(requestId, house.actors.admin)
  if (!page) throw new Error('no such request')
  return page
}

export const viewOf = async (house: TestDesk, requestId: string) => (await pageOf(house, requestId)).request
