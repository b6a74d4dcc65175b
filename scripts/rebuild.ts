/** `npm run rebuild`: makes `book_requests` anew from the log, under load if need be, and prints what differed. */
import { randomUUID } from 'node:crypto'

import { rebuildView } from '#db/rebuild.ts'

import { withArchive } from './with-archive.ts'

await withArchive(async (archive) => {
  const began = performance.now()
  const fact = { id: randomUUID(), commandId: randomUUID(), at: new Date().toISOString() }
  const { facts, requests, differing, differences, hashBefore, hashAfter } = await rebuildView(archive, { fact })
  const unnamed = differing - differences.length
  const lines = [
    `${facts} faits, ${requests} demandes, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    `avant ${hashBefore || '(vide)'}`,
    `après ${hashAfter || '(vide)'}`,
    ...differences.map(({ id, columns }) => `différait : ${id} (${columns.join(', ')})`),
    ...(unnamed > 0 ? [`et ${unnamed} ${unnamed === 1 ? 'autre' : 'autres'}`] : []),
    ...(differing === 0 ? ['Aucune différence : la vue disait ce que dit le journal.'] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
})
