/** The copy of a text that the server does not have yet, in this tab only: it outlives a reload, and no tab. */
import type { Script } from '#events/script.ts'

import type { Opened } from './draft-text.ts'
import { sections } from './speech.ts'

const prefix = 'recit.draft.'

/** `key` names the request and its writer. */
export function keepCopy(key: string, { version, textHash, script }: Opened): void {
  withStorage((storage) => storage.setItem(prefix + key, JSON.stringify({ version, textHash, script })))
}

export function findCopy(key: string): Opened | null {
  const stored = withStorage((storage) => storage.getItem(prefix + key))
  return stored ? (withStorage(() => asOpened(JSON.parse(stored) as unknown)) ?? null) : null
}

export function dropCopy(key: string): void {
  withStorage((storage) => storage.removeItem(prefix + key))
}

/** Whoever signs out leaves nothing behind for the next person at this desk. */
export function dropCopiesAtSignOut(event: SubmitEvent): void {
  if (!(event.target instanceof HTMLFormElement) || new URL(event.target.action).pathname !== '/logout') return
  withStorage((storage) => {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    keys.filter((key) => key.startsWith(prefix)).forEach((key) => storage.removeItem(key))
  })
}

/** A browser may forbid it, or have no room: then there is no copy. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(window.sessionStorage)
  } catch {
    return undefined
  }
}

function asOpened(stored: unknown): Opened | null {
  const { version, textHash, script } = stored as Partial<Opened>
  const whole = sections.every(({ key }) => typeof (script as Partial<Script> | undefined)?.[key] === 'string')
  if (typeof version !== 'number' || script === undefined || !whole) return null
  return { version, textHash: typeof textHash === 'string' ? textHash : null, script }
}
