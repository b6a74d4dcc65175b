/** What must hold of the house whatever was done to it: log, view, rebuild, queue, jobs, ledger and model agree. */
import { expect } from 'vitest'

import { fold, stateOf, statusOf } from '#events/decide.ts'
import { streamOf } from '#events/facts.ts'
import { project } from '#db/project.ts'
import { rebuildView } from '#db/rebuild.ts'

import { awaited, type Film, type Request } from './model.ts'
import { factsOf, type House } from './property-house.ts'

type Row = Record<string, unknown>

/** After each act: every request of the view is where the model has it. */
export async function checkPlaces({ database, world, met }: House): Promise<void> {
  const { rows } = await database.archive.database.pool.query<Row>('select id, status, version from book_requests')
  const places = (all: readonly { id?: unknown; status?: unknown; version?: unknown }[]) =>
    Object.fromEntries(all.map(({ id, status, version }) => [id, `${String(status)}, ${String(version)} facts`]))
  expect(places(rows)).toEqual(places(world.requests))
  for (const { status } of world.requests) met.add(status)
}

export async function checkHouse(house: House): Promise<void> {
  for (const request of house.world.requests) await checkRequest(house, request)
  await checkQueue(house)
  await checkJobs(house)
  await checkLedger(house)
  await checkRebuild(house)
}

async function checkRequest(house: House, request: Request): Promise<void> {
  const { archive } = house.database
  const facts = await factsOf(house, request)
  const snapshot = fold(facts)
  expect([statusOf(snapshot), facts.length]).toEqual([request.status, request.version])
  expect(stateOf(snapshot)).toMatchObject({
    ...{ textHash: request.text, writtenBy: request.author, approvals: request.approvals },
    correction: request.correction === null ? null : { by: request.correction, sections: ['portrait'] },
    attempt: request.current?.attempt ?? null,
    films: Object.fromEntries(request.films.map((film) => [film.attempt, filmOf(film)])),
  })
  expect(stateOf(snapshot).approval?.textHash).toBe(request.approval?.text)

  const { rows } = await archive.database.pool.query<Row>('select * from book_requests where id = $1', [request.id])
  expect(rows.map(plain)).toEqual([{ ...project(facts) }])
  expect(rows[0]).toMatchObject(expectedRow(request))

  const { links, headHolds } = await archive.proveStream(streamOf(request.id))
  expect([links.length, links.filter(({ proven }) => !proven), headHolds]).toEqual([facts.length, [], true])
  for (const { type } of facts) house.met.add(type)
  const others = request.films.filter((film) => film !== request.current || request.status === 'declined')
  for (const { state } of others) house.met.add(`a film on the side is ${state}`)
  const foreign = request.films.some(({ state, text }) => state === 'ready' && text !== request.approval?.text)
  if (foreign && request.approval) house.met.add('a film of another text is kept')
}

function filmOf({ text, approval, state, videos, copied }: Film) {
  const outcome = state === 'open' ? (expect.stringMatching(/^(requested|submitted|uncertain)$/) as string) : state
  const [heygenVideoId = null, ...surplusVideoIds] = videos
  return { textHash: text, approval, outcome, heygenVideoId, surplusVideoIds, archived: copied }
}

/** What the columns that the business knows must say. */
function expectedRow(request: Request): Row {
  const { id, status, version, text, approval, current } = request
  const effect = awaited(request)
  return {
    ...{ status, version, text_hash: text, approved_text_hash: approval?.text ?? null },
    video_status: current ? videoStatus(request, current) : 'none',
    heygen_video_id: current?.videos[0] ?? null,
    video_url: current?.copied ? `/media/${id}` : null,
    awaits: effect === 'watch' && status !== 'filming' ? 'watchSlowly' : effect,
  }
}

function videoStatus({ status }: Request, { state, videos }: Film): string {
  if (state !== 'open') return state === 'ready' ? 'completed' : 'failed'
  if (status === 'uncertain') return 'uncertain'
  return videos.length === 0 ? 'requested' : 'submitted'
}

/** A row as the projection writes it: instants as text, large numbers as numbers. */
function plain(row: Row): Row {
  const numbers = ['film_bytes', 'cost_micro_usd']
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value instanceof Date) return [column, value.toISOString()]
      return [column, numbers.includes(column) && value !== null ? Number(value) : value]
    }),
  )
}

async function checkQueue({ desk, database, world }: House): Promise<void> {
  const query = { filter: null, search: '', sort: 'received', direction: 'asc', page: 1 } as const
  const { counts, all, total, rows } = await desk.listRequests(query)
  const statuses = world.requests.map(({ status }) => status)
  const { failed, ...ofStatuses } = counts
  const expected = Object.keys(ofStatuses).map((name) => [name, statuses.filter((status) => status === name).length])
  expect(ofStatuses).toEqual(Object.fromEntries(expected))
  expect([all, total, rows.length]).toEqual([statuses.length, statuses.length, statuses.length])
  const inView = 'select count(*)::int as n from book_requests where last_failure is not null'
  const { rows: counted } = await database.archive.database.pool.query<{ n: number }>(inView)
  expect(failed).toBe(counted[0]?.n)
}

async function checkJobs({ database, world }: House): Promise<void> {
  const { rows } = await database.archive.database.pool.query<{ key: string }>(
    'select key from graphile_worker._private_jobs order by key',
  )
  expect(rows.map(({ key }) => key)).toEqual([...world.jobs.keys()].sort())
}

/** Nobody is charged twice who did not say that they might be. */
async function checkLedger(house: House): Promise<void> {
  const ledger = house.simulators.heygen.ledger()
  const orders = house.world.requests.flatMap(({ films }) => films)
  const all = await Promise.all(house.world.requests.map((request) => factsOf(house, request)))
  const requested = all.flat().filter(({ type }) => type === 'VideoRequested')
  expect(requested.length).toBe(orders.length)
  expect(ledger.length).toBeLessThanOrEqual(requested.length)

  const attempts = ledger.map(({ title }) => title)
  expect(new Set(attempts).size, 'one video an order').toBe(attempts.length)
  expect(attempts.filter((attempt) => !orders.some((film) => film.attempt === attempt))).toEqual([])

  const charged = ledger.filter(({ fate }) => fate !== 'rendering').map(({ title }) => title)
  for (const { films, approvals } of house.world.requests) {
    for (let n = 1; n <= approvals; n += 1) {
      const under = films.filter(({ approval }) => approval === n)
      const paid = under.filter(({ attempt }) => charged.includes(attempt))
      const accepted = under.filter(({ double, denied }) => double || denied)
      expect(paid.length, 'films paid for under one approval').toBeLessThanOrEqual(1 + accepted.length)
    }
  }
}

async function checkRebuild({ database, world }: House): Promise<void> {
  const facts = world.requests.reduce((sum, { version }) => sum + version, 0)
  const rebuilt = await rebuildView(database.archive, { dryRun: true })
  expect(rebuilt).toMatchObject({ facts, requests: world.requests.length, differences: [] })
  expect(rebuilt.hashAfter).toBe(rebuilt.hashBefore)
}
