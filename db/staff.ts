/** Staff accounts, their sessions, and the count of their failed sign-ins. */
import { sql } from 'kysely'

import { reading, writing } from './database-away.ts'
import type { Database } from './database.ts'

export type StaffRecord = { id: string; email: string; name: string; role: 'admin' | 'auditor'; password_hash: string }
export type SessionRecord = {
  id: string
  staff_id: string
  email: string
  name: string
  role: 'admin' | 'auditor'
  expires_at: Date
}

export function createStaff({ kysely }: Database) {
  return {
    findStaff: (email: string): Promise<StaffRecord | undefined> =>
      reading(() =>
        kysely
          .selectFrom('staff')
          .select(['id', 'email', 'name', 'role', 'password_hash'])
          .where('email', '=', email.toLowerCase())
          .where('disabled_at', 'is', null)
          .executeTakeFirst(),
      ),

    async listStaffNames(): Promise<Map<string, string>> {
      const rows = await reading(() => kysely.selectFrom('staff').select(['id', 'name']).execute())
      return new Map(rows.map((row) => [row.id, row.name]))
    },

    /** @returns false when the e-mail has an account already. */
    async addStaff(person: StaffRecord, at: string): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await writing(() =>
        kysely
          .insertInto('staff')
          .values({ ...person, email: person.email.toLowerCase(), created_at: at, disabled_at: null })
          .onConflict((conflict) => conflict.column('email').doNothing())
          .executeTakeFirst(),
      )
      return numInsertedOrUpdatedRows === 1n
    },

    async setPasswordHash(id: string, hash: string): Promise<void> {
      await writing(() => kysely.updateTable('staff').set({ password_hash: hash }).where('id', '=', id).execute())
    },

    async openSession(session: { id: string; staffId: string; at: string; expiresAt: string }): Promise<void> {
      const { id, staffId, at, expiresAt } = session
      const row = { id, staff_id: staffId, created_at: at, seen_at: at, expires_at: expiresAt, revoked_at: null }
      await writing(() => kysely.insertInto('sessions').values(row).execute())
    },

    /** A session that is neither revoked, expired nor idle since `idleSince`, of a person who is not disabled. */
    findSession: (id: string, now: string, idleSince: string): Promise<SessionRecord | undefined> =>
      reading(() =>
        kysely
          .selectFrom('sessions')
          .innerJoin('staff', 'staff.id', 'sessions.staff_id')
          .select(['sessions.id', 'staff_id', 'email', 'name', 'role', 'expires_at'])
          .where('sessions.id', '=', id)
          .where('revoked_at', 'is', null)
          .where('disabled_at', 'is', null)
          .where('expires_at', '>', sql<Date>`${now}`)
          .where('seen_at', '>', sql<Date>`${idleSince}`)
          .executeTakeFirst(),
      ),

    async touchSession(id: string, at: string, ifSeenBefore: string): Promise<void> {
      await writing(() =>
        kysely
          .updateTable('sessions')
          .set({ seen_at: at })
          .where('id', '=', id)
          .where('seen_at', '<', sql<Date>`${ifSeenBefore}`)
          .execute(),
      )
    },

    async revokeSession(id: string, at: string): Promise<void> {
      await writing(() => kysely.updateTable('sessions').set({ revoked_at: at }).where('id', '=', id).execute())
    },

    /** Counts one try under a key, in a window that starts with its first try. @returns the count with this one. */
    async countTry(key: string, at: string, windowStartsAfter: string): Promise<{ n: number; windowStart: Date }> {
      const { rows } = await writing(() =>
        sql<{ n: number; windowStart: Date }>`
          insert into sign_in_attempts as a values (${key}, ${at}, 1)
          on conflict (key) do update set
            n = case when a.window_start > ${windowStartsAfter}::timestamptz then a.n + 1 else 1 end,
            window_start = case when a.window_start > ${windowStartsAfter}::timestamptz then a.window_start else ${at} end
          returning n, window_start as "windowStart"`.execute(kysely),
      )
      const row = rows[0]
      if (!row) throw new Error('no count came back')
      return row
    },

    async forgetTries(key: string): Promise<void> {
      await writing(() => kysely.deleteFrom('sign_in_attempts').where('key', '=', key).execute())
    },
  }
}
