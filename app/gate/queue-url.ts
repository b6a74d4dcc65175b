/** The state of the queue, in its URL: read from it, and written into links. This file reaches the browser. */
import type { QueueQuery, QueueSort } from '#app/desk/desk.ts'

const filters = [
  'requested',
  'writing',
  'drafted',
  'approved',
  'filming',
  'uncertain',
  'ready',
  'delivered',
  'declined',
  'failed',
] as const
const sorts = ['received', 'name', 'waiting'] as const
const longestSearch = 100

export function readQueueQuery(params: URLSearchParams): QueueQuery {
  const filter = filters.find((one) => one === params.get('etat')) ?? null
  const sort = sorts.find((one) => one === params.get('tri')) ?? 'received'
  const direction = params.get('sens') === 'asc' ? 'asc' : params.get('sens') === 'desc' ? 'desc' : usual[sort]
  const page = Number(params.get('page') ?? '1')
  return {
    filter,
    search: (params.get('q') ?? '').slice(0, longestSearch).replace(/\p{C}/gu, ' ').trim(),
    sort,
    direction,
    page: Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
  }
}

const usual: Record<QueueSort, 'asc' | 'desc'> = { received: 'desc', name: 'asc', waiting: 'asc' }

/** The link to a state of the queue; what is usual is left out. */
export function pageQuery({ filter, search, sort, direction, page }: QueueQuery): string {
  const params = new URLSearchParams()
  if (filter !== null) params.set('etat', filter)
  if (search !== '') params.set('q', search)
  if (sort !== 'received') params.set('tri', sort)
  if (direction !== usual[sort]) params.set('sens', direction)
  if (page > 1) params.set('page', String(page))
  const query = params.toString()
  return query === '' ? '/admin' : `/admin?${query}`
}

/** A click on a heading sorts by it, and a second click turns the order around. */
export function sortLinks(query: QueueQuery): Record<QueueSort, { to: string; direction: 'asc' | 'desc' | null }> {
  const link = (sort: QueueSort) => {
    const here = query.sort === sort
    const direction = here ? (query.direction === 'asc' ? 'desc' : 'asc') : usual[sort]
    return { to: pageQuery({ ...query, sort, direction, page: 1 }), direction: here ? query.direction : null }
  }
  return { received: link('received'), name: link('name'), waiting: link('waiting') }
}
