import { sql, type Kysely } from 'kysely'

/**
 * The only way into the log: one call, one transaction. Every writer holds the view's lock shared, so that the swap of
 * a rebuild, which takes it exclusive, sees no half-written view. Answers the version reached.
 *
 * 23505 on commands_pkey = this command is stored already. BR001 = another version than expected; DETAIL says expected,
 * actual, who and what, as JSON.
 *
 * Written for few and short statements: starting one costs as much as its work.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function append_facts(
      p_stream text, p_expected integer, p_command uuid, p_verb text,
      p_ids uuid[], p_types text[], p_schema_versions integer[], p_bodies text[],
      p_machine_version text, p_actor_kind text, p_actor_id text,
      p_causation uuid, p_correlation uuid, p_at text,
      p_key bytea, p_view text, p_jobs jsonb
    ) returns integer language plpgsql as $$
    declare
      t timestamptz := p_at::timestamptz;
      reached integer := p_expected;
      digest bytea;
      prev bytea;
      h bytea;
      v book_request_row;
      was record;
      job jsonb;
    begin
      perform pg_advisory_xact_lock_shared(7201, 1);

      insert into commands (command_id, stream, verb, version, answered_at)
        values (p_command, p_stream, p_verb, p_expected + array_length(p_ids, 1), t);

      if p_expected = 0 then
        insert into streams values (p_stream, 0, sha256(convert_to(p_stream, 'UTF8'))) on conflict (stream) do nothing;
      end if;

      for i in 1 .. array_length(p_ids, 1) loop
        digest := sha256(convert_to(concat_ws(E'\n', '1', p_stream, reached + 1, p_ids[i], p_types[i], p_schema_versions[i],
          p_machine_version, p_actor_kind, p_actor_id, p_command, coalesce(p_causation::text, '-'),
          coalesce(p_correlation::text, '-'), p_at), 'UTF8')) || sha256(convert_to(p_bodies[i], 'UTF8'));
        -- Locks the stream, and checks again what it waited for.
        update streams s set version = s.version + 1, previous = s.hash, hash = sha256(s.hash || digest)
          where s.stream = p_stream and s.version = reached
          returning s.version, s.previous, s.hash into reached, prev, h;
        if not found then
          perform refuse_version(p_stream, p_expected);
        end if;
        insert into events (stream, version, id, type, schema_version, machine_version, actor_kind, actor_id, command_id,
            causation_id, correlation_id, recorded_at, body, hash_version, prev_hash, hash)
          values (p_stream, reached, p_ids[i], p_types[i], p_schema_versions[i], p_machine_version, p_actor_kind, p_actor_id,
            p_command, p_causation, p_correlation, t, p_bodies[i], 1, prev, h);
      end loop;

      if p_key is not null then
        insert into request_keys (stream, wrapped_key) values (p_stream, p_key);
      end if;

      if p_view is not null then
        v := p_view;
        -- An update that leaves the indexed columns alone stays on its page, unlike a delete and an insert. Beside itself,
        -- because \`returning\` tells only what is new.
        update book_requests b set
            version = v.version, status = v.status, first_names = v.first_names, last_name = v.last_name,
            birth_date = v.birth_date, email = v.email, question = v.question,
            sensitive_consent = v.sensitive_consent, life_path = v.life_path, numbers = v.numbers,
            generated_script = v.generated_script, script = v.script, text_hash = v.text_hash,
            word_count = v.word_count, approved_by = v.approved_by, approved_at = v.approved_at,
            approved_text_hash = v.approved_text_hash, video_status = v.video_status,
            heygen_video_id = v.heygen_video_id, video_url = v.video_url, video_duration_ms = v.video_duration_ms,
            film_file = v.film_file, film_bytes = v.film_bytes, film_sha256 = v.film_sha256,
            film_content_type = v.film_content_type, films = v.films, awaits = v.awaits,
            cost_micro_usd = v.cost_micro_usd, last_failure = v.last_failure, search_text = v.search_text,
            sort_name = v.sort_name, requested_at = v.requested_at, updated_at = v.updated_at,
            waiting_since = v.waiting_since
          from book_requests old where old.id = v.id and b.id = v.id
          returning old.status, old.last_failure is not null as failed into was;
        if not found then
          insert into book_requests values (v.*);
        end if;
        if was.status is distinct from v.status then
          insert into request_counts select f, d from (values (was.status, -1), (v.status, 1)) c(f, d)
            where f is not null;
        end if;
        if coalesce(was.failed, false) <> (v.last_failure is not null) then
          insert into request_counts values ('failed', case when was.failed then -1 else 1 end);
        end if;
      end if;

      if p_jobs <> '[]' then
        for job in select * from jsonb_array_elements(p_jobs) loop
          perform graphile_worker.add_job(job ->> 'task', (job -> 'payload')::json, job_key => job ->> 'key',
            run_at => (job ->> 'runAt')::timestamptz, max_attempts => 25);
        end loop;
      end if;
      return reached;
    end $$;

    create function refuse_version(p_stream text, p_expected integer) returns void language plpgsql as $$
    declare
      actual integer := coalesce((select s.version from streams s where s.stream = p_stream), 0);
      last record;
    begin
      select e.type, e.actor_kind, e.actor_id, e.recorded_at into last
        from events e where e.stream = p_stream and e.version = actual;
      raise exception 'expected version %, found %', p_expected, actual using errcode = 'BR001',
        detail = json_build_object('expected', p_expected, 'actual', actual, 'type', last.type,
          'actorKind', last.actor_kind, 'actorId', last.actor_id, 'at', last.recorded_at)::text;
    end $$;
  `.execute(db)
}
