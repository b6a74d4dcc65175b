/** Who appends: our function, the same rows without its chain, lock and checks, and a single row. Each has its own requests. */
import type { Archive } from '#db/archive.ts'
import type { Append, Job } from '#db/log.ts'
import { recordText } from '#db/record-text.ts'
import { factBody } from '#db/stored-fact.ts'

import { appendOf, booked, edited, newStory, tell, type Story } from '../setup/history.ts'
import type { Act, Contender } from './rounds.ts'

/** Makes a fact of some 600 bytes: a short text, sealed. */
const text = 'Votre chemin de vie est le sept, et il vous invite à regarder loin devant vous. '.repeat(4)

const requestsOfALane = 25

export async function whole(
  archive: Archive,
  lanes: number,
  { name, job = false }: { name: string; job?: boolean },
): Promise<Contender> {
  return contender(archive, lanes, name, (append) => {
    const wish = job ? { ...append, jobs: [farOff(append.stream)] } : append
    return async () => {
      const answer = await archive.append(wish)
      if (answer.tag !== 'appended') throw new Error(answer.tag)
    }
  })
}

const farOff = (stream: string): Job => ({
  ...{ task: 'bench', key: `bench:${stream}`, payload: { stream }, runAt: '2999-01-01T00:00:00.000Z' },
})

/** The same rows of the same bytes in one statement: no chain, no lock, no check of the version or the command. */
export async function bareRows(archive: Archive, lanes: number): Promise<Contender> {
  const { pool } = archive.database
  const hash = Buffer.alloc(32)
  return contender(archive, lanes, 'bare', (append) => {
    const { stream, expected, command, facts, actor, at, view } = append
    return () => {
      const values = [
        stream,
        expected,
        command.id,
        facts[0]?.id,
        facts[0]?.deed.type,
        bodyOf(append),
        actor.id,
        at,
        hash,
      ]
      return pool.query({ name: 'bare_rows', text: bareText, values: [...values, view && recordText(view)] })
    }
  })
}

const bareText = `
  with command as (insert into commands values ($3, $1, 'bench', $2::int + 1, $8::timestamptz)),
    head as (update streams set version = $2::int + 1, hash = $9, previous = $9 where stream = $1),
    view as (
      update book_requests b set (version, status, generated_script, script, text_hash, word_count, updated_at, waiting_since,
          films, last_failure) = (v.version, v.status, v.generated_script, v.script, v.text_hash, v.word_count, v.updated_at,
          v.waiting_since, v.films, v.last_failure)
      from (select (r).* from (select $10::book_request_row as r offset 0) one) v where b.id = v.id)
  insert into events (stream, version, id, type, schema_version, machine_version, actor_kind, actor_id, command_id, recorded_at,
    body, hash_version, prev_hash, hash)
  values ($1, $2::int + 1, $4, $5, 1, '1', 'admin', $7, $3, $8::timestamptz, $6, 1, $9, $9)`

/** One row of the same body in the least table that an event log can be. */
export async function oneRow(archive: Archive, lanes: number): Promise<Contender> {
  const { pool } = archive.database
  const text = 'insert into bench_one_row (stream, version, body) values ($1, $2, $3)'
  return contender(archive, lanes, 'one row', (append) => {
    return () => pool.query({ name: 'one_row', text, values: [append.stream, append.expected, bodyOf(append)] })
  })
}

export async function createOneRowTable({ database: { pool } }: Archive): Promise<void> {
  await pool.query(`create table bench_one_row (position bigint generated always as identity primary key,
    stream text not null, version integer not null, body jsonb not null, unique (stream, version))`)
}

/** What is stored and hashed; made within the clock, by everyone. */
function bodyOf({ stream, facts: [fact], key }: Append): string {
  if (!fact || !key) throw new Error('a fact and its key')
  return factBody(fact.deed, { stream, id: fact.id }, key.clear)
}

/** Corrections of a text, one after the other, on the lane's own requests. */
export async function contender(
  archive: Archive,
  lanes: number,
  name: string,
  act: (append: Append) => Act,
): Promise<Contender> {
  const stories = Array.from({ length: lanes }, () => Array.from({ length: requestsOfALane }, () => newStory(archive)))
  for (const story of stories.flat()) await tell(archive, story, [booked(), edited('Un premier texte.')])
  const versions = new Map<Story, number>()
  return {
    name,
    prepare: (count, lane) =>
      Array.from({ length: count }, (_, n) => {
        const story = stories[lane]?.[n % requestsOfALane]
        if (!story) throw new Error(`no lane ${lane}`)
        const version = versions.get(story) ?? story.facts.length
        versions.set(story, version + 1)
        return act(correction(story, version))
      }),
  }
}

/** As if it were the story's third fact: folding all that came before is not what is measured. */
function correction(story: Story, version: number): Append {
  const append = appendOf(story, [edited(`${text}${version}`)])
  return { ...append, expected: version, view: append.view && { ...append.view, version: version + 1 } }
}
