import { readEnv } from '#app/env.ts'
import type { Archive } from '#db/archive.ts'

import { readKeys } from './keys.ts'
import { createLogger, openMigrated, seatDatabase } from './open-house.ts'

/**
 * A script on the archive: opens it beside whoever is there, closes it again, says what went wrong in one line. Nobody
 * waits for a script as for a page: it takes the time it needs.
 */
export async function withArchive(work: (archive: Archive) => Promise<void>): Promise<void> {
  try {
    const env = readEnv()
    const log = createLogger(env)
    const seat = await seatDatabase(env, 'companion', log)
    try {
      const archive = await openMigrated(seat, readKeys(env), log, 'long')
      await work(archive).finally(() => archive.close())
    } finally {
      await seat.stop()
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
