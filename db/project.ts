/**
 * The projection: a history becomes one row of `book_requests`. Legality and status come from the law's fold; this file
 * adds what people read: names, texts, costs, the last failure.
 */
import { birth, follow } from '#events/decide.ts'
import { requestIdOf, type Fact } from '#events/facts.ts'
import { currentFilm, isOpen, type RequestState } from '#events/request.ts'
import { scriptText } from '#events/script.ts'
import type { Standing } from '#events/step.ts'

import type { BookRequestRow } from './view-row.ts'

/** @throws when the law does not allow the history. */
export function project(facts: readonly Fact[]): BookRequestRow {
  const first = facts[0]
  if (first?.type !== 'BookRequested') throw new Error('a request begins with BookRequested')
  const row = newRow(first)
  let standing = birth
  facts.forEach((fact, index) => {
    const before = standing.status
    standing = follow(standing, fact, index)
    if (standing.status !== before) row.waiting_since = fact.recordedAt
    apply(row, fact)
    if (fact.type === 'VideoReady') row.cost_micro_usd += filmCost(facts, fact.data.attempt)
  })
  return finish(row, standing)
}

/** HeyGen bills a film that was made, not one that failed: the estimate counts from then on. */
function filmCost(facts: readonly Fact[], attempt: string): number {
  const order = facts.find((fact) => fact.type === 'VideoRequested' && fact.data.attempt === attempt)
  return order?.type === 'VideoRequested' ? order.data.estimatedMicroUsd : 0
}

function newRow(first: Extract<Fact, { type: 'BookRequested' }>): BookRequestRow {
  const { firstNames, lastName, birthDate, email, theme, memories, numbers } = nullable(first.data)
  return {
    id: requestIdOf(first.stream),
    version: 0,
    status: 'requested',
    first_names: firstNames,
    last_name: lastName,
    birth_date: birthDate,
    email,
    life_path: numbers?.lifePath.value ?? null,
    numbers,
    generated_script: null,
    script: null,
    text_hash: null,
    word_count: null,
    approved_by: null,
    approved_at: null,
    approved_text_hash: null,
    video_status: 'none',
    heygen_video_id: null,
    video_url: null,
    video_duration_ms: null,
    film_file: null,
    film_bytes: null,
    film_sha256: null,
    film_content_type: null,
    films: {},
    awaits: null,
    cost_micro_usd: 0,
    last_failure: null,
    search_text: searchable(`${firstNames ?? ''} ${lastName ?? ''} ${email ?? ''} ${requestIdOf(first.stream)}`),
    sort_name: searchable(`${lastName ?? ''} ${firstNames ?? ''}`),
    requested_at: first.recordedAt,
    updated_at: first.recordedAt,
    waiting_since: null,
    theme,
    memories: memories?.map(({ kind, text }) => ({ kind, text })) ?? null,
  }
}

/** An erased field reads as null whatever its schema says. */
const nullable = <T extends object>(data: T) => data as { [K in keyof T]: T[K] | null }

