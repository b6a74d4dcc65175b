/**
 * The one way to write: the command's id first, then read, decide, append. A person who decided on an older version
 * is asked again only if the script or its approval changed meanwhile; a job simply decides again.
 */
import { decide, fold, stateOf, statusOf, type Snapshot } from '#events/decide.ts'
import { factSchemas, streamOf, requestIdOf, type Actor, type Deed, type Fact, type FactType } from '#events/facts.ts'
import { machineVersion, type Effect } from '#events/machine.ts'
import { emptyScript, type Script } from '#events/script.ts'
import type { Append, History, Job } from '#db/log.ts'
import { project } from '#db/project.ts'

import { instant, type DeskContext } from './context.ts'
import type { Answer, Conflict, Seen } from './desk.ts'
import { mergeScripts } from './merge-scripts.ts'
import { createNames } from './names.ts'

export type Current = { requestId: string; facts: Fact[]; snapshot: Snapshot }

export type Act = {
  verb: string
  requestId: string
  command: { commandId: string; actor: Actor }
  seen?: Seen | undefined
  /** What the person typed, to be brought together with the present text if they come too late. */
  mine?: Script | undefined
  causationId?: string | undefined
  /** Whether the stream begins with this act. */
  begins?: boolean
  /** The facts wished for, on what is true now; or an answer that ends the act. An empty list changes nothing. */
  wish(current: Current): Deed[] | Answer | Promise<Deed[] | Answer>
}

const tries = 4

export async function act(context: DeskContext, deed: Act): Promise<Answer> {
  const stream = streamOf(deed.requestId)
  const stored = await findAnswer(context, deed)
  if (stored) return stored
  for (let n = 0; n < tries; n += 1) {
    const answer = await tryOnce(context, deed, stream)
    if (answer?.tag === 'done') return answer
    // Sent twice at once, a form stands in its own way: then the other copy's answer is the answer.
    if (answer) return (await findAnswer(context, deed)) ?? answer
  }
  throw new Error(`${deed.verb} lost ${tries} races for ${stream}`)
}

/** Null when another writer came first. */
async function tryOnce(context: DeskContext, deed: Act, stream: string): Promise<Answer | null> {
  const history = await context.archive.readStream(stream)
  const current = { requestId: deed.requestId, facts: history.facts, snapshot: fold(history.facts) }
  const version = history.facts.length
  if (version === 0 && !deed.begins) return { tag: 'unknown' }
  if (deed.seen && isOutdated(deed.seen, current)) {
    return { tag: 'conflict', conflict: await describeConflict(context, deed.seen, current, deed.mine) }
  }
  const wished = await deed.wish(current)
  if (!Array.isArray(wished)) return wished
  if (wished.length === 0) return { tag: 'done', requestId: deed.requestId, version }

  const decision = decide(
    current.snapshot,
    wished.map((one) => ({ ...one, actor: deed.command.actor })),
  )
  // The status there is: of several facts wished for, none has happened.
  if (!decision.ok) return { tag: 'refused', code: decision.refused.code, status: statusOf(current.snapshot) }
  const append = toAppend(context, deed, stream, history, wished, decision.effects)
  const appended = await context.archive.append(append)
  switch (appended.tag) {
    case 'appended':
      return { tag: 'done', requestId: deed.requestId, version: appended.version }
    case 'repeated':
      return answerAgain(appended, deed)
    case 'conflict':
      return null
  }
}

async function findAnswer({ archive }: DeskContext, deed: Act): Promise<Answer | null> {
  const stored = await archive.findCommand(deed.command.commandId)
  return stored && answerAgain(stored, deed)
}

function answerAgain(stored: { stream: string; verb: string; version: number }, deed: Act): Answer {
  const same = stored.verb === deed.verb && (deed.begins === true || stored.stream === streamOf(deed.requestId))
  return same
    ? { tag: 'done', requestId: requestIdOf(stored.stream), version: stored.version }
    : { tag: 'commandReused' }
}

function toAppend(
  { archive, clock, ids }: DeskContext,
  { verb, requestId, command, causationId }: Act,
  stream: string,
  history: History,
  wished: Deed[],
  effects: Effect[],
): Append {
  const at = instant(clock())
  const base = history.facts.length
  const shared = {
    stream,
    machineVersion,
    commandId: command.commandId,
    causationId: causationId ?? null,
    correlationId: requestId,
  }
  const facts = wished.map((deed, index) => {
    const { schemaVersion } = factSchemas[deed.type]
    const place = { id: ids(), version: base + index + 1, schemaVersion, recordedAt: at, actor: command.actor }
    return { ...shared, ...place, ...deed } as Fact
  })
  return {
    stream,
    expected: base,
    command: { id: command.commandId, verb },
    actor: command.actor,
    facts: facts.map((fact, index) => ({ id: fact.id, deed: wished[index] as Deed })),
    machineVersion,
    causationId: shared.causationId,
    correlationId: requestId,
    at,
    key: base === 0 ? archive.newKey(stream) : history.key,
    view: project([...history.facts, ...facts]),
    jobs: effects.map((effect) => jobFor(effect, requestId)),
  }
}

/** One job an effect and request: a second one replaces the first. */
export function jobFor(effect: Effect, requestId: string, runAt: string | null = null): Job {
  const task = effect === 'watchSlowly' ? 'watch' : effect
  return { task, key: `${task}:${requestId}`, payload: { requestId }, runAt }
}

const touching: readonly FactType[] = [
  'ScriptRequested',
  'ScriptGenerated',
  'ScriptEdited',
  'ScriptApproved',
  'ApprovalWithdrawn',
  'RequestDeclined',
  'VideoRejected',
]

export function isOutdated(seen: Seen, { facts, snapshot }: Current): boolean {
  if (seen.textHash !== undefined && seen.textHash !== stateOf(snapshot).textHash) return true
  // Nobody has seen what is yet to come.
  if (seen.version > facts.length) return true
  return facts.slice(seen.version).some((fact) => touching.includes(fact.type))
}

/** @param mine what the person typed on what they had seen */
export async function describeConflict(
  context: DeskContext,
  seen: Seen,
  { facts, snapshot }: Current,
  mine?: Script,
): Promise<Conflict> {
  const since = facts.slice(seen.version)
  const last = since.findLast((fact) => touching.includes(fact.type)) ?? facts.at(-1)
  if (!last) throw new Error('a conflict needs a history')
  const names = await createNames(context.archive, facts)
  const base = currentScript(facts.slice(0, seen.version)) ?? emptyScript()
  const present = currentScript(facts)
  return {
    seenVersion: seen.version,
    actualVersion: facts.length,
    by: names(last.actor),
    fact: last.type,
    at: last.recordedAt,
    current: {
      status: asStatus(statusOf(snapshot)),
      script: present,
      textHash: stateOf(snapshot).textHash,
    },
    base: mine === undefined ? null : base,
    merge: mine === undefined || present === null ? null : mergeScripts(base, mine, present),
  }
}

export function currentScript(facts: readonly Fact[]): Script | null {
  const last = facts.findLast((fact) => fact.type === 'ScriptGenerated' || fact.type === 'ScriptEdited')
  if (last?.type !== 'ScriptGenerated' && last?.type !== 'ScriptEdited') return null
  return (last.data.script as Script | null) ?? emptyScript()
}

export function asStatus(status: ReturnType<typeof statusOf>) {
  if (status === 'none') throw new Error('a request without facts has no status')
  return status
}
