/** A whole journey through the house, with a known person, known words and known secrets; and what was noted on the way. */
import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import pino from 'pino'

import { createDesk } from '#app/desk/create-desk.ts'
import { scrubbed } from '#app/gate/scrub.ts'
import { createHeygen } from '#app/lib/heygen.ts'
import { createOpenAi } from '#app/lib/openai.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { createClient, signIn, type Client } from '../routes/client.ts'
import { workAll } from './clockwork.ts'
import { failureOf, receive, successOf } from './deliveries.ts'
import { work } from './requests.ts'

const secret = {
  openai: `sk-proj-${randomBytes(24).toString('hex')}`,
  heygen: `hg_${randomBytes(24).toString('hex')}`,
  webhook: `whsec_${randomBytes(24).toString('hex')}`,
}
const person = {
  firstNames: 'Ysaline Perpétue',
  lastName: 'Wyxenberg-Cœur',
  birthDay: '18',
  birthMonth: '4',
  birthYear: '1943',
  email: 'ysaline@jardin-secret.exemple',
  theme: 'change',
  'memories.question': 'Dois-je quitter la fanfare de Zwyndrecht\u202f?',
  'consentMemory.question': 'yes',
  consentAi: 'yes',
  consentStart: 'yes',
}
const said = {
  instructions: 'Parlez-lui du tambour',
  correction: 'Le trombone attend son heure.',
  reason: 'Fausse note au deuxième mouvement',
  comment: 'Vu avec le chef de pupitre',
  remark: 'Moins de cymbales',
  override: 'Accord de la harpiste',
}

/** Who the person is and what was said, as it might be written anywhere. */
export const personal = [
  ...['Ysaline', 'Perpétue', 'Wyxenberg', '1943-04-18', '18 avril', 'jardin-secret', 'Zwyndrecht'],
  ...['tambour', 'trombone', 'Fausse note', 'pupitre', 'cymbales', 'harpiste'],
]

export type Journey = {
  house: TestDesk
  web: TestWeb
  admin: Client
  requestId: string
  /** What the desk logged; the web's own lines are in `web.log`. */
  log: string[]
  /** Every table as it was on the way, before jobs were done and rows were cleared away: rows as text, by table. */
  tables: Record<string, string>[]
  /** Keys, passwords, tokens. */
  secrets: string[]
}

export async function travel(): Promise<Journey> {
  const log: string[] = []
  const house = await createTestDesk({ settings: { webhookSecrets: [secret.webhook] } })
  const { context, simulators, database } = house
  const [openaiUrl, heygenUrl, timeoutMs] = [`${simulators.url}/v1`, simulators.url, 2_000]
  context.log = pino({ level: 'trace', base: null }, scrubbed({ write: (line) => log.push(line) }))
  context.telephones = {
    ...context.telephones,
    openai: createOpenAi({ apiKey: secret.openai, baseUrl: openaiUrl, model: 'gpt-6.1-terra', timeoutMs }),
    heygen: createHeygen({ apiKey: secret.heygen, baseUrl: heygenUrl, timeoutMs }),
  }
  const web = await startTestWeb(createDesk(context))
  const requestId = await askForReading(house, web)
  const admin = await signIn(web.port, staff.admin)
  const tables: Journey['tables'] = []
  await decide({ house, admin, requestId, tables })
  await lookAround(admin, requestId)
  const master = [database.masterKey.toString('hex'), database.masterKey.toString('base64').slice(0, 40)]
  const passwords = Object.values(staff).map(({ password }) => password)
  const tokens = [...admin.cookies.values()]
  return {
    house,
    web,
    admin,
    requestId,
    log,
    tables,
    secrets: [...Object.values(secret), ...passwords, ...tokens, ...master],
  }
}

/** With a wrong date first, as people do. */
async function askForReading(house: TestDesk, web: TestWeb): Promise<string> {
  const customer = createClient(web.port)
  const form = { action: '/?index' }
  const refused = await customer.submit(await customer.get('/'), form, { ...person, birthMonth: '2', birthDay: '30' })
  await customer.submit(refused, form, person)
  const query = { filter: null, search: '', sort: 'received', direction: 'desc', page: 1 } as const
  return (await house.desk.listRequests(query)).rows[0]?.id ?? ''
}

async function decide({ house, admin, requestId, tables }: Pick<Journey, 'house' | 'admin' | 'requestId' | 'tables'>) {
  const page = `/admin/requests/${requestId}`
  const press = async (wanted: { action: string; intent?: string }, typed: Record<string, string> = {}) => {
    const answer = await admin.submit(await admin.get(page), wanted, typed)
    if (answer.status !== 303) throw new Error(`${JSON.stringify(wanted)} was answered ${String(answer.status)}`)
    tables.push(await readTables(house))
  }
  const { openai, heygen } = house.simulators

  openai.plan(['hostile', 'reset_after_headers'])
  await press({ action: '/api/generate-script' }, { instructions: said.instructions, 'use.question': 'yes' })
  await workAll(house)
  const correction = { 'script.elan': said.correction, overrideReason: said.override }
  await press({ action: page, intent: 'approveScript' }, correction)
  await press({ action: page, intent: 'withdrawApproval' }, { reason: said.reason })
  await press({ action: page, intent: 'requestCorrection' }, { 'comment.elan': said.remark })
  await press({ action: page, intent: 'approveScript' }, { overrideReason: said.override })

  heygen.plan(['accepted_without_video_id+unlisted', 'ok+file_expired:1+read_error:1'])
  await press({ action: '/api/generate-video' })
  await work(house, 'film', requestId, { tries: 3 })
  await press({ action: page, intent: 'declareVideoFailed' }, { comment: said.comment })
  await press({ action: '/api/generate-video' })
  await workAll(house)
  for (const told of [await successOf(house, requestId), await failureOf(house, requestId)]) {
    await receive(house, told)
    await receive(house, told, { secret: 'wrong' })
  }
  await house.night.decideDeliveries()
  tables.push(await readTables(house))
}

async function lookAround(admin: Client, requestId: string): Promise<void> {
  await admin.get(`/admin?q=${encodeURIComponent(person.lastName)}`)
  await admin.get(`/audit?q=${encodeURIComponent(person.email)}`)
  await admin.get(`/media/${requestId}`, { range: 'bytes=0-9' })
}

/** Everything that the database holds, but the view of the present and the accounts, whose work is to know names. */
async function readTables(house: TestDesk): Promise<Record<string, string>> {
  const { kysely } = house.database.archive.database
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
      and table_name not in ('book_requests', 'staff')`.execute(kysely)
  const tables: Record<string, string> = {}
  for (const { name } of rows) {
    const all = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(kysely)
    tables[name] = all.rows.map(({ row }) => row + bytesIn(row)).join('\n')
  }
  return tables
}

/** Bytes stand in hexadecimal there: here they are in letters. */
const bytesIn = (row: string) =>
  [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('utf8')).join('\n')
