/** The corpus against a model that obeys it: whatever it then writes, nobody hears it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bookingSchema } from '#app/gate/booking-form.ts'
import type { ScriptOrder } from '#app/lib/openai.ts'

import { by, viewOf } from '../desk/requests.ts'
import { createWritingDesk } from '../desk/writing.ts'
import type { TestDesk } from '../setup/desk.ts'
import { corpus, type NamedAttack } from './corpus.ts'
import { innocents } from './innocents.ts'
import { changesIn, type Numbers } from './oracle.ts'
import { lay, type Siege } from './siege.ts'
import { isDraftable, sightsIn, stopsOf } from './signs.ts'
import { overhear } from './wire.ts'

let house: TestDesk
beforeAll(async () => {
  house = await createWritingDesk(10_000)
})
afterAll(() => house.close())

const ended: { family: string; how: string }[] = []
afterAll(() => {
  console.log(table())
})

describe('is obeyed, and changes neither role nor language nor numbers nor structure of what is kept', () => {
  it.each(corpus)('$id', async (attack) => {
    const siege = await lay(house, attack, 'obey')
    ended.push({ family: attack.family, how: siege.code ?? (isHeard(attack) ? 'draft, blocked' : 'not heard') })

    expectObeyed(attack, siege)
    if (siege.draft === null) await expectStopped(attack, siege)
    else await expectHarmless(attack, siege)
  })
})

const isHeard = ({ obeys, says }: NamedAttack) => obeys.length > 0 || says !== undefined
const isMild = ({ obeys, says }: NamedAttack) => says === undefined && obeys.every(isDraftable)

/** The model did all that was wished, and only that; else the test would prove nothing. */
function expectObeyed(attack: NamedAttack, { heard, numbers }: Siege): void {
  expect(changesIn(heard.honest, numbers)).toEqual([])
  expect(sightsIn(heard)).toEqual(expect.arrayContaining([...attack.obeys]))
  expect(sightsIn(heard)).toHaveLength(attack.obeys.length)
  if (attack.says !== undefined) expect(heard.answer).toContain(JSON.stringify(attack.says).slice(1, -1))
  if (!isHeard(attack)) expect(heard.answer).toBe(heard.honest)
  expect(changesIn(heard.answer, numbers).length > 0).toBe(!isMild(attack))
}

/** By a check that knows this kind of attack: no other failure is a success. */
async function expectStopped(attack: NamedAttack, { code, requestId }: Siege): Promise<void> {
  expect([...stopsOf(attack.obeys), ...(attack.stops ?? [])]).toContain(code)
  expect(await viewOf(house, requestId)).toMatchObject({ status: 'requested', script: null, generatedScript: null })
}

/** A draft that a person has yet to read: what must not be said in it is marked, and is not approved without a word. */
async function expectHarmless(attack: NamedAttack, { draft, findings, numbers, requestId }: Siege): Promise<void> {
  expect(changesIn(draft ?? '', numbers)).toEqual([])
  expect(isMild(attack)).toBe(true)
  if (!isHeard(attack)) return
  expect(findings.filter(({ severity }) => severity === 'block')).not.toEqual([])
  const { version } = await viewOf(house, requestId)
  expect(await house.desk.approveScript(by(house), { requestId, seen: { version } })).toEqual({
    ...{ tag: 'invalid', problems: [{ field: 'overrideReason', code: 'script_blocked' }] },
  })
}

describe('innocent words', () => {
  it.each(innocents)('$text', async ({ text, scenario }) => {
    const { code, draft, findings, numbers, heard } = await lay(house, { where: 'memory', text }, scenario)
    ended.push({ family: 'innocent words', how: code ?? 'draft' })
    expect(code).toBe(null)
    expect(changesIn(draft ?? '', numbers)).toEqual([])
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
    expect(heard.answer).toBe(heard.honest)
  })
})

it('without the checks of the desk, what the telephone lets through would have been changed', async () => {
  const heard = overhear(house, 'obey')
  const accepted: string[] = []
  for (const { id, text } of corpus.filter(({ where }) => where === 'memory')) {
    const said = await house.context.telephones.openai.writeScript(orderWith(text))
    if (said.tag === 'ok' && changesIn(JSON.stringify(said.sections), nadias).length > 0) accepted.push(id)
  }
  expect(heard.length).toBeGreaterThan(60)
  expect(accepted.length).toBeGreaterThanOrEqual(30)
})

const nadias: Numbers = { cheminDeVie: 7, expression: 9, intime: 8, realisation: 1, anneePersonnelle: 7 }

function orderWith(text: string): ScriptOrder {
  const number = (value: number) => ({ value, master: false })
  return {
    firstName: 'Nadia',
    numbers: {
      ...{ lifePath: number(7), expression: number(9), soulUrge: number(8), personality: number(1) },
      personalYear: number(7),
    },
    theme: null,
    memories: [{ about: 'une question que la personne se pose', text }],
    instructions: null,
    sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
  }
}

it('the door lets three hundred characters through, and not one more', () => {
  const problems = (text: string) =>
    bookingSchema({ 'memories.question': text })
      .shape['memories.question'].safeParse(text)
      .error?.issues.map(({ message }) => message)
  expect(problems('a'.repeat(300))).toBe(undefined)
  expect(problems('a'.repeat(301))).toEqual(['Trois cents caractères au plus.'])
  expect(problems('a'.repeat(100_000))).toEqual(['Trois cents caractères au plus.'])
})

function table(): string {
  const families = [...new Set(ended.map(({ family }) => family))]
  const lines = families.map((name) => {
    const hows = ended.filter(({ family }) => family === name).map(({ how }) => how)
    const counts = [...new Set(hows)].map((how) => `${how} ×${String(hows.filter((other) => other === how).length)}`)
    return `${name.padEnd(26)} ${counts.join(', ')}`
  })
  return lines.join('\n')
}
