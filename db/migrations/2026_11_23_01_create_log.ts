import { sql, type Kysely } from 'kysely'

/** The log itself, the heads of its streams, its commands and the keys of its personal fields. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table streams (
      stream     text primary key,
      version    integer not null,
      hash       bytea not null,
      -- The hash before it: what the next fact chains on has to come back from the update that locks this row.
      previous   bytea
    ) with (fillfactor = 50);

    create table events (
      position        bigint generated always as identity primary key,
      stream          text not null,
      version         integer not null,
      id              uuid not null,
      type            text not null,
      schema_version  integer not null,
      machine_version text not null,
      actor_kind      text not null,
      actor_id        text not null,
      command_id      uuid not null,
      causation_id    uuid,
      correlation_id  uuid,
      recorded_at     timestamptz not null,
      body            text not null,
      payload         jsonb generated always as (body::jsonb) stored,
      hash_version    integer not null,
      prev_hash       bytea not null,
      hash            bytea not null,
      unique (stream, version)
    );

    -- Which request a video or an attempt of ours belongs to.
    create index events_video on events ((payload -> 'data' ->> 'heygenVideoId')) where type = 'VideoSubmitted';
    create index events_attempt on events ((payload -> 'data' ->> 'attempt')) where type = 'VideoRequested';

    create table commands (
      command_id uuid primary key,
      stream     text not null,
      verb       text not null,
      version    integer not null,
      answered_at timestamptz not null
    );

    create table request_keys (
      stream       text primary key,
      wrapped_key  bytea,
      destroyed_at timestamptz
    );

    create function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'BR004';
    end $$;

    create trigger events_stay before update or delete on events for each row execute function refuse_rewriting();
    create trigger events_stay_whole before truncate on events for each statement execute function refuse_rewriting();
    -- ALWAYS: an ordinary trigger is silent under session_replication_role = replica.
    alter table events enable always trigger events_stay;
    alter table events enable always trigger events_stay_whole;
  `.execute(db)
}
