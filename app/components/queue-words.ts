/** The queue in words: what needs a person, and how the table is ordered. */
import { counted } from './typography.ts'

type Counts = { drafted: number; uncertain: number; failed: number }

export function queueSummary({ drafted, uncertain, failed }: Counts): string {
  const sentences = [
    drafted === 0 ? null : `${counted(drafted, 'script attend', 'scripts attendent')} une relecture.`,
    uncertain === 0 ? null : `${counted(uncertain, 'vidéo a', 'vidéos ont')} une issue incertaine.`,
    failed === 0 ? null : `${counted(failed, 'demande a', 'demandes ont')} connu un échec.`,
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? 'Rien n’attend votre décision.' : sentences.join(' ')
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
