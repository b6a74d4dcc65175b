/**
 * `npm run bench`: figures of the house beside bare peers, in one run on one database server. A missed target prints ✗ and
 * ends nothing. `npm run bench -- --only append,rebuild` runs some of it.
 */
import { cpus } from 'node:os'

import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { benchAppend } from './append.ts'
import { benchClientJavaScript } from './client-javascript.ts'
import { benchEmmett } from './emmett.ts'
import { openPlace, type Place } from './place.ts'
import { benchQueue } from './queue.ts'
import { benchRebuild } from './rebuild.ts'
import { benchStart } from './start.ts'
import { benchWebhook } from './webhook.ts'

const sections: Record<string, (place: Place) => Promise<void>> = {
  append: benchAppend,
  rebuild: benchRebuild,
  queue: benchQueue,
  webhook: benchWebhook,
  start: benchStart,
  javascript: benchClientJavaScript,
  emmett: benchEmmett,
}

const chosen = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : []
const unknown = chosen.filter((name) => !(name in sections))
if (unknown.length > 0) {
  console.error(`no such section: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`)
  process.exit(1)
}

console.log(`Récit, ${cpus().length} cores, Node ${process.version}. Ratios are medians of interleaved rounds.`)
buildIfStale()
const began = performance.now()
const place = await openPlace()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void place.close().finally(() => process.exit(1)))
try {
  for (const [name, section] of Object.entries(sections)) {
    if (chosen.length === 0 || chosen.includes(name)) await section(place)
  }
} finally {
  await place.close()
}
console.log(`\n${Math.round((performance.now() - began) / 1000)} s`)
