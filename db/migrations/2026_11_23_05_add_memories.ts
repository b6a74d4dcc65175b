import { sql, type Kysely } from 'kysely'

/**
 * What a person confides became a theme and several memories, each with its own consent. The rows of the view are filled
 * with the next fact of their request, or all at once by `npm run rebuild`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['book_requests', 'book_request_row']) {
    await sql`
      alter table ${sql.ref(table)}
        drop column question, drop column sensitive_consent, add column theme text, add column memories jsonb
    `.execute(db)
  }
  await sql`
    -- The same function, but for these columns: its text is long and was right.
    do $$
    declare
      gone constant text := 'question = v.question,\\s+sensitive_consent = v.sensitive_consent,';
      written text := pg_get_functiondef('append_facts'::regproc);
    begin
      if written !~ gone then
        raise exception 'append_facts is not as the migration before left it';
      end if;
      execute regexp_replace(written, gone, 'theme = v.theme, memories = v.memories,');
    end $$
  `.execute(db)
}
