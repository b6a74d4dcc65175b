/** Server-sent events: tells open pages which requests changed, so that they ask again (design.md §5). */
import type { Desk } from '#app/desk/desk.ts'

import { refusal } from './refusal.ts'
import { refuse } from './refusal-page.ts'

export type LiveHub = {
  /**
   * An endless answer: `event: ready` first (whoever comes back asks again), then `event: changes` with a JSON list of
   * request ids. With `writing`, the id of a request: `event: text` too, with the sections that ChatGPT has written so
   * far, as JSON. 503 when too many listen or the house is closing.
   */
  open: (request: Request, token: string, writing?: string | null) => Response
  /** Ends every answer and takes no new one: the first step of closing the house. */
  close: () => void
}

type Listener = { send: (text: string) => void; end: () => void }
/** Ends the listener where its session has ended; else runs `then`. */
type Check = (then?: () => void) => void

/** Milliseconds; others in tests. */
export type Rhythm = { poll: number; text: number; heartbeat: number; recheck: number }

const rhythmOfTheHouse: Rhythm = { poll: 1_000, text: 300, heartbeat: 15_000, recheck: 30_000 }
const maxListeners = 200

/** One hub for the process, made by the composition root; it asks the desk only while somebody listens. */
export function createLiveHub(
  desk: Pick<Desk, 'listChanges' | 'findSession' | 'readProgress'>,
  rhythm: Rhythm = rhythmOfTheHouse,
): LiveHub {
  const listeners = new Map<Listener, Check>()
  const watch = createWatch(desk, {
    every: rhythm.poll,
    // A page asks again when it hears of changes; without a session it would be led away from what is being typed there.
    tell: (ids) => listeners.forEach((check, { send }) => check(() => send(changes(ids)))),
  })
  let closed = false

  function open(request: Request, token: string, writing: string | null = null): Response {
    if (closed || listeners.size >= maxListeners) return refuse(request, refusal(503), { 'Retry-After': '30' })
    return eventStream(request, {
      begin(listener) {
        const check = createCheck(desk, token, listener)
        listeners.set(listener, check)
        watch.start()
        const stopChecking = checkAgain(listener, check, rhythm)
        const stopFollowing =
          writing === null
            ? () => undefined
            : followText(desk, writing, (text) => check(() => listener.send(text)), rhythm)
        listener.send('retry: 3000\nevent: ready\ndata: {}\n\n')
        return () => {
          stopChecking()
          stopFollowing()
          listeners.delete(listener)
          if (listeners.size === 0) watch.stop()
        }
      },
    })
  }

  function close(): void {
    closed = true
    for (const { end } of [...listeners.keys()]) end()
  }

  return { open, close }
}

function changes(ids: string[]): string {
  return `event: changes\ndata: ${JSON.stringify(ids)}\n\n`
}

/** Asks the desk what changed, each time after the answer before; a desk that does not answer is asked again later. */
function createWatch(
  desk: Pick<Desk, 'listChanges'>,
  { every, tell }: { every: number; tell: (ids: string[]) => void },
) {
  let round: { mark: string; timer?: NodeJS.Timeout } | null = null

  async function look(mine: NonNullable<typeof round>): Promise<void> {
    const { mark, changes } = await desk.listChanges(mine.mark).catch(() => ({ mark: mine.mark, changes: [] }))
    if (round !== mine) return
    // The first answer only says where we stand.
    if (mine.mark !== '' && changes.length > 0) tell([...new Set(changes.map(({ id }) => id))])
    mine.mark = mark
    mine.timer = setTimeout(() => void look(mine), every)
  }

  return {
    start(): void {
      if (round !== null) return
      round = { mark: '' }
      void look(round)
    },
    stop(): void {
      clearTimeout(round?.timer)
      round = null
    },
  }
}

/** The text as it comes, told whenever there is more of it; each look after the answer before. */
function followText(
  desk: Pick<Desk, 'readProgress'>,
  id: string,
  send: (text: string) => void,
  { text: every }: Rhythm,
): () => void {
  let [told, over] = ['', false]
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    const progress = await desk.readProgress(id).catch(() => null)
    if (over) return
    const text = progress === null ? '' : JSON.stringify(progress.script)
    if (text !== '' && text !== told) send(`event: text\ndata: ${text}\n\n`)
    told = text
    timer = setTimeout(() => void look(), every)
  }

  void look()
  return () => {
    over = true
    clearTimeout(timer)
  }
}

/** Looking does not prolong the session; a desk that does not answer ends nobody. */
function createCheck(desk: Pick<Desk, 'findSession'>, token: string, listener: Listener): Check {
  return (then) => {
    const stillThere = desk.findSession(token, { renew: false }).then((session) => session !== null)
    void stillThere.catch(() => true).then((there) => (there ? then?.() : listener.end()))
  }
}

/** The heartbeat, and the end of the stream with the session. */
function checkAgain(listener: Listener, check: Check, rhythm: Rhythm): () => void {
  const beat = setInterval(() => listener.send(': ♥\n\n'), rhythm.heartbeat)
  const recheck = setInterval(() => check(), rhythm.recheck)
  return () => {
    clearInterval(beat)
    clearInterval(recheck)
  }
}

/** `begin` gets the listener and gives what must happen when it ends: by us, by the client, or by an aborted request. */
function eventStream(request: Request, { begin }: { begin: (listener: Listener) => () => void }): Response {
  const encoder = new TextEncoder()
  const over = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        if (over.signal.aborted) return
        over.abort()
        controller.close()
      }
      const send = (text: string) => {
        if (!over.signal.aborted) controller.enqueue(encoder.encode(text))
      }
      const forget = begin({ send, end })
      over.signal.addEventListener('abort', forget, { once: true })
      request.signal.addEventListener('abort', end, { signal: over.signal })
      if (request.signal.aborted) end()
    },
    cancel: () => over.abort(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
  })
}
