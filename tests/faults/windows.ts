/** The five windows of a film in which a process may be killed, and how one kill hits all of them at once. */
import { setTimeout as pause } from 'node:timers/promises'

import type { Moment } from '#app/desk/context.ts'

import { until, type Child } from './child.ts'
import type { House } from './house.ts'
import { launch } from './orders.ts'
import type { Visitor } from './visitor.ts'

/** Longer than any `pastMs` of a window that ends with an answer: so the kill falls before its fact. */
export const slowLine = ['--slow-ms', '150']

type Window = {
  name: 'before the call' | 'in the call' | 'after HeyGen accepted' | 'watching' | 'archiving'
  /** The film is held here, let go at most `pastMs` before the kill. */
  hold: Moment
  pastMs: number
  /** What HeyGen plays for its film, in even and odd rounds. Polling does the work: a webhook would end the window. */
  plans: [string, string]
}

const inTime = 'webhook_lost'

/** The last first: a film passes through the windows before its own, which must not hold anybody yet. */
export const windows: readonly Window[] = [
  { name: 'archiving', hold: 'archiving', pastMs: 120, plans: [inTime, inTime] },
  { name: 'watching', hold: 'watching', pastMs: 120, plans: [inTime, `late_success:3000+${inTime}`] },
  { name: 'after HeyGen accepted', hold: 'after the answer', pastMs: 0, plans: [inTime, `cut_after_accept+${inTime}`] },
  {
    name: 'in the call',
    hold: 'in the call',
    pastMs: 350,
    plans: [`latency:1000+${inTime}`, `latency:1000+${inTime}`],
  },
  { name: 'before the call', hold: 'before the call', pastMs: 0, plans: [inTime, inTime] },
]

export type WindowName = Window['name']
export type Films = ReadonlyMap<WindowName, string>

/**
 * Launches a film for each window and waits until the process holds it there. The last id is a film of no window, whose
 * webhooks come in time: it is under way when the others are killed.
 */
export async function stage(house: House, visitor: Visitor, victim: Child, { ids, round }: Order): Promise<Films> {
  const films = new Map<WindowName, string>()
  for (const [index, window] of windows.entries()) {
    const id = ids[index] ?? ''
    if (window.hold === 'in the call') await letPass(house, visitor, ids.at(-1) ?? '')
    await house.rehearsal.plan([window.plans[round % 2] ?? inTime])
    victim.tell({ arm: window.hold })
    await launch(visitor, id)
    await victim.heard({ held: window.hold })
    films.set(window.name, id)
  }
  return films
}

async function letPass(house: House, visitor: Visitor, id: string): Promise<void> {
  const paid = (await house.rehearsal.ledger()).length
  await house.rehearsal.plan(['late_success:1000'])
  await launch(visitor, id)
  await until('its order', async () => (await house.rehearsal.ledger()).length > paid)
}

type Order = { ids: readonly string[]; round: number }

/** Lets each film go at a moment drawn from its window, then `kill -9`. @returns the time of the kill, ms since 1970 */
export async function killInWindows(victim: Child, together: () => Promise<void>): Promise<number> {
  const drawn = windows.map(({ hold, pastMs }) => ({ hold, lead: Math.round(Math.random() * pastMs), pastMs }))
  const end = performance.now() + Math.max(...drawn.map(({ lead }) => lead))
  for (const { hold, lead } of drawn.filter(({ pastMs }) => pastMs > 0).toSorted((a, b) => b.lead - a.lead)) {
    await pause(Math.max(0, end - lead - performance.now()))
    victim.tell({ release: hold })
  }
  await pause(Math.max(0, end - performance.now()))
  const killedAt = Date.now()
  await Promise.all([victim.kill(), together()])
  return killedAt
}

/** Whether the kill fell into the window, by the times in log and ledger. */
export async function wasHit(house: House, { name, id, killedAt }: Hit): Promise<boolean> {
  const facts = await house.facts(id)
  const order = facts.find(({ type }) => type === 'VideoRequested')
  const since = (type: string) => facts.find((fact) => fact.type === type)?.at ?? Infinity
  const between = (from: number, to: number) => from <= killedAt && killedAt < to
  const entry = (await house.rehearsal.ledger()).find(({ title }) => title === order?.attempt)
  switch (name) {
    case 'before the call':
      return between(order?.at ?? Infinity, entry?.at_ms ?? 0)
    case 'in the call':
      return between(order?.at ?? Infinity, since('VideoSubmitted'))
    case 'after HeyGen accepted':
      return between(entry?.at_ms ?? Infinity, since('VideoSubmitted'))
    case 'watching':
      return between(since('VideoSubmitted'), since('VideoReady'))
    case 'archiving':
      return between(since('VideoReady'), since('VideoArchived'))
  }
}

type Hit = { name: WindowName; id: string; killedAt: number }
