/** What leaves the house for a script: every byte that OpenAI is sent, for writing and for moderation. */
import { passthrough } from 'msw'
import { http } from 'msw/http'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { NewRequest } from '#app/desk/desk.ts'

import type { TestDesk } from '../setup/desk.ts'
import { net } from '../setup/network.ts'
import { workAll } from './clockwork.ts'
import { book, by, done, draft, lastOf } from './requests.ts'
import { createWritingDesk } from './writing.ts'

let house: TestDesk
beforeAll(async () => {
  house = await createWritingDesk(5_000)
})
afterAll(() => house.close())

const person: NewRequest = {
  firstNames: 'Zoé Marie',
  lastName: 'L’Hermitte-Cœur',
  birthDate: { day: 14, month: 3, year: 1992 },
  email: 'zoe.lhermitte@exemple.fr',
  theme: 'work',
  memories: [
    { kind: 'childhood', text: 'La cabane au bord de l’étang.' },
    { kind: 'pride', text: 'Mon premier potager, à Rézé.' },
    { kind: 'question', text: 'Quel métier me ressemble ?' },
  ],
  consents: { ai: true, start: true },
}

/** Whatever must stay at home. */
const atHome = [
  ...['L’Hermitte', 'Hermitte', 'Marie', 'zoe.lhermitte', '1992', '14 mars', '03-14', 'cabane', 'étang'],
  ...['Léa', 'Morvan'],
]

type Sent = { path: string; body: string }

function listen(): Sent[] {
  const sent: Sent[] = []
  net.use(
    http.post(`${house.simulators.url}/v1/:door`, async ({ request }) => {
      sent.push({ path: new URL(request.url).pathname, body: await request.clone().text() })
      return passthrough()
    }),
  )
  return sent
}

/** The person's data, out of the delimiter that was drawn for this call. */
function dataIn(body: string): Record<string, unknown> {
  const { input } = JSON.parse(body) as { input: [{ content: string }] }
  const [, mark, data] = /<<<(DONNEES-[\w-]+)\n([\s\S]*)\n\1>>>/.exec(input[0].content) ?? []
  marks.push(mark ?? '')
  return JSON.parse(data ?? '') as Record<string, unknown>
}
const marks: string[] = []

it('a first name, five numbers, the theme, the chosen memories and the wishes of staff; nothing else', async () => {
  const sent = listen()
  house.simulators.openai.plan(['truncated', 'overloaded'])
  const requestId = await book(house, person)
  const order = { requestId, instructions: 'Un ton plus chaleureux', memories: ['pride', 'question'] as const }
  done(await house.desk.generateScript(by(house), { ...order, memories: [...order.memories] }))
  await workAll(house)

  const writing = sent.filter(({ path }) => path === '/v1/responses')
  const moderated = sent.filter(({ path }) => path === '/v1/moderations')
  expect([writing.length, moderated.length > 0, sent.length]).toEqual([3, true, writing.length + moderated.length])
  for (const { body } of sent) expect([...atHome, requestId].filter((word) => body.includes(word))).toEqual([])
  for (const { body } of writing) {
    expect(dataIn(body)).toMatchObject({
      ...{ prenom: 'Zoé', theme: 'le travail', consigne: 'Un ton plus chaleureux' },
      souvenirs: [{ mots: 'Mon premier potager, à Rézé.' }, { mots: 'Quel métier me ressemble ?' }],
    })
    expect(Object.keys(dataIn(body)).toSorted()).toEqual(
      [
        ...['anneePersonnelle', 'cheminDeVie', 'consigne', 'expression', 'intime', 'prenom', 'realisation'],
        ...['souvenirs', 'theme'],
      ].toSorted(),
    )
    const asked = JSON.parse(body) as Record<string, unknown>
    expect(asked).toMatchObject({ store: false, stream: true })
    expect(Object.keys(asked)).not.toEqual(expect.arrayContaining(['user', 'metadata', 'safety_identifier']))
  }
  // Drawn for each call, and no two alike.
  expect(new Set(marks).size).toBe(3)
  // Cut short for want of room, it is given more room.
  const room = writing.map(({ body }) => (JSON.parse(body) as { max_output_tokens: number }).max_output_tokens)
  expect(room).toEqual([6_000, 16_000, 6_000])
})

it('a section is written anew without the text there is: it may tell of a memory that is no longer chosen', async () => {
  const requestId = await draft(house, await book(house, person))
  const sent = listen()
  const order = { requestId, instructions: null, sections: ['elan' as const], memories: [] }
  done(await house.desk.generateScript(by(house), order))
  await workAll(house)
  expect(sent.length).toBeGreaterThan(1)
  for (const { body } of sent) {
    expect(['écouter avant de parler', 'confiance', ...atHome].filter((words) => body.includes(words))).toEqual([])
  }
})

it('the choice is in the log, and the next writing keeps to it', async () => {
  const requestId = await book(house, person)
  const choose = (memories?: ('pride' | 'question' | 'turning')[]) =>
    house.desk.generateScript(by(house), { requestId, instructions: null, ...(memories ? { memories } : {}) })
  const chosen = async () => (await lastOf(house, requestId, 'ScriptRequested')).data.memoryKinds

  done(await choose())
  await workAll(house)
  expect(await chosen()).toEqual([])
  // One that was never given cannot be chosen.
  done(await choose(['pride', 'turning']))
  await workAll(house)
  expect(await chosen()).toEqual(['pride'])
  done(await choose())
  await workAll(house)
  expect(await chosen()).toEqual(['pride'])
})
