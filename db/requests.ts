/** Single rows of the view, what the night shift looks for in it, and the feed of changes. */
import { sql } from 'kysely'

import { reading } from './database-away.ts'
import type { Database } from './database.ts'

/** A commit may become visible after a later position: a look back of this many finds it. */
const lookBack = 200

export function createRequests({ kysely }: Database) {
  return {
    findMedia: (id: string) =>
      reading(() =>
        kysely
          .selectFrom('book_requests')
          .select(['film_file', 'film_bytes', 'film_sha256', 'film_content_type', 'video_url'])
          .where('id', '=', id)
          .executeTakeFirst(),
      ),

    /**
     * Requests that await an effect and have no job for it that may still run, the longest first. `keys` says how the
     * key of an effect's job begins; the request's id ends it.
     */
    listWithoutJob: (keys: ReadonlyMap<string, string>, limit: number) =>
      reading(() =>
        sql<{ id: string; awaits: string }>`
          select r.id, r.awaits from book_requests r
            join unnest(${[...keys.keys()]}::text[], ${[...keys.values()]}::text[]) as job (effect, key)
              on job.effect = r.awaits
          where not exists (
            select from graphile_worker.jobs j where j.key = job.key || r.id and j.attempts < j.max_attempts)
          order by r.updated_at, r.id limit ${limit}`
          .execute(kysely)
          .then(({ rows }) => rows),
      ),

    findByVideo: (videoId: string) =>
      reading(() =>
        sql<{ stream: string; attempt: string }>`
          select stream, payload -> 'data' ->> 'attempt' as attempt from events
          where type = 'VideoSubmitted' and payload -> 'data' ->> 'heygenVideoId' = ${videoId} limit 1`
          .execute(kysely)
          .then(({ rows }) => rows[0] ?? null),
      ),

    findByAttempt: (attempt: string) =>
      reading(() =>
        sql<{ stream: string }>`
          select stream from events where type = 'VideoRequested' and payload -> 'data' ->> 'attempt' = ${attempt} limit 1`
          .execute(kysely)
          .then(({ rows }) => rows[0] ?? null),
      ),

    async listChanges(since: number) {
      const { rows } = await reading(() =>
        sql<{ position: string; stream: string; version: number }>`
          select position, stream, version from events where position > ${since - lookBack} order by position limit 1000`.execute(
          kysely,
        ),
      )
      return rows.map((row) => ({ ...row, position: Number(row.position) }))
    },

    async lastPosition(): Promise<number> {
      const { rows } = await reading(() =>
        sql<{ n: string }>`select coalesce(max(position), 0) as n from events`.execute(kysely),
      )
      return Number(rows[0]?.n ?? 0)
    },

    async ping(): Promise<boolean> {
      return reading(() => sql`select 1`.execute(kysely)).then(
        () => true,
        () => false,
      )
    },
  }
}
