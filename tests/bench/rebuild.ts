/** Facts a second of a whole rebuild: fold, indexes, comparison by hash, swap. */
import { rebuildView } from '#db/rebuild.ts'

import { factsOfALife, writeLives } from './lives.ts'
import { archiveOf, fillingArchiveOf, type Place } from './place.ts'
import { held, perSecond, print } from './report.ts'
import { median } from './rounds.ts'

const facts = 100_000
const wordsOfAScript = 150

export async function benchRebuild(place: Place): Promise<void> {
  const url = await place.createDatabase('rebuild')
  const filling = fillingArchiveOf(url)
  await writeLives(filling, facts / factsOfALife, wordsOfAScript)
  const { rows } = await filling.database.pool.query<{ bytes: number }>(
    'select avg(length(body))::int as bytes from events',
  )
  await filling.database.pool.query('vacuum analyze')
  await filling.close()
  const archive = archiveOf(url)
  try {
    const rates = []
    for (let n = 0; n < 5; n += 1) {
      const began = performance.now()
      const rebuilt = await rebuildView(archive)
      if (rebuilt.facts !== facts || rebuilt.differences.length > 0) throw new Error('not the view that was')
      rates.push((facts * 1000) / (performance.now() - began))
    }
    const what = `${facts.toLocaleString('en')} facts of ${rows[0]?.bytes ?? 0} bytes on average`
    print('Rebuild', [held(what, median(rates), { least: 40_000 }, perSecond)])
  } finally {
    await archive.close()
  }
}
