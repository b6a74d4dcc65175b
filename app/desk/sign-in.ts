/** Staff: signing in and out, and who a session belongs to. Only a hash of the cookie's token is kept. */
import { createHash, randomBytes } from 'node:crypto'

import { hashPassword, needsRehash, verifyNobody, verifyPassword } from '#app/lib/passwords.ts'

import { instant, type DeskContext } from './context.ts'
import type { Desk, Role, SignIn } from './desk.ts'

const minute = 60_000
const idleMs = 30 * minute
const absoluteMs = 8 * 60 * minute
/** A session is marked as seen at most this often: pages should not each cost a write. */
const touchEveryMs = minute

/** Tries per window and key (`security.md` §4). */
const limits = [
  {
    name: 'account and address',
    most: 5,
    windowMs: 15 * minute,
    key: (email: string, ip: string) => `both:${email}:${ip}`,
  },
  { name: 'address', most: 30, windowMs: 60 * minute, key: (_: string, ip: string) => `ip:${ip}` },
  { name: 'account', most: 100, windowMs: 60 * minute, key: (email: string) => `account:${email}` },
] as const

export function createSignIn(context: DeskContext): Pick<Desk, 'signIn' | 'signOut' | 'findSession'> {
  const { archive, clock } = context
  return {
    async signIn({ email, password, ip }) {
      const address = email.trim().toLowerCase()
      const wait = await countTries(context, address, ip)
      if (wait !== null) return { tag: 'tooMany', retryAfterSeconds: wait }
      const person = await archive.findStaff(address)
      const right = person ? await verifyPassword(password, person.password_hash) : await verifyNobody(password)
      if (!person || !right) return { tag: 'wrong' }
      if (needsRehash(person.password_hash)) await archive.setPasswordHash(person.id, await hashPassword(password))
      await archive.forgetTries(sha256(limits[0].key(address, ip)))
      return openSession(context, person)
    },

    signOut: (token) => archive.revokeSession(sha256(token), instant(clock())),

    async findSession(token, { renew = true } = {}) {
      const now = clock()
      const row = await archive.findSession(sha256(token), instant(now), instant(now - idleMs))
      if (!row) return null
      if (renew) await archive.touchSession(row.id, instant(now), instant(now - touchEveryMs))
      const person = { id: row.staff_id, name: row.name, email: row.email, role: row.role }
      return { id: row.id, person, expiresAt: row.expires_at.toISOString() }
    },
  }
}

type NewPerson = { email: string; name: string; role: Role; password: string }

/** Creates an account if its e-mail has none. @returns whether it was created */
export async function addStaff({ archive, clock, ids }: DeskContext, person: NewPerson): Promise<boolean> {
  const { email, name, role, password } = person
  if (await archive.findStaff(email)) return false
  return archive.addStaff(
    { id: ids(), email, name, role, password_hash: await hashPassword(password) },
    instant(clock()),
  )
}

/** Seconds to wait, or null. Every try counts before the password is looked at. */
async function countTries({ archive, clock }: DeskContext, email: string, ip: string): Promise<number | null> {
  const now = clock()
  for (const { key, most, windowMs } of limits) {
    const { n, windowStart } = await archive.countTry(sha256(key(email, ip)), instant(now), instant(now - windowMs))
    if (n > most) return Math.max(1, Math.ceil((windowStart.getTime() + windowMs - now) / 1000))
  }
  return null
}

async function openSession(
  { archive, clock }: DeskContext,
  { id: staffId, name, email, role }: { id: string; name: string; email: string; role: Role },
): Promise<SignIn> {
  const token = randomBytes(32).toString('base64url')
  const at = clock()
  const expiresAt = instant(at + absoluteMs)
  await archive.openSession({ id: sha256(token), staffId, at: instant(at), expiresAt })
  return {
    tag: 'signedIn',
    token,
    session: { id: sha256(token), person: { id: staffId, name, email, role }, expiresAt },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
