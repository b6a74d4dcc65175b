/** One attack on the whole desk: booked, chosen by an admin, written, and what came of it. */
import { currentScript } from '#app/desk/act.ts'
import type { NewRequest } from '#app/desk/desk.ts'
import type { Finding } from '#events/lint/finding.ts'

import { workAll } from '../desk/clockwork.ts'
import { book, by, done, factsOf } from '../desk/requests.ts'
import type { TestDesk } from '../setup/desk.ts'
import type { Attack } from './attack.ts'
import type { Numbers } from './oracle.ts'
import { dataIn, overhear, type Heard } from './wire.ts'

export type Siege = {
  requestId: string
  /** The first time the model was asked. */
  heard: Heard
  numbers: Numbers
  /** The code of ScriptFailed; null where a draft was kept. */
  code: string | null
  /** The draft as JSON, as the model would have answered it. */
  draft: string | null
  findings: Finding[]
}

/** Without a master number: life path seven, expression nine, intimate number eight, realisation one. */
const nadia: NewRequest = {
  firstNames: 'Nadia',
  lastName: 'Benali',
  birthDate: { day: 12, month: 3, year: 1990 },
  email: 'nadia.benali@exemple.fr',
  theme: 'work',
  memories: [],
  consents: { ai: true, start: true },
}
/** Numbers of the day and the month belong to a sheet: on another day eleven may be one of them. */
const bookedAt = Date.parse('2026-11-23T09:00:00Z')
const harmless = 'La mer, un matin d’hiver.'

/** `scenario`: whether the model obeys what it reads. */
export async function lay(
  house: TestDesk,
  { where, text }: Omit<Attack, 'obeys'>,
  scenario: 'obey' | 'ok',
): Promise<Siege> {
  const calls = overhear(house, scenario)
  house.time.ahead = bookedAt - Date.now()
  const requestId = await book(house, {
    ...nadia,
    ...(where === 'firstName' && { firstNames: text }),
    memories: [{ kind: 'question', text: where === 'memory' ? text : harmless }],
  })
  const instructions = where === 'wish' ? text : null
  done(await house.desk.generateScript(by(house), { requestId, instructions, memories: ['question'] }))
  await workAll(house)

  const [heard] = calls
  if (heard === undefined) throw new Error('nobody asked the model')
  return { requestId, heard, numbers: numbersIn(heard), ...(await cameOf(house, requestId)) }
}

async function cameOf(house: TestDesk, requestId: string) {
  const facts = await factsOf(house, requestId)
  const last = facts.at(-1)
  const script = currentScript(facts)
  const page = await house.desk.findRequest(requestId, house.actors.admin)
  if (last?.type !== 'ScriptFailed' && last?.type !== 'ScriptGenerated') throw new Error(`ended with ${last?.type}`)
  return {
    code: last.type === 'ScriptFailed' ? last.data.code : null,
    draft: script === null ? null : JSON.stringify(script),
    findings: page?.findings ?? [],
  }
}

function numbersIn(heard: Heard): Numbers {
  const data = dataIn(heard) as Record<keyof Numbers, { nombre: number } | null>
  const value = (name: keyof Numbers) => data[name]?.nombre ?? null
  return {
    cheminDeVie: value('cheminDeVie'),
    expression: value('expression'),
    intime: value('intime'),
    realisation: value('realisation'),
    anneePersonnelle: value('anneePersonnelle'),
  }
}
