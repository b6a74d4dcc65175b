/** The real house and its model side by side: the parts that every act needs. */
import { createHash, randomUUID } from 'node:crypto'

import { expect, vi } from 'vitest'

import type { Answer } from '#app/desk/desk.ts'
import type { Errand } from '#app/desk/night.ts'
import { errandOf } from '#app/jobs/errand.ts'
import { streamOf, type Fact } from '#events/facts.ts'
import { emptyScript, type Script } from '#events/script.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import type { Request } from './model.ts'
import { fresh, job, type Memory, type World } from './model-world.ts'
import type { TextChoice, Weather } from './property-acts.ts'

export type Page = { version: number; text: string | undefined }

/** A command that was answered « done » and stored, to be sent again. */
export type Sent = { verb: string; request: Request; commandId: string; answer: Answer; send: () => Promise<Answer> }

export type House = TestDesk & {
  world: World
  weather: Weather
  pages: Map<string, Page>
  sent: Sent[]
  delivered: { body: Uint8Array; headers: Record<string, string> }[]
  /** What was met, so that a test can say that nothing was left out. */
  met: Set<string>
}

/** Time stands still until an act lets it pass, here and at the simulators. */
export async function openHouse(weather: Weather, met: Set<string>): Promise<House> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T09:00:00Z') })
  const desk = await createTestDesk()
  const world: World = {
    ...{ requests: [], videos: new Map(), inbox: [], jobs: new Map(), fourEyes: false },
    now: () => Date.now(),
  }
  return { ...desk, world, weather, pages: new Map(), sent: [], delivered: [], met }
}

export async function closeHouse(house: House): Promise<void> {
  vi.useRealTimers()
  await house.close()
}

export const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

export const factsOf = async ({ database }: House, { id }: Request): Promise<Fact[]> =>
  (await database.archive.readStream(streamOf(id))).facts

export const pageOf = ({ version, text }: Request): Page => ({ version, text: text ?? undefined })

const texts: Record<'one' | 'two' | 'three', string> = {
  one: 'Votre chemin de vie est le onze.',
  two: 'Votre chemin de vie est le quatre.',
  three: 'Oser, cette année, est le mot.',
}

export function scriptFor(choice: Exclude<TextChoice, 'none' | 'current'>): Script {
  if (choice === 'empty') return { ...emptyScript(), portrait: ' \n ' }
  if (choice === 'tooLong') return { ...emptyScript(), portrait: 'x'.repeat(4_901) }
  return { ...emptyScript(), accueil: 'Bonjour Claire.', portrait: texts[choice] }
}

/** SHA-256 of the sections joined by blank lines: what the design says is approved and filmed. */
export function hashOf(script: Script): string {
  const spoken = [script.accueil, script.portrait, script.elan, script.annee, script.cloture]
  const text = spoken.filter((section) => section.trim() !== '').join('\n\n')
  return createHash('sha256').update(text).digest('hex')
}

/** Takes the job out of the queue, as a worker does; without one it is a stray run. */
export async function takeJob(
  house: House,
  task: string,
  request: Request,
): Promise<{ errand: Errand; memory: Memory }> {
  const key = job(task, request)
  const { rows } = await house.database.archive.database.pool.query<{ payload: unknown }>(
    'delete from graphile_worker._private_jobs where key = $1 returning payload',
    [key],
  )
  expect(rows.length, `a job ${key}`).toBe(house.world.jobs.has(key) ? 1 : 0)
  const memory = house.world.jobs.get(key) ?? fresh
  house.world.jobs.delete(key)
  const errand = errandOf(rows[0]?.payload ?? { requestId: request.id }, { attempts: 1 })
  return { errand, memory }
}

export const newCommand = () => randomUUID()
