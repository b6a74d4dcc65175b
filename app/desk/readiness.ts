import type { DeskContext } from './context.ts'
import type { Desk } from './desk.ts'

/** Below this a film may not fit. */
const leastFreeBytes = 500_000_000

export function createReadiness({ archive, telephones }: DeskContext): Pick<Desk, 'readiness'> {
  return {
    async readiness() {
      const [database, jobs, free] = await Promise.all([
        archive.ping(),
        archive.pingJobs(),
        telephones.storage.freeBytes(),
      ])
      const checks = { database, jobs, disk: free > leastFreeBytes }
      return { ok: database && jobs && checks.disk, checks }
    },
  }
}
