import { requestIdOf } from '#events/facts.ts'

import type { DeskContext } from './context.ts'
import type { Desk } from './desk.ts'

/**
 * What changed since a mark. A commit can become visible after a later one, so each look goes back a little; what was
 * told already is remembered here and not told twice.
 */
export function createChanges({ archive }: DeskContext): Pick<Desk, 'listChanges'> {
  const told = new Map<number, true>()
  return {
    async listChanges(since) {
      const from = since === '' ? await archive.lastPosition() : Number(since)
      const rows = (await archive.listChanges(from)).filter((row) => !told.has(row.position))
      for (const row of rows) told.set(row.position, true)
      const mark = rows.reduce((most, row) => Math.max(most, row.position), from)
      for (const position of told.keys()) if (position < mark - 1_000) told.delete(position)
      // At first nothing is news but what came after the mark was drawn.
      const news = since === '' ? rows.filter(({ position }) => position > from) : rows
      const latest = new Map(news.map((row) => [requestIdOf(row.stream), row.version]))
      return { mark: String(mark), changes: [...latest].map(([id, version]) => ({ id, version })) }
    },
  }
}
