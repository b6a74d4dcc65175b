/**
 * A request as the design tells it in prose (`design.md` §3, §4), with none of the law's code: plain fields, and what a
 * person's act does to them. What may not be answers a word instead and leaves everything as it was.
 */

export type Status = 'requested' | 'writing' | 'drafted' | 'approved' | 'filming' | 'uncertain' | 'ready' | 'declined'

export type Film = {
  attempt: string
  text: string
  approval: number
  /** Ordered although another one might be under way. */
  double: boolean
  /** A person said that none was made. */
  denied: boolean
  state: 'open' | 'failed' | 'ready'
  videos: string[]
  copied: boolean
  orderedAt: number
  /** Since when HeyGen has it, as far as we know. */
  since: number
}

export type Request = {
  id: string
  status: Status
  /** How many facts there are, and the last one that touched the script or its approval. */
  version: number
  touched: number
  text: string | null
  author: string | null
  /** Everybody with a hand in the text since ChatGPT wrote all of it. */
  writers: string[]
  approval: { text: string; n: number } | null
  approvals: number
  /** Who wants this text to be corrected. */
  correction: string | null
  /** How often this writing was tried; null when nothing is being written. */
  tried: number | null
  films: Film[]
  current: Film | null
}

export type Refusal = 'refused' | 'conflict' | 'invalid'
export type Outcome = 'done' | Refusal

export const newRequest = (id: string): Request => ({
  ...{
    id,
    status: 'requested',
    version: 1,
    touched: 0,
    text: null,
    author: null,
    writers: [],
    approval: null,
    approvals: 0,
  },
  correction: null,
  ...{ tried: null, films: [], current: null },
})

/** The facts since then touch the script or its approval, or the text read is not the text there is. */
export const isOutdated = (request: Request, seen: { version: number; text?: string | undefined }) =>
  request.touched > seen.version || (seen.text !== undefined && seen.text !== request.text)

export function orderScript(request: Request): Outcome {
  if (!['requested', 'drafted'].includes(request.status)) return 'refused'
  request.tried = 0
  return become(request, 'writing', 'touching')
}

export function stopWriting(request: Request): Outcome {
  if (request.tried === null) return 'refused'
  request.tried = null
  return become(request, withOrWithoutText(request))
}

const mayEdit = ({ status }: Request) => ['requested', 'drafted', 'approved'].includes(status)

/** `author` is null for a text of ChatGPT. The same text again is no correction. */
export function edit(request: Request, text: string, author: string | null): Outcome {
  if (text === request.text) return 'done'
  if (!mayEdit(request)) return 'refused'
  return receiveText(request, text, author)
}

export function receiveText(request: Request, text: string, author: string | null): Outcome {
  const writers = author === null ? [] : [...new Set([...request.writers, author])]
  Object.assign(request, { text, author, writers, approval: null, correction: null, tried: null })
  return become(request, 'drafted', 'touching')
}

/** With a text of one's own: corrected and approved in one step, or neither. */
export function approve(request: Request, text: string | null, who: string, fourEyes: boolean): Outcome {
  const corrects = text !== null && text !== request.text
  const read = corrects ? text : request.text
  const mayApprove = corrects ? mayEdit(request) : request.status === 'drafted'
  const awaited = !corrects && request.correction !== null && request.correction !== who
  if (read === null || !mayApprove || awaited || (fourEyes && (corrects || request.writers.includes(who))))
    return 'refused'
  if (corrects) edit(request, read, who)
  request.correction = null
  request.approvals += 1
  request.approval = { text: read, n: request.approvals }
  return become(request, 'approved', 'touching')
}

/** The text stays as it is, and whatever was said of it before no longer counts. */
export function askCorrection(request: Request, who: string): Outcome {
  if (!['drafted', 'approved'].includes(request.status)) return 'refused'
  Object.assign(request, { approval: null, correction: who })
  return become(request, 'drafted')
}

