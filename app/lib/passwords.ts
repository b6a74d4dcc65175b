/** Passwords: argon2id, 19 MiB, two passes, one lane (`security.md` §4). */
import { hash, parseOptions, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const length = { min: 12, max: 128 } as const

/** The hash of a random password that nobody kept: unknown accounts take as long to refuse as known ones. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$oXUxCxJbPvPijzy+xJ8Nhw$jVCmDvTY+igVZFiAwBPEehokx68gKC71GzaUFCqiNOQ'

/** What is wrong with a new password; null when nothing is. Any character is allowed, none is cut off. */
export function passwordProblem(password: string): 'too_short' | 'too_long' | null {
  const characters = Array.from(password).length
  if (characters < length.min) return 'too_short'
  return characters > length.max ? 'too_long' : null
}

/** The password's hash as a PHC string. Throws a `RangeError` on a password that `passwordProblem` refuses. */
export async function hashPassword(password: string): Promise<string> {
  const problem = passwordProblem(password)
  if (problem !== null) throw new RangeError(`password ${problem}`)
  return oneOfFour(() => hash(password, cost))
}

/** A damaged hash is a `false`, never an error. */
export async function verifyPassword(password: string, hashed: string): Promise<boolean> {
  if (passwordProblem(password) === 'too_long') return verifyNobody(password.slice(0, length.max))
  return oneOfFour(() => verify(hashed, password)).catch(() => false)
}

/** Takes the time of a check and says no: for accounts that do not exist. */
export async function verifyNobody(password: string): Promise<false> {
  await oneOfFour(() => verify(nobody, password.slice(0, length.max)))
  return false
}

/** True when the hash was made at another cost, or cannot be read at all. */
export function needsRehash(hashed: string): boolean {
  if (!hashed.startsWith('$argon2id$v=19$')) return true
  try {
    const made = parseOptions(hashed)
    return (Object.keys(cost) as (keyof typeof cost)[]).some((key) => made[key] !== cost[key])
  } catch {
    return true
  }
}

// Each run holds 19 MiB and a core: a burst of sign-ins waits in line instead of starving the house.
const waiting: (() => void)[] = []
let running = 0

async function oneOfFour<T>(run: () => Promise<T>): Promise<T> {
  if (running >= 4) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await run()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
