import { afterEach, describe, expect, it } from 'vitest'

import type { Desk } from '#app/desk/desk.ts'
import { createLiveHub, type LiveHub } from '#app/gate/live.ts'

import { session, token } from './desk.ts'

type Progress = NonNullable<Awaited<ReturnType<Desk['readProgress']>>>

const rhythm = { poll: 10, text: 10, heartbeat: 40, recheck: 30 }
const hubs: LiveHub[] = []
afterEach(() => hubs.splice(0).forEach((hub) => hub.close()))

function openHub(parts: Partial<typeof rhythm> = {}) {
  const desk = {
    polls: 0,
    news: [] as string[],
    away: false,
    signedIn: true,
    renewed: [] as unknown[],
    writing: new Map<string, Progress>(),
  }
  const hub = createLiveHub(
    {
      listChanges: () => {
        desk.polls += 1
        if (desk.away) return Promise.reject(new Error('away'))
        const changes = desk.news.splice(0).map((id) => ({ id, version: 1 }))
        return Promise.resolve({ mark: `m${desk.polls}`, changes })
      },
      readProgress: (id) => Promise.resolve(desk.away ? null : (desk.writing.get(id) ?? null)),
      findSession: (_token, options) => {
        desk.renewed.push(options?.renew)
        return desk.away ? Promise.reject(new Error('away')) : Promise.resolve(desk.signedIn ? session : null)
      },
    },
    { ...rhythm, ...parts },
  )
  hubs.push(hub)
  return { desk, hub }
}

function listen(hub: LiveHub, writing: string | null = null) {
  const leaving = new AbortController()
  const answer = hub.open(new Request('http://localhost/admin/live', { signal: leaving.signal }), token, writing)
  const heard = { text: '', over: false }
  const reading = (async () => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) heard.text += read.value
    heard.over = true
  })()
  return { answer, heard, reading, leave: () => leaving.abort() }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the live door', () => {
  it('tells everybody which requests changed, by one question to the desk', async () => {
    const { desk, hub } = openHub()
    const [one, two] = [listen(hub), listen(hub)]
    await expect.poll(() => desk.polls).toBeGreaterThan(1)
    desk.news.push('a', 'b', 'a')
    const told = 'event: changes\ndata: ["a","b"]\n\n'
    await expect.poll(() => one.heard.text.includes(told) && two.heard.text.includes(told)).toBe(true)
    expect(one.heard.text.startsWith('retry: 3000\nevent: ready\n')).toBe(true)
    expect(one.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  })

  it('says nothing of what happened before one listened', async () => {
    const { desk, hub } = openHub()
    desk.news.push('old')
    const { heard } = listen(hub)
    await expect.poll(() => desk.polls).toBeGreaterThan(2)
    expect(heard.text).not.toContain('old')
  })

  it('tells the text that is being written to who follows it, each time there is more, and to nobody else', async () => {
    const { desk, hub } = openHub()
    const [follower, other] = [listen(hub, 'r1'), listen(hub)]
    const script = { accueil: 'Bonjour', portrait: '', elan: '', annee: '', cloture: '' }
    desk.writing.set('r1', { n: 1, script })
    const told = (accueil: string) => `event: text\ndata: ${JSON.stringify({ ...script, accueil })}\n\n`
    await expect.poll(() => follower.heard.text).toContain(told('Bonjour'))
    desk.writing.set('r1', { n: 1, script: { ...script, accueil: 'Bonjour Zoé' } })
    await expect.poll(() => follower.heard.text).toContain(told('Bonjour Zoé'))
    await pause(100)
    expect(follower.heard.text.match(/event: text/g)).toHaveLength(2)
    expect(other.heard.text).not.toContain('Bonjour')
  })

  it('tells no text to a session that has ended', async () => {
    const { desk, hub } = openHub({ recheck: 60_000 })
    const { heard, reading } = listen(hub, 'r1')
    desk.signedIn = false
    desk.writing.set('r1', { n: 1, script: { accueil: 'Bonjour', portrait: '', elan: '', annee: '', cloture: '' } })
    await reading
    expect([heard.over, heard.text.includes('Bonjour')]).toEqual([true, false])
  })

  it('asks nobody while nobody listens', async () => {
    const { desk, hub } = openHub()
    const first = listen(hub)
    await expect.poll(() => desk.polls).toBeGreaterThan(1)
    first.leave()
    await first.reading
    const asked = desk.polls
    await pause(50)
    expect(desk.polls).toBe(asked)
    listen(hub)
    await expect.poll(() => desk.polls).toBeGreaterThan(asked + 1)
  })

  it('beats, and outlives a database that is away', async () => {
    const { desk, hub } = openHub()
    const { heard } = listen(hub)
    desk.away = true
    await expect.poll(() => heard.text).toContain(': ♥\n\n')
    desk.away = false
    await pause(30)
    desk.news.push('after')
    await expect.poll(() => heard.text).toContain('"after"')
  })

  it('ends with the session, which it does not prolong', async () => {
    const { desk, hub } = openHub()
    const { heard, reading } = listen(hub)
    await pause(60)
    expect(heard.over).toBe(false)
    desk.signedIn = false
    await reading
    expect(new Set(desk.renewed)).toEqual(new Set([false]))
  })

  it('tells nothing to a page whose session has ended meanwhile: it would leave what is typed there', async () => {
    const { desk, hub } = openHub({ recheck: 60_000 })
    const { heard, reading } = listen(hub)
    await expect.poll(() => desk.polls).toBeGreaterThan(1)
    desk.signedIn = false
    desk.news.push('a')
    await reading
    expect([heard.over, heard.text.includes('changes')]).toEqual([true, false])
  })

  it('ends when the reader cancels, when the request was aborted before, and when the house closes', async () => {
    const { hub } = openHub()
    await listen(hub)
      .answer.body?.cancel()
      .catch(() => undefined)
    const gone = hub.open(new Request('http://localhost/', { signal: AbortSignal.abort() }), token)
    expect(await gone.text()).toContain('ready')
    const last = listen(hub)
    hub.close()
    await last.reading
    expect(hub.open(new Request('http://localhost/'), token).status).toBe(503)
  })

  it('lets 200 listen, and the next one when one has left', async () => {
    const { hub } = openHub({ poll: 1_000 })
    const all = Array.from({ length: 200 }, () => listen(hub))
    const late = hub.open(new Request('http://localhost/'), token)
    expect([late.status, late.headers.get('retry-after')]).toEqual([503, '30'])
    all[0]?.leave()
    expect(listen(hub).answer.status).toBe(200)
  })
})
