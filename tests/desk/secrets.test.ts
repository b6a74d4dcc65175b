/** Where the secrets and the person are after a whole journey, and where they are not. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { factSchemas, streamOf, type FactType } from '#events/facts.ts'

import { staff, type TestDesk } from '../setup/desk.ts'
import type { TestWeb } from '../setup/web.ts'
import { createClient, type Client } from '../routes/client.ts'
import { textOf } from '../routes/page.ts'
import { personal, travel } from './journey.ts'
import { factsOf, typesOf } from './requests.ts'

let house: TestDesk
let web: TestWeb
let admin: Client
let requestId: string
let log: string[]
let tables: Record<string, string>[]
let secrets: string[]

beforeAll(async () => {
  ;({ house, web, admin, requestId, log, tables, secrets } = await travel())
})
afterAll(async () => {
  await web.close()
  await house.close()
})

const found = (needles: readonly string[], hay: string) => needles.filter((needle) => hay.includes(needle))

it('the journey went all the way', async () => {
  expect(await typesOf(house, requestId)).toEqual([
    'BookRequested',
    'ScriptRequested',
    'ScriptAttempted',
    'ScriptAttempted',
    'ScriptAttempted',
    'ScriptGenerated',
    'ScriptEdited',
    'ScriptApproved',
    'ApprovalWithdrawn',
    'CorrectionRequested',
    'ScriptApproved',
    'VideoRequested',
    'VideoUncertain',
    'VideoFailed',
    'VideoRequested',
    'VideoSubmitted',
    'VideoReady',
    'ArchiveFailed',
    'VideoArchived',
  ])
  expect(Object.keys(tables[0] ?? {})).toEqual(
    expect.arrayContaining(['public.events', 'graphile_worker._private_jobs', 'public.sessions']),
  )
  expect(tables.some((noted) => (noted['graphile_worker._private_jobs'] ?? '').includes(requestId))).toBe(true)
})

describe('in the logs', () => {
  it('no secret and nobody’s name; ids and codes', () => {
    const lines = [...log, ...web.log].join('\n')
    expect(found([...secrets, ...personal], lines)).toEqual([])
    expect([log.length > 0, web.log.length > 20, lines.includes(requestId)]).toEqual([true, true, true])
    expect(lines).not.toMatch(/Signature=|X-Amz|Expires=|commandId|csrf/)
  })
})

describe('in the database', () => {
  it('no secret, nobody’s name and none of their words, in any table at any moment', () => {
    for (const noted of tables) {
      for (const [table, rows] of Object.entries(noted))
        expect([table, found([...secrets, ...personal], rows)]).toEqual([table, []])
    }
  })

  it('and what was looked through was there: jobs, deliveries, sessions', () => {
    const noted = tables.map((one) => Object.values(one).join('\n')).join('\n')
    expect(found([requestId, 'avatar_video.success', 'BookRequested', '"seen_at"'], noted)).toHaveLength(4)
  })

  it('neither the address a sign-in came from, nor the one it was for', () => {
    const tries = tables.map((noted) => noted['public.sign_in_attempts'] ?? '').join('\n')
    expect([tries !== '', found([staff.admin.email, '127.0.0.1'], tries)]).toEqual([true, []])
  })

  it('what is personal in a fact is sealed: all of it, and nothing that a guard reads', async () => {
    const { rows } = await sql<{ type: FactType; body: string }>`
      select type, body from events where stream = ${streamOf(requestId)}`.execute(
      house.database.archive.database.kysely,
    )
    for (const { type, body } of rows) {
      const stored = JSON.parse(body) as { data: object; sealed?: string }
      const { personal: fields } = factSchemas[type]
      expect([type, Object.keys(stored.data).filter((field) => (fields as readonly string[]).includes(field))]).toEqual(
        [type, []],
      )
      expect([type, stored.sealed !== undefined]).toEqual([type, fields.length > 0])
    }
  })

  it('the same words are sealed otherwise each time', async () => {
    const { rows } = await sql<{ sealed: string }>`
      select payload ->> 'sealed' as sealed from events where payload ->> 'sealed' is not null`.execute(
      house.database.archive.database.kysely,
    )
    expect(new Set(rows.map(({ sealed }) => sealed.slice(0, 16))).size).toBe(rows.length)
  })
})

describe('outside the house', () => {
  it('HeyGen knows our attempts by their ids', async () => {
    const attempts = (await factsOf(house, requestId)).flatMap(({ type, data }) =>
      type === 'VideoRequested' ? [(data as { attempt: string }).attempt] : [],
    )
    const ledger = house.simulators.heygen.ledger()
    expect(ledger.map(({ title, callback_id, callback_url }) => [title, callback_id, callback_url])).toEqual(
      attempts.map((id) => [id, id, null]),
    )
  })

  it('no page of ours holds a secret, and a stranger’s page nobody’s name', async () => {
    for (const path of ['/admin', `/admin/requests/${requestId}`, '/audit', `/audit/${requestId}`]) {
      const [html, data] = [(await admin.get(path)).body, (await admin.get(`${path}.data`)).body]
      expect([path, found([...secrets, '$argon2', 'the secret of the forms'], html + data)]).toEqual([path, []])
      expect(html).toContain('Ysaline')
    }
    for (const path of ['/', '/merci', '/login', '/healthz', '/readyz', '/nulle-part']) {
      expect([path, found([...secrets, ...personal], (await createClient(web.port).get(path)).body)]).toEqual([
        path,
        [],
      ])
    }
  })
})

describe('once the key of the request is destroyed', () => {
  beforeAll(() =>
    sql`update request_keys set wrapped_key = null, destroyed_at = now() where stream = ${streamOf(requestId)}`.execute(
      house.database.archive.database.kysely,
    ),
  )

  it('its history replays to the same end, with blanks where the person was', async () => {
    const facts = await factsOf(house, requestId)
    expect([facts.length, found(personal, JSON.stringify(facts))]).toEqual([19, []])
    const page = await house.desk.readHistory(requestId, null)
    expect(page).toMatchObject({
      then: { status: 'ready', script: null, person: { firstNames: null } },
      proof: { ok: true, brokenAt: null },
    })
  })

  it('its pages say so, at every step', async () => {
    for (const path of [
      `/admin/requests/${requestId}`,
      ...Array.from({ length: 19 }, (_, n) => `/audit/${requestId}?v=${String(n + 1)}`),
    ]) {
      const { status, body } = await admin.get(path)
      expect([path, status, found(personal, body)]).toEqual([path, 200, []])
      expect(textOf(body)).toContain('Personne effacée')
      expect(textOf(body)).not.toMatch(/\bnull\b|undefined/)
    }
    const { body } = await admin.get(`/audit/${requestId}`)
    expect(textOf(body)).toContain('Naissance effacée Chemin de vie effacé')
    expect(textOf(body)).toContain('La chaîne se vérifie de l’étape 1 à l’étape 19')
  })
})
