import { sql, type Kysely } from 'kysely'

/** The webhook's inbox and its refusals; the staff, their sessions and their failed sign-ins. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook_inbox (
      id            bigint generated always as identity primary key,
      delivery_key  text not null unique,
      event_type    text,
      video_id      text,
      callback_id   text,
      -- Null once purged: the key alone stays for good.
      headers       jsonb,
      body          bytea,
      received_at   timestamptz not null,
      tries         integer not null default 0,
      next_try_at   timestamptz not null,
      decided_at    timestamptz,
      outcome       text
    );
    create index webhook_inbox_open on webhook_inbox (next_try_at) where decided_at is null;
    create index webhook_inbox_to_purge on webhook_inbox (decided_at) where decided_at is not null and body is not null;

    create table webhook_refusals (
      id          bigint generated always as identity primary key,
      at          timestamptz not null,
      reason      text not null,
      body_sha256 text not null
    );

    create table staff (
      id            uuid primary key,
      email         text not null unique,
      name          text not null,
      role          text not null check (role in ('admin', 'auditor')),
      password_hash text not null,
      created_at    timestamptz not null,
      disabled_at   timestamptz
    );

    create table sessions (
      id          text primary key,
      staff_id    uuid not null references staff (id),
      created_at  timestamptz not null,
      seen_at     timestamptz not null,
      expires_at  timestamptz not null,
      revoked_at  timestamptz
    );

    create table sign_in_attempts (
      key          text primary key,
      window_start timestamptz not null,
      n            integer not null
    );
  `.execute(db)
}
