/** A desk on a database of its own, with the simulators on the line through MSW: one line for a test. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { usualPace, type DeskContext, type Settings } from '#app/desk/context.ts'
import { createDesk, createNightDesk, type NightDesk } from '#app/desk/create-desk.ts'
import type { Desk } from '#app/desk/desk.ts'
import { addStaff } from '#app/desk/sign-in.ts'
import { createHeygen } from '#app/lib/heygen.ts'
import { createOpenAi } from '#app/lib/openai.ts'
import { createStorage } from '#app/lib/storage.ts'
import { startSimulators, type Simulators } from '#demo/serve.ts'

import { createTestDatabase, type TestDatabase } from './database.ts'

export const webhookSecret = 'whsec_test_of_the_house'
export const staff = {
  admin: { name: 'Léa Morvan', email: 'lea@recit.exemple', role: 'admin', password: 'un mot de passe long' },
  second: { name: 'Hugo Vasseur', email: 'hugo@recit.exemple', role: 'admin', password: 'encore un mot de passe' },
  auditor: { name: 'Paul Ferrand', email: 'paul@recit.exemple', role: 'auditor', password: 'celui de l’audit, long' },
} as const

export type TestDesk = {
  desk: Desk
  night: NightDesk
  context: DeskContext
  database: TestDatabase
  simulators: Simulators
  /** Actors of the staff, by the names above. */
  actors: Record<keyof typeof staff, { kind: 'admin' | 'auditor'; id: string }>
  /** Milliseconds added to the real clock; raise it to let time pass. */
  time: { ahead: number }
  close(): Promise<void>
}

export type TestDeskOptions = { settings?: Partial<Settings>; renderMs?: number }

/** The simulators run on a loopback port, so that faults of the connection are real. Nothing happens by itself: call `night`. */
export async function createTestDesk({ settings = {}, renderMs = 0 }: TestDeskOptions = {}): Promise<TestDesk> {
  const database = await createTestDatabase()
  const dir = mkdtempSync(join(tmpdir(), 'recit-desk-'))
  const simulators = await startSimulators({ dir: join(dir, 'ledger'), openai: { delayMs: 0 }, heygen: { renderMs } })
  const time = { ahead: 0 }
  const { host } = new URL(simulators.url)
  const context: DeskContext = {
    archive: database.archive,
    telephones: {
      openai: createOpenAi({
        apiKey: 'sk-test',
        baseUrl: `${simulators.url}/v1`,
        model: 'gpt-6.1-terra',
        timeoutMs: 2_000,
      }),
      heygen: createHeygen({ apiKey: 'test', baseUrl: simulators.url, timeoutMs: 2_000 }),
      storage: createStorage({ dir: join(dir, 'films'), fileHosts: [host] }),
    },
    settings: {
      fourEyes: false,
      presenter: () => ({ avatarId: 'look_7c1f0e5b', voiceId: 'voice_fr_0192', engine: 'avatar_iv', pauses: true }),
      webhookSecrets: [webhookSecret],
      pace: usualPace,
      ...settings,
    },
    clock: () => Date.now() + time.ahead,
    ids: randomUUID,
    log: { info: () => undefined, warn: () => undefined },
    mayCall: () => true,
    at: () => undefined,
  }
  const people = Object.entries(staff)
  for (const [, person] of people) await addStaff(context, person)
  const ids = await Promise.all(people.map(([, { email }]) => database.archive.findStaff(email)))
  const actors = Object.fromEntries(
    people.map(([name, { role }], index) => [name, { kind: role, id: ids[index]?.id ?? '' }]),
  ) as TestDesk['actors']
  return {
    desk: createDesk(context),
    night: createNightDesk(context),
    context,
    database,
    simulators,
    actors,
    time,
    async close() {
      await simulators.close()
      await context.telephones.storage.close()
      await database.drop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
