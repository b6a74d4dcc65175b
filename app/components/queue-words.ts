/** The queue in words: what needs a person, and how the table is ordered. */
import { counted, nbsp } from './typography.ts'

type Counts = Record<(typeof waiting)[number][0] | 'failed', number>

/** The statuses that only a person ends. A failed request stands in one of them as well and is counted there, once. */
const waiting = [
  ['requested', 'nouvelle', 'nouvelles'],
  ['drafted', 'à relire', 'à relire'],
  ['approved', 'à filmer', 'à filmer'],
  ['uncertain', 'à l’issue incertaine', 'à l’issue incertaine'],
] as const

export function queueSummary(counts: Counts): string {
  const total = waiting.reduce((sum, [status]) => sum + counts[status], 0)
  const sentences = [
    total === 0
      ? null
      : `${counted(total, 'demande attend', 'demandes attendent')} une décision${nbsp}: ${shares(counts)}.`,
    counts.failed === 0 ? null : `${counted(counts.failed, 'demande a', 'demandes ont')} connu un échec.`,
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? 'Rien n’attend de décision.' : sentences.join(' ')
}

function shares(counts: Counts): string {
  return waiting
    .filter(([status]) => counts[status] > 0)
    .map(([status, one, many]) => counted(counts[status], one, many))
    .join(', ')
}

const orders = {
  received: { desc: 'les plus récentes d’abord', asc: 'les plus anciennes d’abord' },
  name: { asc: 'par nom, de A à Z', desc: 'par nom, de Z à A' },
  waiting: { asc: 'celles qui attendent le plus d’abord', desc: 'celles qui attendent le moins d’abord' },
} as const

export function queueCaption(
  total: number,
  { sort, direction }: { sort: keyof typeof orders; direction: 'asc' | 'desc' },
): string {
  return `${counted(total, 'demande', 'demandes')}, ${orders[sort][direction]}`
}