function apply(row: BookRequestRow, fact: Fact): void {
  row.version = fact.version
  row.updated_at = fact.recordedAt
  switch (fact.type) {
    case 'BookRequested':
    case 'RequestReopened':
    case 'VideoDelivered':
    case 'VideoUncertain':
      break
    case 'ScriptRequested':
    case 'RequestDeclined':
      row.last_failure = null
      break
    case 'ScriptAttempted':
      row.cost_micro_usd += fact.data.previous?.costMicroUsd ?? 0
      break
    case 'ScriptGenerated':
      row.cost_micro_usd += fact.data.costMicroUsd ?? 0
      writeScript(row, fact)
      break
    case 'ScriptEdited':
      writeScript(row, fact)
      break
    case 'ScriptFailed':
      row.cost_micro_usd += fact.data.costMicroUsd ?? 0
      // Stopped by a person: nothing has failed.
      if (fact.data.code !== 'stopped') fail(row, fact)
      break
    case 'ScriptApproved':
      row.approved_by = fact.actor.id
      row.approved_at = fact.recordedAt
      row.approved_text_hash = fact.data.textHash
      break
    case 'CorrectionRequested':
    case 'ApprovalWithdrawn':
    case 'VideoRejected':
      break
    case 'VideoRequested':
      row.last_failure = null
      row.video_url = null
      row.film_file = row.film_sha256 = row.film_content_type = null
      row.film_bytes = row.video_duration_ms = null
      break
    case 'VideoSubmitted':
      row.last_failure = null
      break
    case 'VideoReady':
      row.last_failure = null
      row.video_duration_ms = fact.data.durationMs
      break
    case 'VideoFailed':
      fail(row, fact)
      break
    case 'VideoArchived':
      row.last_failure = null
      row.film_file = fact.data.file
      row.film_bytes = fact.data.bytes
      row.film_sha256 = fact.data.sha256
      row.film_content_type = fact.data.contentType
      row.video_url = `/media/${row.id}`
      break
    case 'ArchiveFailed':
      fail(row, fact)
      break
  }
}

type Written = Extract<Fact, { type: 'ScriptGenerated' | 'ScriptEdited' }>
type Failed = Extract<Fact, { type: 'ScriptFailed' | 'VideoFailed' | 'ArchiveFailed' }>

function writeScript(row: BookRequestRow, fact: Written): void {
  const { script } = nullable(fact.data)
  row.script = script
  row.generated_script = script && scriptText(script)
  row.text_hash = fact.data.textHash
  row.word_count = fact.data.words
  row.last_failure = null
}

function fail(row: BookRequestRow, fact: Failed): void {
  const { code, mayHaveCost } = fact.data
  row.last_failure = { code, mayHaveCost, at: fact.recordedAt, fact: fact.type }
}

/** What follows from the law's state rather than from one fact. */
function finish(row: BookRequestRow, { status, request: state }: Standing): BookRequestRow {
  const film = currentFilm(state)
  if (state.approval === null) row.approved_by = row.approved_at = row.approved_text_hash = null
  if (!film?.archived) row.video_url = null
  return {
    ...row,
    status,
    films: state.films,
    heygen_video_id: film?.heygenVideoId ?? null,
    video_status: film ? videoStatus(film.outcome) : 'none',
    awaits: awaits(status, state),
    waiting_since: status === 'delivered' || status === 'declined' ? null : row.waiting_since,
  }
}

function videoStatus(outcome: string): string {
  return outcome === 'ready' ? 'completed' : outcome
}

/** The effect the request waits for: what the reconciler sees to, should its job be lost. */
function awaits(status: string, state: RequestState): string | null {
  const film = currentFilm(state)
  if (status === 'writing') return 'write'
  if (status === 'filming') return film?.heygenVideoId === null ? 'film' : 'watch'
  if (status === 'uncertain') return 'watchSlowly'
  if (status === 'ready' && film?.archived === false) return 'archive'
  // A video that turned up after its attempt was given up is watched to its end.
  return Object.values(state.films).some((one) => isOpen(one) && one.heygenVideoId !== null) ? 'watchSlowly' : null
}

/**
 * Lower case without accents, for search and order; ligatures are written out, every apostrophe is the straight one, and a
 * request's number stands without the « Demande n° » that our pages print before it.
 */
export function searchable(text: string): string {
  return text
    .toLowerCase()
    .replace(apostrophes, "'")
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(beforeNumber, '')
    .trim()
}

/** Those of `numerology.md` §6, and what keyboards and copied text hold in their place: quotes, primes, Hawaiian ʻokina. */
const apostrophes = /[`´\u2018-\u201b\u2032\u02b9-\u02bd\u02c8\u02ca\u02cb\uff07]/g
const beforeNumber = /(?:\bdemande )?\bn[°º] ?(?=[0-9a-f])|\bdemande (?=[0-9a-f]{8})/g
