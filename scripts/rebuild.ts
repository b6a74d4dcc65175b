/** `npm run rebuild`: makes `book_requests` anew from the log, under load if need be, and prints what differed. */
import { randomUUID } from 'node:crypto'

import { readEnv } from '#app/env.ts'
import { rebuildView } from '#db/rebuild.ts'

import { readKeys } from './keys.ts'
import { createLogger, openMigrated, seatDatabase } from './open-house.ts'

const env = readEnv()
const log = createLogger(env)
const seat = await seatDatabase(env, 'companion', log)
const archive = await openMigrated(seat, readKeys(env), log)
const began = performance.now()
try {
  const at = new Date().toISOString()
  const rebuilt = await rebuildView(archive, { fact: { id: randomUUID(), commandId: randomUUID(), at } })
  const seconds = (performance.now() - began) / 1000
  const { facts, requests, differences, hashBefore, hashAfter } = rebuilt
  process.stdout.write(`${facts} faits, ${requests} demandes, ${seconds.toFixed(1)} s\n`)
  process.stdout.write(`avant ${hashBefore || '(vide)'}\naprès ${hashAfter || '(vide)'}\n`)
  if (differences.length === 0) process.stdout.write('Aucune différence : la vue disait ce que dit le journal.\n')
  for (const { id, columns } of differences) process.stdout.write(`différait : ${id} (${columns.join(', ')})\n`)
} finally {
  await archive.close()
  await seat.stop()
}
