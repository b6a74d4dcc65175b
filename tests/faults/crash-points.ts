/**
 * Crash points of a process that a fault test started: at an armed moment of the desk it tells the test and waits, so
 * that the test decides how far it still comes before it is killed. Everything arrives by argument or from the parent.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import { usualPace, type DeskContext, type Moment, type Telephones } from '#app/desk/context.ts'

import type { FromChild, ToChild } from './child.ts'

/** The pace of a test: films are looked at every 150 ms. */
const pace = { ...usualPace, watchYoung: 150, watchLater: 150, watchOld: 150, watchSlowly: 500, retry: 200 }

/**
 * `--slow-ms`: how long an answer of HeyGen lies about before the desk hears it. `--random-key`: the paid call carries
 * a key made up on the spot instead of the stored one, which is the fault that the kill tests must be able to see.
 */
export function withCrashPoints(context: DeskContext): DeskContext {
  const { values } = parseArgs({
    options: { 'slow-ms': { type: 'string', default: '0' }, 'random-key': { type: 'boolean', default: false } },
  })
  const at = createCrashPoints()
  const line = { at, slowMs: Number(values['slow-ms']), randomKey: values['random-key'] }
  return {
    ...context,
    at,
    settings: { ...context.settings, pace },
    telephones: { ...context.telephones, ...slowLine(context.telephones, line) },
  }
}

export function tellTest(message: FromChild): void {
  process.send?.(message)
}

/** An armed moment holds the first film that comes to it; the others pass. */
function createCrashPoints(): (moment: Moment) => Promise<void> {
  const armed = new Set<Moment>()
  const held = new Map<Moment, () => void>()
  process.on('message', ({ arm, release }: ToChild) => {
    if (arm) armed.add(arm)
    if (release) held.get(release)?.()
  })
  process.on('disconnect', () => process.exit(1))
  return async (moment) => {
    if (!armed.delete(moment)) return
    const released = new Promise<void>((resolve) => held.set(moment, resolve))
    tellTest({ held: moment })
    await released
  }
}

type Line = { at: (moment: Moment) => Promise<void>; slowMs: number; randomKey: boolean }

function slowLine(real: Telephones, { at, slowMs, randomKey }: Line): Pick<Telephones, 'heygen' | 'storage'> {
  const slowly = async <T>(answer: Promise<T>): Promise<T> => {
    const heard = await answer
    await pause(slowMs)
    return heard
  }
  const heygen: Telephones['heygen'] = {
    ...real.heygen,
    async createVideo(call, script) {
      await at('in the call')
      return slowly(real.heygen.createVideo(randomKey ? { ...call, idempotencyKey: randomUUID() } : call, script))
    },
    readVideo: (videoId) => slowly(real.heygen.readVideo(videoId)),
  }
  return { heygen, storage: { ...real.storage, download: (order) => slowly(real.storage.download(order)) } }
}
