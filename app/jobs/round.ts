/** Something that is done again and again, one run at a time, and survives its own failures. */

export type Round = {
  /** Runs at once; if a run is under way, once more after it. */
  now(): void
  stop(): Promise<void>
}

type Log = { warn(detail: object, line: string): void }

export function createRound(name: string, everyMs: number, log: Log, work: () => Promise<void>): Round {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  function go(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    clearTimeout(timer)
    running = work()
      .catch((error: unknown) => log.warn({ round: name, error: String(error) }, 'a round failed'))
      .finally(() => {
        running = null
        if (stopped) return
        if (again) {
          again = false
          return go()
        }
        timer = setTimeout(go, everyMs)
      })
  }

  go()
  return {
    now: go,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
