/** `/admin/requests/:id/versions`: what is listed, what is compared, and what can be taken again, without JavaScript. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { another, approve, book, by, done, draft, errand, factsOf, script, seen, viewOf } from '../desk/requests.ts'
import { signIn, type Client, type Heard } from './client.ts'
import { formOf, textOf, titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let admin: Client
let auditor: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  admin = await signIn(web.port, staff.admin)
  auditor = await signIn(web.port, staff.auditor)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const request = (requestId: string) => `/admin/requests/${requestId}`
const address = (requestId: string, asked = '') => `${request(requestId)}/versions${asked}`

/** Steps 2, 3 and 4: a text, another élan, another year. */
async function threeTexts(): Promise<string> {
  const requestId = await draft(house)
  await draft(house, requestId, another)
  return draft(house, requestId, { ...another, annee: 'Une année de patience.' })
}

async function write(requestId: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await house.night.write(errand(requestId), new AbortController().signal)
}

const rowsOf = (html: string) =>
  [...(/<ol class="versions"[^>]*>([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? '').matchAll(/<li>([\s\S]*?)<\/li>/g)].map(
    ([, row = '']) => textOf(row),
  )
const comparedOf = (html: string) => {
  const [, part = ''] = /<section id="compare"([\s\S]*?)<details>/.exec(html) ?? []
  const chosen = [...part.matchAll(/<option value="(\d+)" selected=""/g)].map(([, step]) => Number(step))
  return { chosen, sections: [...part.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, name]) => name), text: textOf(part) }
}
const offered = (html: string) =>
  [...html.matchAll(/<button[^>]*name="restore" value="(\d+)"[^>]*>([\s\S]*?)<\/button>/g)].map(
    ([, step, words = '']) => [Number(step), textOf(words)],
  )

describe('the list', () => {
  it('is reached from the request, newest first, each with who, why and how long', async () => {
    const requestId = await threeTexts()
    expect((await admin.get(request(requestId))).body).toContain(`href="${address(requestId)}"`)
    const page = await admin.get(address(requestId))
    expect([page.status, titleOf(page.body)]).toEqual([200, 'Versions du texte'])
    const rows = rowsOf(page.body)
    expect(rows.map((row) => row.split('.')[0])).toEqual([
      'Étape 4 Léa Morvan a retouché l’année',
      'Étape 3 Léa Morvan a retouché l’élan',
      'Étape 2 Léa Morvan a écrit le script',
    ])
    expect(rows[0]).toMatch(/Actuel \d+ \p{L}+ \d{4} à \d+ h.* 29 mots/u)
    expect(rows[1]).not.toContain('Actuel')
  })

  it('says what was approved, what ChatGPT was asked, and what was cut off', async () => {
    const requestId = await approve(house)
    house.simulators.openai.plan(['sse_early_end', 'sse_early_end', 'sse_early_end'])
    const withdrawn = { requestId, reason: null, seen: await seen(house, requestId) }
    done(await house.desk.withdrawApproval(by(house), withdrawn))
    done(await house.desk.generateScript(by(house), { requestId, instructions: 'plus <b>court' }))
    await write(requestId, 3)
    done(await house.desk.generateScript(by(house), { requestId, instructions: 'plus <b>court' }))
    await write(requestId, 1)
    const page = await admin.get(address(requestId))
    const rows = rowsOf(page.body)
    expect(rows[0]).toContain('ChatGPT, tout le script, consigne : « plus <b>court ». Actuel')
    expect(rows[0]).toMatch(/\d,\d\d \$/)
    expect(rows[1]).toContain('ChatGPT, incomplet. La réponse de ChatGPT s’est interrompue en chemin. Incomplet')
    expect(rows.at(-1)).toContain('Validé')
    expect(offered(page.body).map(([, words]) => words)).toContainEqual(expect.stringMatching(/^Reprendre ce début/))
  })

  it('of a request without a text, or with one, compares nothing', async () => {
    const empty = await admin.get(address(await book(house)))
    expect(textOf(empty.body)).toContain('Aucun texte n’est encore écrit.')
    const single = await admin.get(address(await draft(house)))
    expect(rowsOf(single.body)).toHaveLength(1)
    for (const { body } of [empty, single]) expect(body).not.toContain('name="from"')
  })

  it.each([randomUUID(), 'x', '%00'])('there is no request %j', async (id) => {
    const { status, body } = await admin.get(address(id))
    expect([[400, 404].includes(status), body.includes('<html lang="fr"')]).toEqual([true, true])
  })
})

