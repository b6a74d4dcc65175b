/** What the desk is built from: the archive, the telephones, and everything that would make it impure, as arguments. */
import type { createHeygen } from '#app/lib/heygen.ts'
import type { createOpenAi } from '#app/lib/openai.ts'
import type { createStorage } from '#app/lib/storage.ts'
import type { Archive } from '#db/archive.ts'

export type Telephones = {
  openai: ReturnType<typeof createOpenAi>
  heygen: ReturnType<typeof createHeygen>
  storage: ReturnType<typeof createStorage>
}

/** Ids of HeyGen's; null where none is set and none was found yet: then nothing is filmed. */
export type Presenter = {
  avatarId: string | null
  voiceId: string | null
  engine: 'avatar_iii' | 'avatar_iv' | 'avatar_v'
  /** Whether this voice knows pauses (`<break time="0.8s"/>`): else they are left out of what is sent. */
  pauses: boolean
}

export type Settings = {
  fourEyes: boolean
  /** Who speaks in the films, as it stands now: it may still be looked for. */
  presenter: () => Presenter
  /** Secrets that sign webhooks: the current one first, then those being rotated out. */
  webhookSecrets: string[]
  pace: Pace
}

/** Waits of the night shift, in milliseconds. */
export type Pace = {
  /** Between reads of a film: while it is young, and later. */
  watchYoung: number
  watchLater: number
  watchOld: number
  /** After this a film counts as stuck and is watched slowly, then no more. */
  stuckAfter: number
  watchSlowly: number
  giveUpAfter: number
  /** First wait after a failed call; doubles. */
  retry: number
}

export const usualPace: Pace = {
  watchYoung: 10_000,
  watchLater: 30_000,
  watchOld: 60_000,
  stuckAfter: 90 * 60_000,
  watchSlowly: 10 * 60_000,
  giveUpAfter: 7 * 24 * 3_600_000,
  retry: 5_000,
}

/** Moments at which a fault test may end the process. */
export type Moment = 'before the call' | 'in the call' | 'after the answer' | 'watching' | 'archiving'

export type DeskContext = {
  archive: Archive
  telephones: Telephones
  settings: Settings
  /** Milliseconds since 1970. */
  clock: () => number
  ids: () => string
  log: { info(detail: object, line: string): void; warn(detail: object, line: string): void }
  /** Whether this process may still make a paid call: false once a worker has lost its presence. */
  mayCall: () => boolean
  at: (moment: Moment) => void | Promise<void>
}

export const instant = (ms: number) => new Date(ms).toISOString()
