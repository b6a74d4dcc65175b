/** `/admin`: what is in the queue, and in which order. The URL is all the state there is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { approve, book, draft } from '../desk/requests.ts'
import { stages } from '../desk/stages.ts'
import { signIn, type Client } from './client.ts'
import { formOf, textOf } from './page.ts'

let house: TestDesk
let web: TestWeb
let client: Client

const named = [
  ['Zoé', 'L’Hermitte-Cœur'],
  ['Linh', 'Nguyễn'],
  ['Søren', 'Weiß'],
  ['Maëlys', 'Lebœuf'],
  ['Łukasz', 'Đorđević'],
  ['Ægidius', 'O’Neil'],
  ['Cent 100 %', 'under_score'],
  ['Jean-Éric', 'd’Aubigné'],
] as const
const plain = 24

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  for (let n = 0; n < plain; n += 1) await book(house, { firstNames: `Numéro${String(n + 10)}`, lastName: 'Dupont' })
  for (const [firstNames, lastName] of named) {
    const email = `${firstNames === 'Linh' ? 'nguyen' : 'quelqu.un'}@exemple.fr`
    await book(house, { firstNames, lastName, email })
  }
  await draft(house)
  await approve(house)
  await stages.declined(house)
  await stages.uncertain(house)
  await stages.ready(house)
  client = await signIn(web.port, staff.auditor)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const total = plain + named.length + 5

async function queue(query: string) {
  const { status, body } = await client.get(`/admin${query}`)
  const rows = [...body.matchAll(/<th role="rowheader"[^>]*><a [^>]*>([\s\S]*?)<\/a>/g)].map(([, name = '']) =>
    textOf(name),
  )
  const tabs = [...body.matchAll(/<a ([^>]*)>([^<]*?)(?:<!-- -->)? ?<span class="count">([\s\S]*?)<\/span><\/a>/g)].map(
    ([, link = '', label = '', count = '']) => ({
      label: textOf(label),
      href: textOf(/href="([^"]*)"/.exec(link)?.[1] ?? ''),
      count: Number(textOf(count)),
      here: link.includes('aria-current="page"'),
    }),
  )
  const pages = [...body.matchAll(/aria-label="Page (\d+)"( aria-current="page")?/g)].map(([, n, here]) =>
    here ? `[${n ?? ''}]` : n,
  )
  return { status, body, rows, tabs, pages }
}

describe('the counts of the statuses', () => {
  it('are filters, and each shows as many as it says', async () => {
    const { tabs } = await queue('')
    expect(tabs.map(({ label, count }) => `${label} ${String(count)}`)).toEqual([
      `Toutes ${String(total)}`,
      `Nouvelle ${String(plain + named.length)}`,
      'En cours d’écriture 0',
      'À relire 1',
      'Validé 1',
      'En production 0',
      'Issue incertaine 1',
      'Vidéo prête 1',
      'Envoyée 0',
      'Échec 0',
      'Refusée 1',
    ])
    for (const tab of tabs.filter(({ count }) => count <= 25)) {
      const page = await queue(tab.href.replace('/admin', ''))
      expect([tab.label, page.rows.length]).toEqual([tab.label, tab.count])
      expect(page.tabs.filter(({ here }) => here).map(({ label }) => label)).toEqual([tab.label])
    }
  })

  it('show « Échec » for a request whose script could not be written', async () => {
    house.simulators.openai.plan(['unauthorized'])
    const requestId = await stages.writing(house)
    await house.night.write(
      { requestId, tries: 1, mayHaveCost: false, previousCode: null },
      new AbortController().signal,
    )
    const { rows, tabs } = await queue('?etat=failed')
    expect([rows.length, tabs.find(({ label }) => label === 'Échec')?.count]).toEqual([1, 1])
    await house.desk.declineRequest(
      { commandId: crypto.randomUUID(), actor: house.actors.admin },
      { requestId, reason: null, seen: { version: 4 } },
    )
    expect((await queue('?etat=failed')).rows).toEqual([])
  })
})

describe('the search', () => {
  it.each([
    ['coeur', 1],
    ['CŒUR', 1],
    ['hermitte cœur', 1],
    ['coeur zoé', 1],
    ['nguyen', 1],
    ['NGUYỄN linh', 1],
    ['weiss', 1],
    ['soren', 1],
    ['leboeuf', 1],
    ['lukasz', 1],
    ['dordevic', 1],
    ['aegidius', 1],
    ['numero1', 10],
    ['100 %', 1],
    ['under_', 1],
    ['%', 1],
    ['_', 1],
    ['\\', 0],
    ["'", 3],
    ["d'aubigne", 1],
    ['d’aubigne', 1],
    ['dʼAubigné', 1],
    ['d´aubigné', 1],
    ["L'Hermitte", 1],
    ['daubigne', 0],
    ['nguyen@exemple.fr', 1],
    ['NGUYEN@', 1],
    ['nguyen linh nguyen@exemple.fr', 1],
    ['demande', 0],
    ['personne de ce nom', 0],
  ])('%s finds %i', async (search, count) => {
    const { rows, body } = await queue(`?${new URLSearchParams({ q: search, etat: 'requested' }).toString()}`)
    expect(rows).toHaveLength(count)
    expect(formOf(body, { action: '/admin' }).fields).toMatchObject({ q: search, etat: 'requested' })
    if (count === 0) expect(textOf(body)).toContain(textOf('Aucun résultat'))
  })

  it('finds a request by the number that people read to each other', async () => {
    const id = await book(house, { firstNames: 'Unique' })
    expect((await queue(`?q=${id.slice(0, 8)}`)).rows).toEqual(['Unique L’Hermitte-Cœur'])
    expect((await queue(`?q=${id}`)).rows).toHaveLength(1)
    const number = id.slice(0, 8)
    const printed = [`Demande n°\u00a0${number}`, `demande n° ${number}`, `N° ${number}`, `n°${number}`, `nº ${number}`]
    for (const typed of [...printed, `Demande ${number}`, `unique n° ${number.slice(0, 5)}`]) {
      const { rows } = await queue(`?${new URLSearchParams({ q: typed }).toString()}`)
      expect([typed, rows]).toEqual([typed, ['Unique L’Hermitte-Cœur']])
    }
    await house.desk.declineRequest(
      { commandId: crypto.randomUUID(), actor: house.actors.admin },
      { requestId: id, reason: null, seen: { version: 1 } },
    )
  })
})

describe('a search that finds nobody', () => {
  it('inside a tab says that only there was searched, and leads to the search in all', async () => {
    const { body } = await queue('?etat=declined&q=nguyen')
    expect(textOf(body)).toContain('Aucun résultat pour « nguyen » parmi les demandes de l’onglet « Refusée ».')
    expect(body).toMatch(/<a [^>]*href="\/admin\?q=nguyen"[^>]*>Chercher dans toutes les demandes<\/a>/)
    expect((await queue('?q=nguyen')).rows).toHaveLength(1)
  })

  it('in all of them leads back to the queue', async () => {
    const { body } = await queue('?q=personne')
    expect(textOf(body)).toContain('Aucun résultat pour « personne ».')
    expect(body).not.toContain('Chercher dans toutes')
    expect(body).toMatch(/<a [^>]*href="\/admin"[^>]*>Effacer la recherche<\/a>/)
  })
})

it('says how many wait for a person, each of them once', async () => {
  const waiting = plain + named.length + 3
  expect(textOf((await queue('')).body)).toContain(
    `${String(waiting)} demandes attendent une décision : ${String(waiting - 3)} nouvelles, 1 à relire, 1 à filmer, 1 à l’issue incertaine.`,
  )
})

describe('order and pages', () => {
  it('25 a page, the newest first, nobody twice and nobody lost', async () => {
    const first = await queue('')
    const second = await queue('?page=2')
    expect([first.rows.length, first.pages, second.pages]).toEqual([25, ['[1]', '2'], ['1', '[2]']])
    const { all } = await house.desk.listRequests({
      filter: null,
      search: '',
      sort: 'received',
      direction: 'desc',
      page: 1,
    })
    const oldest = second.rows.at(-1)
    expect([first.rows.length + second.rows.length, oldest]).toEqual([all, 'Numéro10 Dupont'])
    expect((await queue('?tri=received&sens=asc')).rows[0]).toBe(oldest)
  })

  it('by name, as people would look it up', async () => {
    const { rows } = await queue('?tri=name&etat=requested')
    expect(rows.slice(0, 3)).toEqual(['Jean-Éric d’Aubigné', 'Łukasz Đorđević', 'Numéro10 Dupont'])
    const back = await queue('?tri=name&sens=desc&etat=requested')
    expect(back.rows.slice(0, 2)).toEqual(['Søren Weiß', 'Cent 100 % under_score'])
  })

  it('by waiting, those who wait longest first, the finished ones last', async () => {
    const last = await queue('?tri=waiting&page=2')
    expect(last.rows.slice(-3).every((name) => name.includes('L’Hermitte-Cœur'))).toBe(true)
    expect((await queue('?tri=waiting')).body).not.toContain('Terminée')
  })

  it('a page past the end is the last one', async () => {
    const past = await queue('?page=999')
    expect([past.status, past.pages]).toEqual([200, ['1', '[2]']])
  })

  it('keeps filter, search and order in the links to other pages', async () => {
    const { body } = await queue('?etat=requested&tri=name&sens=desc')
    expect(textOf(/<a ([^>]*rel="next"[^>]*)>/.exec(body)?.[1] ?? '')).toContain(
      textOf('href="/admin?etat=requested&amp;tri=name&amp;sens=desc&amp;page=2"'),
    )
  })
})

it.each([
  'page=-1',
  'page=0',
  'page=1.5',
  'page=1e99',
  'page=NaN',
  'page=99999999999999999999',
  'page=1&page=2',
  'etat=__proto__',
  'etat=constructor',
  "etat='; drop table events --",
  'tri=__proto__&sens=toString',
  'q=%00%01%02',
  'q=%ff%fe',
  'q=%F0%9F%98%80',
  `q=${'a%25'.repeat(2_000)}`,
  'q[]=1&q[$ne]=2',
  '%=%',
  '=&&&==',
])('?%s is a queue all the same', async (query) => {
  const { status, tabs } = await queue(`?${query}`)
  expect([status, tabs.length]).toEqual([200, 11])
})