describe('comparing', () => {
  it('shows the last two, section by section, word by word', async () => {
    const requestId = await threeTexts()
    const { chosen, sections, text } = comparedOf((await admin.get(address(requestId))).body)
    expect([chosen, sections]).toEqual([[3, 4], ['Année']])
    expect(text).toContain('De l’étape 3 à l’étape 4.')
    expect(text).toContain('Ajouté : de patience.')
  })

  it('any two, both ways, at an address of its own', async () => {
    const requestId = await threeTexts()
    const there = comparedOf((await admin.get(address(requestId, '?from=2&to=4'))).body)
    expect([there.chosen, there.sections]).toEqual([
      [2, 4],
      ['Élan', 'Année'],
    ])
    const back = comparedOf((await admin.get(address(requestId, '?from=4&to=2'))).body)
    expect([back.chosen, back.text.includes('Retiré : de patience.')]).toEqual([[4, 2], true])
    const same = comparedOf((await auditor.get(address(requestId, '?from=3&to=3'))).body)
    expect([same.chosen, same.text.includes('Aucun mot n’a changé.')]).toEqual([[3, 3], true])
  })

  it.each([
    '?from=1&to=2',
    '?from=2',
    '?from=2&to=99',
    '?from=x&to=__proto__',
    '?from=&to=',
    '?from=2.0&to=3',
    '?from=02&to=3',
  ])('asked for %s, falls back to the last two', async (asked) => {
    const page = await admin.get(address(await threeTexts(), asked))
    expect([page.status, comparedOf(page.body).chosen]).toEqual([200, [3, 4]])
  })

  it('sends no other text than the two', async () => {
    const requestId = await draft(house, undefined, { ...script, elan: 'Un élan que nul ne relit.' })
    await draft(house, requestId, script)
    await draft(house, requestId, another)
    for (const path of [address(requestId), `${address(requestId)}.data`])
      expect((await admin.get(path)).body).not.toContain('que nul ne relit')
  })
})

describe('taking one again', () => {
  const take = (page: Heard, requestId: string, version: number) => {
    const { fields } = formOf(page.body, { action: request(requestId) })
    return admin.post(request(requestId), { ...fields, restore: String(version) })
  }

  it('leads back to the request, with that text and who took it', async () => {
    const requestId = await threeTexts()
    const page = await admin.get(address(requestId))
    expect(offered(page.body)).toEqual([
      [3, 'Reprendre cette version de l’étape 3'],
      [2, 'Reprendre cette version de l’étape 2'],
    ])
    const answer = await take(page, requestId, 2)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, request(requestId)])
    expect((await viewOf(house, requestId)).script).toEqual(script)
    const after = await admin.get(address(requestId))
    expect(rowsOf(after.body)[0]).toContain('Léa Morvan a repris le texte de l’étape 2.')
    // Step 2 is the present text again, word for word: there is nothing to take.
    expect(offered(after.body).map(([step]) => step)).toEqual([4, 3])
  })

  it('is not offered to an auditor, nor where no text is taken now', async () => {
    const requestId = await threeTexts()
    const read = await auditor.get(address(requestId))
    expect([read.status, offered(read.body), rowsOf(read.body).length]).toEqual([200, [], 3])
    done(await house.desk.generateScript(by(house), { requestId, instructions: null }))
    expect(offered((await admin.get(address(requestId))).body)).toEqual([])
  })

  it('says so where it ends an approval, and ends it', async () => {
    const requestId = await threeTexts()
    await approve(house, requestId)
    const page = await admin.get(address(requestId))
    expect(textOf(page.body)).toContain('Reprendre annule cette validation.')
    expect((await take(page, requestId, 2)).status).toBe(303)
    expect((await viewOf(house, requestId)).status).toBe('drafted')
  })

  it('after somebody else has changed the text, takes nothing and shows what there is', async () => {
    const requestId = await threeTexts()
    const page = await admin.get(address(requestId))
    await draft(house, requestId, { ...script, annee: 'De Hugo.' })
    const before = await factsOf(house, requestId)
    const answer = await take(page, requestId, 2)
    expect([answer.status, titleOf(answer.body)]).toEqual([409, 'La demande a changé entre-temps'])
    expect(textOf(answer.body)).toContain('De Hugo.')
    expect(await factsOf(house, requestId)).toEqual(before)
  })

  it('of a step without a text says so, and loses nothing', async () => {
    const requestId = await threeTexts()
    const answer = await take(await admin.get(address(requestId)), requestId, 1)
    expect([
      answer.status,
      textOf(answer.body).includes('Cette version n’existe pas, ou son texte est effacé.'),
    ]).toEqual([422, true])
    expect(await factsOf(house, requestId)).toHaveLength(4)
  })
})
