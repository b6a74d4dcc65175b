import type { LifePath } from '#events/numerology/life-path.ts'
import { statuses, type Status } from '#events/request.ts'
import type { QueueRecord } from '#db/queue.ts'

import { instant, type DeskContext } from './context.ts'
import type { Desk, QueueFilter, QueueRow } from './desk.ts'

export const pageSize = 25

export function createReadQueue({ archive, clock }: DeskContext): Pick<Desk, 'listRequests' | 'listHistories'> {
  return {
    async listRequests(query) {
      const { rows, counts, total, page, pages } = await archive.listQueue({ ...query, pageSize })
      const named = countsOf(counts)
      const all = statuses.reduce((sum, status) => sum + named[status], 0)
      return { rows: rows.map(queueRow), counts: named, all, total, page, pages, now: instant(clock()) }
    },

    async listHistories({ search, page: wanted }) {
      const query = { filter: null, search, sort: 'received', direction: 'desc', page: wanted, pageSize } as const
      const { rows, total, page, pages } = await archive.listQueue(query)
      return { rows: rows.map(queueRow), total, page, pages }
    },
  }
}

function countsOf(counts: Record<string, number>): Record<QueueFilter, number> {
  const filters = [...statuses, 'failed'] as const
  return Object.fromEntries(filters.map((filter) => [filter, counts[filter] ?? 0])) as Record<QueueFilter, number>
}

function queueRow(row: QueueRecord): QueueRow {
  const lifePath = (row.numbers as unknown as { lifePath: LifePath } | null)?.lifePath
  return {
    id: row.id,
    firstNames: row.first_names ?? '',
    lastName: row.last_name ?? '',
    birthDate: row.birth_date ?? '',
    lifePath: lifePath ? { value: lifePath.value, master: lifePath.master } : null,
    status: row.status as Status,
    failed: row.last_failure !== null,
    requestedAt: row.requested_at.toISOString(),
    waitingSince: row.waiting_since?.toISOString() ?? null,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  }
}
