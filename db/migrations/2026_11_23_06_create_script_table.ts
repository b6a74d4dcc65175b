import { sql, type Kysely } from 'kysely'

/**
 * What lies on the writing table, and is no fact yet: drafts that somebody types, and the text that ChatGPT is writing.
 * Sealed under the request's key; rows come and go.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table script_drafts (
      stream    text not null,
      person    text not null,
      -- The version and the text that the person had before their eyes.
      version   integer not null,
      text_hash text,
      sealed    text not null,
      saved_at  timestamptz not null,
      primary key (stream, person)
    );
    create index script_drafts_age on script_drafts (saved_at);

    create table script_progress (
      stream     text primary key,
      writing_id uuid not null,
      n          integer not null,
      sealed     text not null,
      -- What the attempt cost, once it has ended; the next fact about it takes it over.
      bill       jsonb
    ) with (fillfactor = 50);
  `.execute(db)
}
