import { sql, type Kysely } from 'kysely'

/**
 * The only way into the log: one call, one transaction. Every writer holds the view's lock shared, so that the swap of
 * a rebuild, which takes it exclusive, sees no half-written view.
 *
 * BR001 = another version than expected; DETAIL says expected, actual, who and what, as JSON.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function append_facts(
      p_stream text, p_expected integer, p_command uuid, p_verb text,
      p_ids uuid[], p_types text[], p_schema_versions integer[], p_bodies text[],
      p_machine_version text, p_actor_kind text, p_actor_id text,
      p_causation uuid, p_correlation uuid, p_at text,
      p_key bytea, p_view jsonb, p_jobs jsonb,
      out version integer, out repeated boolean, out repeated_stream text, out repeated_verb text
    ) language plpgsql as $$
    declare
      h bytea;
      n bytea;
      t timestamptz := p_at::timestamptz;
      job jsonb;
      was record;
      last record;
    begin
      perform pg_advisory_xact_lock_shared(7201, 1);

      insert into commands (command_id, stream, verb, version, answered_at)
        values (p_command, p_stream, p_verb, p_expected + array_length(p_ids, 1), t)
        on conflict (command_id) do nothing;
      if not found then
        select c.version, true, c.stream, c.verb into version, repeated, repeated_stream, repeated_verb
          from commands c where c.command_id = p_command;
        return;
      end if;
      repeated := false;

      if p_expected = 0 then
        insert into streams as s values (p_stream, 0, sha256(convert_to(p_stream, 'UTF8'))) on conflict (stream) do nothing;
      end if;
      select s.version, s.hash into version, h from streams s where s.stream = p_stream for update;
      if version is distinct from p_expected then
        select e.type, e.actor_kind, e.actor_id, e.recorded_at into last
          from events e where e.stream = p_stream and e.version = append_facts.version;
        raise exception 'expected version %, found %', p_expected, coalesce(version, 0) using errcode = 'BR001',
          detail = json_build_object('expected', p_expected, 'actual', coalesce(version, 0), 'type', last.type,
            'actorKind', last.actor_kind, 'actorId', last.actor_id, 'at', last.recorded_at)::text;
      end if;

      for i in 1 .. array_length(p_ids, 1) loop
        version := version + 1;
        n := sha256(h || sha256(convert_to(concat_ws(E'\n', '1', p_stream, version, p_ids[i], p_types[i], p_schema_versions[i],
          p_machine_version, p_actor_kind, p_actor_id, p_command, coalesce(p_causation::text, '-'),
          coalesce(p_correlation::text, '-'), p_at), 'UTF8')) || sha256(convert_to(p_bodies[i], 'UTF8')));
        insert into events (stream, version, id, type, schema_version, machine_version, actor_kind, actor_id, command_id,
            causation_id, correlation_id, recorded_at, body, hash_version, prev_hash, hash)
          values (p_stream, version, p_ids[i], p_types[i], p_schema_versions[i], p_machine_version, p_actor_kind, p_actor_id,
            p_command, p_causation, p_correlation, t, p_bodies[i], 1, h, n);
        h := n;
      end loop;
      update streams s set version = append_facts.version, hash = h where s.stream = p_stream;

      if p_key is not null then
        insert into request_keys (stream, wrapped_key) values (p_stream, p_key);
      end if;

      if p_view is not null then
        select b.status, b.last_failure is not null as failed into was
          from book_requests b where b.id = (p_view ->> 'id')::uuid;
        -- An update that leaves the indexed columns alone stays on its page, unlike a delete and an insert.
        insert into book_requests select (r).* from jsonb_populate_record(null::book_requests, p_view) r
          on conflict (id) do update set
            version = excluded.version, status = excluded.status, first_names = excluded.first_names,
            last_name = excluded.last_name, birth_date = excluded.birth_date, email = excluded.email,
            question = excluded.question, sensitive_consent = excluded.sensitive_consent,
            life_path = excluded.life_path, numbers = excluded.numbers,
            generated_script = excluded.generated_script, script = excluded.script,
            text_hash = excluded.text_hash, word_count = excluded.word_count,
            approved_by = excluded.approved_by, approved_at = excluded.approved_at,
            approved_text_hash = excluded.approved_text_hash, video_status = excluded.video_status,
            heygen_video_id = excluded.heygen_video_id, video_url = excluded.video_url,
            video_duration_ms = excluded.video_duration_ms, film_file = excluded.film_file,
            film_bytes = excluded.film_bytes, film_sha256 = excluded.film_sha256,
            film_content_type = excluded.film_content_type, films = excluded.films,
            awaits = excluded.awaits, cost_micro_usd = excluded.cost_micro_usd,
            last_failure = excluded.last_failure, search_text = excluded.search_text,
            sort_name = excluded.sort_name, requested_at = excluded.requested_at,
            updated_at = excluded.updated_at, waiting_since = excluded.waiting_since;
        if was.status is distinct from p_view ->> 'status' then
          insert into request_counts select f, d from (values (was.status, -1), (p_view ->> 'status', 1)) c(f, d)
            where f is not null;
        end if;
        if coalesce(was.failed, false) <> (p_view -> 'last_failure' <> 'null'::jsonb) then
          insert into request_counts values ('failed', case when was.failed then -1 else 1 end);
        end if;
      end if;

      for job in select * from jsonb_array_elements(p_jobs) loop
        perform graphile_worker.add_job(job ->> 'task', (job -> 'payload')::json, job_key => job ->> 'key',
          run_at => (job ->> 'runAt')::timestamptz, max_attempts => 25);
      end loop;
    end $$;
  `.execute(db)
}