export function withdraw(request: Request): Outcome {
  if (request.status !== 'approved') return 'refused'
  request.approval = null
  return become(request, 'drafted', 'touching')
}

export function decline(request: Request): Outcome {
  if (!mayEdit(request)) return 'refused'
  request.approval = null
  return become(request, 'declined', 'touching')
}

export function reopen(request: Request): Outcome {
  if (request.status !== 'declined') return 'refused'
  return become(request, withOrWithoutText(request))
}

/** One film an approval, none while another is open; where nobody knows, a second one if it may be paid twice. */
export function orderFilm(request: Request, acceptsDouble: boolean, now: number): Outcome {
  const { status, approval, films } = request
  if (!approval) return 'refused'
  const hasFilm = films.some((film) => film.state === 'ready' && film.approval === approval.n)
  const first = status === 'approved' && !films.some(isOpen) && !hasFilm
  const again = status === 'uncertain' && acceptsDouble
  if (!first && !again) return 'refused'
  request.current = {
    ...{ attempt: '', text: approval.text, approval: approval.n, double: again, denied: false, state: 'open' },
    ...{ videos: [], copied: false, orderedAt: now, since: now },
  }
  films.push(request.current)
  return become(request, 'filming')
}

/** A person says that no film was made; not while HeyGen is being asked. */
export function denyFilm(request: Request, film: Film | null): Outcome {
  if (!film || (request.status === 'filming' && film === request.current)) return 'refused'
  film.denied = true
  return endWithout(request, film)
}

// What becomes known of a film, whoever tells it.

export function submit(request: Request, film: Film, video: string, now: number, byHand = false): Outcome {
  const { status } = request
  const isCurrent = film === request.current
  const resumes = status === 'uncertain' && isCurrent && (film.videos.length === 0 || film.videos[0] === video)
  if (isCurrent && status === 'filming' && byHand) return 'refused'
  if (film.videos.includes(video) && !resumes) return 'refused'
  if (!film.videos.includes(video)) film.videos.push(video)
  if (film.state !== 'ready') film.state = 'open'
  film.since = now
  return become(request, resumes ? 'filming' : status)
}

export function finish(request: Request, film: Film): Outcome {
  const waiting = ['approved', 'filming', 'uncertain'].includes(request.status)
  film.state = 'ready'
  if (!waiting || film.text !== request.approval?.text) return become(request, request.status)
  request.current = film
  return become(request, 'ready')
}

export function endWithout(request: Request, film: Film): Outcome {
  if (film.state !== 'open') return 'refused'
  film.state = 'failed'
  const waiting = ['filming', 'uncertain'].includes(request.status) && film === request.current
  return become(request, waiting ? 'approved' : request.status)
}

export const doubt = (request: Request): Outcome => become(request, 'uncertain')

/** A fact that changes nothing but what is remembered. */
export const note = (request: Request): Outcome => become(request, request.status)

export const isOpen = (film: Film) => film.state === 'open'

/** The film that a person speaks of: the current one while it is open, else one that was left open. */
export const openFilm = ({ current, films }: Request): Film | null =>
  (current && isOpen(current) ? current : films.find(isOpen)) ?? null

/** The effect that is due, so that no request waits for ever. */
export function awaited({ status, current, films }: Request): 'write' | 'film' | 'watch' | 'archive' | null {
  if (status === 'writing') return 'write'
  if (status === 'filming') return current?.videos.length === 0 ? 'film' : 'watch'
  if (status === 'uncertain') return 'watch'
  if (status === 'ready' && !current?.copied) return 'archive'
  return films.some((film) => isOpen(film) && film.videos.length > 0) ? 'watch' : null
}

const withOrWithoutText = ({ text }: Request): Status => (text === null ? 'requested' : 'drafted')

function become(request: Request, status: Status, touching?: 'touching'): 'done' {
  request.status = status
  request.version += 1
  if (touching) request.touched = request.version
  return 'done'
}
