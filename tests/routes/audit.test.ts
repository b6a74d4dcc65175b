/** `/audit`: every step of a request can be read again, and a history that was tampered with says where. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { streamOf } from '#events/facts.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { another, approve, book, draft, film, finish, launch, script, typesOf } from '../desk/requests.ts'
import { signIn, type Client } from './client.ts'
import { textOf, titleOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let auditor: Client
let requestId: string

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  requestId = await book(house)
  await draft(house, requestId)
  await draft(house, requestId, another)
  await approve(house, requestId)
  await finish(house, await film(house, await launch(house, requestId)))
  auditor = await signIn(web.port, staff.auditor)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const step = async (n: string | number, id = requestId) => {
  const { status, body } = await auditor.get(`/audit/${id}?v=${String(n)}`)
  return { status, body, text: textOf(body), title: titleOf(body) }
}
const verdict = (body: string) => textOf(/<p class="verdict"[^>]*>([\s\S]*?)<\/p>/.exec(body)?.[1] ?? '')

it('lists the requests, newest first, and finds them by name', async () => {
  const other = await book(house, { firstNames: 'Ægidius', lastName: 'Weiß' })
  const { body } = await auditor.get('/audit')
  expect([...body.matchAll(/href="\/audit\/([0-9a-f-]{36})"/g)].map(([, id]) => id)).toEqual([other, requestId])
  const found = await auditor.get('/audit?q=aegidius+weiss')
  expect([...found.body.matchAll(/href="\/audit\/([0-9a-f-]{36})"/g)].map(([, id]) => id)).toEqual([other])
})

it('a search that finds nobody says so, and leads back', async () => {
  const { body } = await auditor.get('/audit?q=personne+de+ce+nom')
  expect(textOf(body)).toContain('Aucun résultat pour « personne de ce nom ».')
  expect(textOf(body)).not.toMatch(/0 demande|Dernier fait/)
  expect(body).toMatch(/<a [^>]*href="\/audit"[^>]*>Effacer la recherche<\/a>/)
})

describe('a history', () => {
  const told: [number, string, string, string][] = [
    [1, 'Zoé a demandé une lecture', 'Nouvelle', 'Script aucun'],
    [2, 'Léa Morvan a enregistré le script', 'À relire', 'Film aucun'],
    [3, 'Léa Morvan a enregistré le script', 'À relire', 'Validation aucune'],
    [4, 'Léa Morvan a validé le script', 'Validé', 'Validation par Léa Morvan'],
    [5, 'Léa Morvan a lancé la vidéo', 'En production', 'Film demandé'],
    [6, 'HeyGen a accepté la vidéo', 'En production', 'Film accepté par HeyGen'],
    [7, 'HeyGen a terminé la vidéo', 'Vidéo prête', 'Notre copie aucune'],
    [8, 'La vidéo est copiée chez nous', 'Vidéo prête', 'Notre copie /media/'],
  ]

  it('has all its steps here', async () => {
    expect(await typesOf(house, requestId)).toHaveLength(told.length)
  })

  it.each(told)('step %i', async (n, sentence, status, then) => {
    const page = await step(n)
    expect([page.status, page.title.startsWith(sentence)]).toEqual([200, true])
    expect(page.text).toContain(`Étape ${String(n)} sur 8`)
    expect(page.text).toContain(status)
    expect(page.text).toContain(then)
    expect(verdict(page.body)).toBe('La chaîne se vérifie de l’étape 1 à l’étape 8')
  })

  it('shows what a correction changed, and only there', async () => {
    expect((await step(3)).text).toContain('Ce qui a changé')
    expect((await step(4)).text).not.toContain('Ce qui a changé')
    const { body } = await step(3)
    expect(textOf([...body.matchAll(/<del[^>]*>([\s\S]*?)<\/del>/g)].map(([, was]) => was).join(' '))).toContain(
      'écouter',
    )
    expect(body).toContain('<ins')
  })

  it('leads from each fact to its step, and only the step looked at stands out', async () => {
    const { body } = await step(6)
    const list = /<ol class="facts"[^>]*>([\s\S]*?)<\/ol>/.exec(body)?.[1] ?? ''
    const links = [...list.matchAll(/<a ([^>]*)>/g)].map(([, link = '']) => /href="([^"]*)"/.exec(link)?.[1])
    expect(links).toEqual([8, 7, 6, 5, 4, 3, 2, 1].map((n) => `/audit/${requestId}?v=${String(n)}`))
    expect([...list.matchAll(/<strong>([\s\S]*?)<\/strong>/g)].map(([, told = '']) => textOf(told))).toEqual([
      'HeyGen a accepté la vidéo.',
    ])
    expect(list.match(/aria-current="step"/g)).toHaveLength(1)
    // The style sheet sets the first paragraph of such a list in bold: here it must find none.
    expect(list).not.toContain('<p')
  })

  it('shows the text of that moment, not of today', async () => {
    expect((await step(2)).text).toContain(script.elan)
    expect((await step(2)).text).not.toContain(another.elan)
    expect((await step(8)).text).toContain(another.elan)
  })

  it('says why not', async () => {
    const { text } = await step(3)
    expect(text).toContain('Valider le script , permis.')
    expect(text).toContain('Lancer HeyGen , impossible. Seul un script validé peut être filmé.')
  })

  it.each([
    ['', 8],
    ['0', 1],
    ['9', 8],
    ['999999', 8],
    ['9999999999', 8],
    ['-1', 8],
    ['1.5', 8],
    ['x', 8],
    ['%00', 8],
    ['1&v=2', 1],
  ])('?v=%s is step %i', async (v, n) => {
    const page = await step(v)
    expect([page.status, page.text.includes(`Étape ${String(n)} sur 8`)]).toEqual([200, true])
  })

  it.each(['x', '00000000-0000-4000-8000-000000000000'])('there is none of %s', async (id) => {
    const page = await step(1, id)
    expect([page.status, page.text.includes('Cette demande n’existe pas.')]).toEqual([404, true])
  })
})

describe('a history that was tampered with, by somebody who owns the database', () => {
  /** The triggers refuse everybody else; whoever owns the table can put them aside. */
  async function tamper(work: (stream: string) => ReturnType<typeof sql>) {
    const id = await approve(house)
    const { kysely } = house.database.archive.database
    const statement = work(streamOf(id))
    await expect(statement.execute(kysely)).rejects.toThrow('append-only')
    await kysely.transaction().execute(async (all) => {
      await sql`alter table events disable trigger all`.execute(all)
      await statement.execute(all)
      await sql`alter table events enable always trigger events_stay`.execute(all)
      await sql`alter table events enable always trigger events_stay_whole`.execute(all)
    })
    return step('', id)
  }

  it.each([
    [
      'a body',
      2,
      (stream: string) =>
        sql`update events set body = replace(body, '"words":', '"words":1') where stream = ${stream} and version = 2`,
    ],
    [
      'who did it',
      3,
      (stream: string) => sql`update events set actor_id = 'somebody else' where stream = ${stream} and version = 3`,
    ],
    [
      'when',
      1,
      (stream: string) =>
        sql`update events set recorded_at = recorded_at + interval '1 second' where stream = ${stream} and version = 1`,
    ],
    [
      'the last step, taken away',
      3,
      (stream: string) => sql`delete from events where stream = ${stream} and version = 3`,
    ],
  ])('%s: it says at which step', async (_, broken, work) => {
    const { status, body } = await tamper(work)
    expect([status, verdict(body)]).toEqual([200, `La chaîne est rompue à l’étape ${String(broken)}`])
    expect(body).toMatch(/<p class="verdict" data-tone="red">/)
  })

  it('leaves the others whole', async () => {
    expect(verdict((await step(8)).body)).toBe('La chaîne se vérifie de l’étape 1 à l’étape 8')
  })
})
