import { sql, type Kysely } from 'kysely'

/** `book_requests`: what the log says now, one row a request. Disposable: `npm run rebuild` makes it anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table book_requests (
      id                 uuid primary key,
      version            integer not null,
      status             text not null,
      first_names        text,
      last_name          text,
      birth_date         text,
      email              text,
      question           text,
      sensitive_consent  boolean not null,
      life_path          integer,
      numbers            jsonb,
      generated_script   text,
      script             jsonb,
      text_hash          text,
      word_count         integer,
      approved_by        text,
      approved_at        timestamptz,
      approved_text_hash text,
      video_status       text not null,
      heygen_video_id    text,
      video_url          text,
      video_duration_ms  integer,
      film_file          text,
      film_bytes         bigint,
      film_sha256        text,
      film_content_type  text,
      films              jsonb not null,
      awaits             text,
      cost_micro_usd     bigint not null,
      last_failure       jsonb,
      search_text        text not null,
      sort_name          text not null,
      requested_at       timestamptz not null,
      updated_at         timestamptz not null,
      waiting_since      timestamptz
    ) with (fillfactor = 70);

    -- Never holds a row: it is the type of the view's rows, and unlike the view's own it outlives the swap of a rebuild.
    create table book_request_row (like book_requests);

    create index book_requests_received on book_requests (requested_at, id);
    create index book_requests_status on book_requests (status, requested_at, id);
    create index book_requests_name on book_requests (sort_name, id);
    create index book_requests_waiting on book_requests (waiting_since, id);
    create index book_requests_failed on book_requests (requested_at, id) where last_failure is not null;
    create index book_requests_awaiting on book_requests (awaits) where awaits is not null;

    -- Counts a status, as changes: writers only insert, so that no row of it is ever waited for. The night shift folds it.
    create table request_counts (filter text not null, n integer not null);
  `.execute(db)
}
