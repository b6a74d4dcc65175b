/** The text as it comes in, laid on the writing table a few times a second, so that others see it and can stop it. */
import { streamOf } from '#events/facts.ts'
import { emptyScript, type Script } from '#events/script.ts'

import type { DeskContext } from './context.ts'

export type Attempt = { id: string; n: number }

const everyMs = 300

export type Feed = {
  /** The sections so far. */
  take(sections: Partial<Script>): void
  /** Aborts once nobody waits for the text any more. */
  stopped: AbortSignal
  /** Lays down what came last. */
  end(): Promise<void>
}

export async function openFeed(
  { archive, log }: DeskContext,
  requestId: string,
  { id: writingId, n }: Attempt,
): Promise<Feed> {
  const write = await archive.beginProgress(streamOf(requestId), { writingId, n, script: emptyScript() })
  const stop = new AbortController()
  let next: Script | null = null
  let running: Promise<void> = Promise.resolve()
  let pause: NodeJS.Timeout | null = null

  async function layDown(): Promise<void> {
    const script = next
    next = null
    if (script === null || write === null || stop.signal.aborted) return
    // A database that is away for a moment must not cost the text that is being paid for.
    const awaited = await write(script).catch((error: unknown) => {
      log.warn({ requestId, error: error instanceof Error ? error.message : 'unknown' }, 'progress not kept')
      return true
    })
    if (!awaited) stop.abort()
  }

  return {
    stopped: stop.signal,
    take(sections) {
      next = { ...emptyScript(), ...sections }
      pause ??= setTimeout(() => {
        pause = null
        running = running.then(layDown)
      }, everyMs)
    },
    async end() {
      if (pause !== null) clearTimeout(pause)
      await running.then(layDown)
    },
  }
}

/** What an attempt had written when it ended; null where not one word had come. */
export async function partialOf(
  { archive }: DeskContext,
  requestId: string,
  { id, n }: Attempt,
): Promise<Script | null> {
  const progress = await archive.readProgress(streamOf(requestId))
  return progress?.writingId === id && progress.n === n && hasWords(progress.script) ? progress.script : null
}

const hasWords = (script: Script) => Object.values(script).some((text) => text.trim() !== '')
