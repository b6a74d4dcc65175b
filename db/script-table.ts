/**
 * The writing table: drafts that a person types, and the text that ChatGPT is writing. None of it is a fact yet, all of
 * it is sealed under the request's key: once that is destroyed, what is left here cannot be read either.
 */
import { sql } from 'kysely'

import { requestIdOf } from '#events/facts.ts'
import type { Script } from '#events/script.ts'

import { reading } from './database-away.ts'
import type { Database } from './database.ts'
import { open, seal, unwrapKey } from './sealing.ts'

export type Draft = { version: number; textHash: string | null; script: Script; savedAt: string }
/** What an attempt may have cost. */
export type Bill = { mayHaveCost: boolean; costMicroUsd: number | null }
export type Progress = { writingId: string; n: number; script: Script; bill: Bill | null }
type Start = Omit<Progress, 'bill'>

type DraftPlace = { stream: string; person: string }

export function createScriptTable({ kysely }: Database, masterKey: Buffer) {
  async function keyOf(stream: string): Promise<Buffer | null> {
    const row = await reading(() =>
      kysely.selectFrom('request_keys').select('wrapped_key').where('stream', '=', stream).executeTakeFirst(),
    )
    return row?.wrapped_key ? unwrapKey(masterKey, row.wrapped_key, stream) : null
  }

  async function writeProgress({ stream, key }: Place, progress: Start): Promise<boolean> {
    const sealed = seal(key, progress.script, `progress:${stream}`)
    // Whether the request still waits for it is asked in the same breath: who stopped it did so in another process.
    const { numAffectedRows } = await sql`
      update script_progress set sealed = ${sealed}
      where stream = ${stream} and writing_id = ${progress.writingId} and n = ${progress.n}
        and exists (select from book_requests where id = ${requestIdOf(stream)} and status = 'writing')`.execute(kysely)
    return numAffectedRows === 1n
  }

  return {
    /** One a person and request; the newer replaces the older. False for an erased request: nothing is kept. */
    async saveDraft({ stream, person }: DraftPlace, { version, textHash, script, savedAt }: Draft): Promise<boolean> {
      const key = await keyOf(stream)
      if (key === null) return false
      const sealed = seal(key, script, `draft:${stream}/${person}`)
      const values = { version, text_hash: textHash, sealed, saved_at: savedAt }
      await kysely
        .insertInto('script_drafts')
        .values({ stream, person, ...values })
        .onConflict((conflict) => conflict.columns(['stream', 'person']).doUpdateSet(values))
        .execute()
      return true
    },

    async findDraft({ stream, person }: DraftPlace): Promise<Draft | null> {
      const row = await reading(() =>
        kysely
          .selectFrom('script_drafts')
          .selectAll()
          .where('stream', '=', stream)
          .where('person', '=', person)
          .executeTakeFirst(),
      )
      const key = row && (await keyOf(stream))
      if (!row || !key) return null
      const script = open(key, row.sealed, `draft:${stream}/${person}`) as Script
      return { version: row.version, textHash: row.text_hash, script, savedAt: row.saved_at.toISOString() }
    },

    /** Those typed on a version before this one; all of them when it is left out. */
    async dropDraft({ stream, person }: DraftPlace, before?: number): Promise<void> {
      const drafts = kysely.deleteFrom('script_drafts').where('stream', '=', stream).where('person', '=', person)
      await (before === undefined ? drafts : drafts.where('version', '<', before)).execute()
    },

    /** Drafts that nobody came back to. `before`: ISO 8601. */
    async dropOldDrafts(before: string): Promise<void> {
      await kysely.deleteFrom('script_drafts').where('saved_at', '<', new Date(before)).execute()
    },

    /** What is written so far; null where nothing is. */
    async readProgress(stream: string): Promise<Progress | null> {
      const row = await reading(() =>
        kysely.selectFrom('script_progress').selectAll().where('stream', '=', stream).executeTakeFirst(),
      )
      const key = row && (await keyOf(stream))
      if (!row || !key) return null
      const script = open(key, row.sealed, `progress:${stream}`) as Script
      return { writingId: row.writing_id, n: row.n, script, bill: row.bill as Bill | null }
    },

    /**
     * Begins with this text, in place of whatever was there. The function given writes what there is now, and answers
     * whether anybody still waits for it. Null for an erased request.
     */
    async beginProgress(stream: string, start: Start): Promise<((script: Script) => Promise<boolean>) | null> {
      const key = await keyOf(stream)
      if (key === null) return null
      const sealed = seal(key, start.script, `progress:${stream}`)
      const values = { writing_id: start.writingId, n: start.n, sealed, bill: null }
      await kysely
        .insertInto('script_progress')
        .values({ stream, ...values })
        .onConflict((conflict) => conflict.column('stream').doUpdateSet(values))
        .execute()
      return (script) => writeProgress({ stream, key }, { ...start, script })
    },

    /** The attempt has ended; what it cost is kept until a fact tells of it. */
    async billProgress(stream: string, { writingId, n }: Omit<Start, 'script'>, bill: Bill): Promise<void> {
      await kysely
        .updateTable('script_progress')
        .set({ bill: JSON.stringify(bill) })
        .where('stream', '=', stream)
        .where('writing_id', '=', writingId)
        .where('n', '=', n)
        .execute()
    },

    /** Of this writing only: another one may have begun meanwhile. */
    async dropProgress(stream: string, writingId: string): Promise<void> {
      await kysely
        .deleteFrom('script_progress')
        .where('stream', '=', stream)
        .where('writing_id', '=', writingId)
        .execute()
    },
  }
}

type Place = { stream: string; key: Buffer }
