/** Something that is done again and again, one run at a time, and survives its own failures: it then waits longer. */

export type Round = { stop(): Promise<void> }

type Log = { warn(detail: object, line: string): void }

export function createRound(name: string, everyMs: number, log: Log, work: () => Promise<void>): Round {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  function go(): void {
    if (stopped) return
    running = work()
      .then(
        () => everyMs,
        (error: unknown) => {
          log.warn({ round: name, error: String(error) }, 'a round failed')
          return everyMs * 5
        },
      )
      .then((waitMs) => {
        if (!stopped) timer = setTimeout(go, waitMs)
      })
  }

  go()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
