/** The text as it comes in, laid on the writing table a few times a second, so that others see it and can stop it. */
import { streamOf } from '#events/facts.ts'
import { emptyScript, type Script } from '#events/script.ts'
import type { Bill } from '#db/script-table.ts'

import type { DeskContext } from './context.ts'

export type Attempt = { id: string; n: number }

const everyMs = 300
/** A model that thinks says nothing; whether anybody still waits is asked all the same. */
const askMs = 1_500

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
  let last = emptyScript()
  let running: Promise<void> = Promise.resolve()
  let pause: NodeJS.Timeout | null = null

  async function layDown(): Promise<void> {
    const script = next
    next = null
    if (script === null || write === null || stop.signal.aborted) return
    last = script
    // A database that is away for a moment must not cost the text that is being paid for.
    const awaited = await write(script).catch((error: unknown) => {
      log.warn({ requestId, error: error instanceof Error ? error.message : 'unknown' }, 'progress not kept')
      return true
    })
    if (!awaited) stop.abort()
  }

  const ask = setInterval(() => {
    next ??= last
    running = running.then(layDown)
  }, askMs)

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
      clearInterval(ask)
      if (pause !== null) clearTimeout(pause)
      await running.then(layDown)
    },
  }
}

/** What lies on the table of an attempt: what it had written, null where not one word had come, and its bill. */
export async function tableOf(
  { archive }: DeskContext,
  requestId: string,
  { id, n }: Attempt,
): Promise<{ partial: Script | null; bill: Bill | null }> {
  const progress = await archive.readProgress(streamOf(requestId))
  if (progress?.writingId !== id || progress.n !== n) return { partial: null, bill: null }
  return { partial: hasWords(progress.script) ? progress.script : null, bill: progress.bill }
}

const hasWords = (script: Script) => Object.values(script).some((text) => text.trim() !== '')
