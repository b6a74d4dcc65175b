/** Durable appends a second: the whole function, beside the same rows written bare and a bare one-row insert. */
import { randomUUID } from 'node:crypto'

import type { Archive } from '#db/archive.ts'
import type { Append } from '#db/log.ts'
import { factBody } from '#db/stored-fact.ts'

import { appendOf, booked, edited, newStory, tell, type Story } from '../setup/history.ts'
import { inRounds, type Contest } from './rounds.ts'

const text = `${'Votre chemin de vie est le sept, et il vous invite à regarder loin devant vous. '.repeat(6)}`

/** A fact of some 600 bytes on one of a hundred requests of the writer's own. */
export async function prepareStories(archive: Archive, writers: number): Promise<Story[][]> {
  const mine = Array.from({ length: writers }, () => Array.from({ length: 25 }, () => newStory(archive)))
  for (const story of mine.flat()) await tell(archive, story, [booked()])
  return mine
}

export function whole(archive: Archive, { job }: { job: boolean }): (story: Story) => Promise<void> {
  return async (story) => {
    const append = nextAppend(story, job)
    const answer = await archive.append(append)
    if (answer.tag !== 'appended') throw new Error(answer.tag)
    story.facts = append.after.slice(0, 1).concat(append.after.slice(-1))
    grow(story)
  }
}

/** Versions of a story whose middle is forgotten, so that the projection's own time stays out of the measure. */
const versions = new WeakMap<Story, number>()
const grow = (story: Story) => versions.set(story, versionOf(story) + 1)
const versionOf = (story: Story) => versions.get(story) ?? 1

function nextAppend(story: Story, job: boolean): Append & { after: Story['facts'] } {
  const append = appendOf(story, [edited(`${text}${versionOf(story)}`)])
  const version = versionOf(story)
  const jobs = job ? [{ task: 'bench', key: `bench:${story.requestId}`, payload: { requestId: story.requestId }, runAt: '2999-01-01T00:00:00.000Z' }] : []
  return { ...append, expected: version, view: append.view && { ...append.view, version: version + 1 }, jobs }
}

/** The same rows of the same bytes in one statement: no chain, no version check, no lock. */
export function bareRows(archive: Archive): (story: Story) => Promise<void> {
  const { pool } = archive.database
  return async (story) => {
    const append = nextAppend(story, false)
    const [fact] = append.facts
    if (!fact) return
    const body = factBody(fact.deed, { stream: story.stream, id: fact.id }, story.key.clear)
    const values = [story.stream, append.expected, append.command.id, fact.id, fact.deed.type, body, append.actor.id, append.at, JSON.stringify(append.view), Buffer.alloc(32)]
    await pool.query({ name: 'bare_rows', text: bareText, values })
    story.facts = append.after.slice(0, 1).concat(append.after.slice(-1))
    grow(story)
  }
}

const bareText = `
  with command as (insert into commands values ($3, $1, 'bench', $2::int + 1, $8::timestamptz)),
    head as (update streams set version = $2::int + 1, hash = $10 where stream = $1),
    view as (
      insert into book_requests select (r).* from jsonb_populate_record(null::book_requests, $9::jsonb) r
      on conflict (id) do update set (version, status, generated_script, script, text_hash, word_count, updated_at, waiting_since, films, last_failure) =
        (excluded.version, excluded.status, excluded.generated_script, excluded.script, excluded.text_hash, excluded.word_count,
         excluded.updated_at, excluded.waiting_since, excluded.films, excluded.last_failure))
  insert into events (stream, version, id, type, schema_version, machine_version, actor_kind, actor_id, command_id, recorded_at,
    body, hash_version, prev_hash, hash)
  values ($1, $2::int + 1, $4, $5, 1, '1', 'admin', $7, $3, $8::timestamptz, $6, 1, $10, $10)`

/** One row of the same body, and nothing else. */
export function oneRow(archive: Archive): (story: Story) => Promise<void> {
  const { pool } = archive.database
  const body = JSON.stringify({ data: { text }, sealed: 'x'.repeat(700) })
  return async (story) => {
    const values = [randomUUID(), story.stream, body]
    await pool.query({ name: 'one_row', text: 'insert into bench_one_row (id, stream, body) values ($1, $2, $3)', values })
  }
}

export async function createOneRowTable(archive: Archive): Promise<void> {
  await archive.database.pool.query('create table bench_one_row (id uuid primary key, stream text not null, body text not null)')
}

/** Runs the contenders in turn with this many writers at once. @returns operations a second of each */
export async function contest(archive: Archive, writers: number, contenders: Contest, rounds: { ms: number; n: number }) {
  const stories: Record<string, Story[][]> = {}
  for (const name of Object.keys(contenders)) stories[name] = await prepareStories(archive, writers)
  return inRounds(contenders, rounds, async (name, act, until) => {
    let done = 0
    await Promise.all(
      (stories[name] ?? []).map(async (mine) => {
        for (let n = 0; performance.now() < until(); n += 1) {
          const story = mine[n % mine.length]
          if (story) await act(story)
          done += 1
        }
      }),
    )
    return done
  })
}
