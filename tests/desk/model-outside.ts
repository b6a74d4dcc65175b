/**
 * How the night shift's rounds end in the model (`design.md` §8 « Outcome unknown »; `heygen.md` §3, §4). Written from
 * the prose, as `model.ts` is.
 */
import * as model from './model.ts'
import type { Film, Request } from './model.ts'
import {
  day,
  hour,
  job,
  minute,
  order,
  type Answer,
  type Delivery,
  type Memory,
  type Video,
  type World,
} from './model-world.ts'

/** Whether OpenAI is asked at all. */
export const asksForScript = ({ status, tried }: Request) => status === 'writing' && tried !== null && tried < 3

/** `text` is what was read in the end, where one was written. */
export function wrote(world: World, request: Request, memory: Memory, ends: string, text: string | null): void {
  if (!asksForScript(request)) {
    if (request.tried !== null) model.stopWriting(request)
    return
  }
  request.tried = (request.tried ?? 0) + 1
  model.note(request)
  if (ends === 'written' && text !== null) model.receiveText(request, text, null)
  else if (ends === 'again' && request.tried < 3) order(world, 'write', request, { ...memory, tries: memory.tries + 1 })
  else model.stopWriting(request)
}

/** The film whose call is still to be made, or to be made again. */
export const filmToAsk = ({ status, current }: Request): Film | null =>
  status === 'filming' && current?.videos.length === 0 ? current : null

/** A key older than 23 hours is never used again: HeyGen forgets it after 24. */
export const isKeyTooOld = (world: World, film: Film) => world.now() - film.orderedAt > 23 * hour

/** What HeyGen answers to a key that it knows; null to one that it does not. */
export function replayed(world: World, film: Film): Answer | null {
  const video = world.videos.get(film.attempt)
  if (!video || world.now() - video.at >= day) return null
  return video.named ? 'accepted' : 'unknown'
}

const patience: Partial<Record<Answer, number>> = { busy: 12, busyMaybePaid: 12, unknown: 3 }

export function filmed(
  world: World,
  request: Request,
  film: Film,
  memory: Memory,
  answer: Answer | 'key too old',
): void {
  const lateAndUnaware = !memory.knows && world.now() - film.orderedAt > minute
  const paidBefore = memory.mayHaveCost || lateAndUnaware
  const maybePaid = paidBefore || answer === 'unknown' || answer === 'busyMaybePaid'
  const most = answer === 'key too old' ? undefined : patience[answer]
  if (answer === 'accepted') {
    learnOf(world, request, film, world.videos.get(film.attempt)?.id ?? '')
  } else if (most !== undefined && memory.tries < most) {
    order(world, 'film', request, { tries: memory.tries + 1, mayHaveCost: maybePaid, knows: true })
  } else if (answer === 'key too old' || maybePaid) {
    lookFor(world, request, film)
  } else {
    model.endWithout(request, film)
  }
}

/** By its title. What is not found is left to a person. */
function lookFor(world: World, request: Request, film: Film): void {
  const video = world.videos.get(film.attempt)
  if (video?.listed) return learnOf(world, request, film, video.id)
  model.doubt(request)
  order(world, 'watch', request)
}

/** A video that turns up is watched from then on. */
export function learnOf(world: World, request: Request, film: Film, video: string, byHand = false): void {
  if (model.submit(request, film, video, world.now(), byHand) === 'done') order(world, 'watch', request)
}

export function watched(world: World, request: Request): void {
  const film = filmToWatch(request)
  if (!film) return
  const age = world.now() - film.since
  if (age > 7 * day) return
  const video = world.videos.get(film.attempt)
  if (film.videos.length === 0) {
    if (video?.listed) learnOf(world, request, film, video.id)
    else order(world, 'watch', request)
  } else if (video && video.made !== 'pending') {
    report(world, request, film, video)
  } else {
    const stuck = age > 90 * minute && request.status === 'filming' && film === request.current
    if (stuck) model.doubt(request)
    order(world, 'watch', request)
  }
}

/** The current film while it is open, else another one whose video is known. */
function filmToWatch({ current, films, status }: Request): Film | undefined {
  const inOrder = [...(current ? [current] : []), ...films]
  return inOrder.find(
    (film) => model.isOpen(film) && (film.videos.length > 0 || (film === current && status === 'uncertain')),
  )
}

function report(world: World, request: Request, film: Film, { id, made }: Video): void {
  if (film.state === 'ready' || (film.state === 'failed' && made === 'failed')) return
  if (!film.videos.includes(id)) learnOf(world, request, film, id)
  if (made === 'failed') model.endWithout(request, film)
  else model.finish(request, film)
  if (made === 'completed' && request.status === 'ready' && request.current === film) order(world, 'archive', request)
}

export function archived(world: World, request: Request, memory: Memory): void {
  const film = request.current
  const video = film && world.videos.get(film.attempt)
  if (film?.state !== 'ready' || film.copied || !video) return
  if (video.bad > 0) {
    video.bad -= 1
    if (Math.log2(memory.tries) % 1 === 0) model.note(request)
    order(world, 'archive', request, { ...memory, tries: memory.tries + 1 })
  } else {
    film.copied = true
    model.note(request)
  }
}

/** One sweep of the inbox: what is due, the longest first, twenty at most. @returns how many were taken up */
export function swept(world: World): number {
  const due = world.inbox.filter(({ due }) => due <= world.now()).slice(0, 20)
  for (const delivery of due) {
    if (!isDecided(world, delivery)) continue
    world.inbox = world.inbox.filter((one) => one !== delivery)
  }
  return due.length
}

/** Decided now, without effect or with one; what HeyGen does not tell yet is asked again later, for a day. */
function isDecided(world: World, delivery: Delivery): boolean {
  delivery.tries += 1
  if (!['avatar_video.success', 'avatar_video.fail'].includes(delivery.type)) return true
  const owner = ownerOf(world, delivery)
  if (owner && owner.video.made !== 'pending') {
    report(world, owner.request, owner.film, owner.video)
    return true
  }
  delivery.due = world.now() + Math.min(5_000 * 2 ** (delivery.tries - 1), hour)
  return world.now() - delivery.at > day
}

function ownerOf(world: World, { video: id, attempt }: Delivery) {
  for (const request of world.requests) {
    for (const film of request.films) {
      const video = world.videos.get(film.attempt)
      if (video?.id === id && (film.videos.includes(id) || film.attempt === attempt)) return { request, film, video }
    }
  }
  return null
}

/** Jobs that were lost come back, one for each request that waits. @returns how many */
export function reconciled(world: World): number {
  const lost = world.requests.filter((request) => {
    const task = model.awaited(request)
    return task !== null && !world.jobs.has(job(task, request))
  })
  for (const request of lost) order(world, model.awaited(request) ?? '', request)
  return lost.length
}
