import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { Script } from '#events/script.ts'

import { sections } from './speech.ts'

export type Opened = { version: number; textHash: string | null; script: Script }
export type KeptDraft = ReturnType<typeof useKeptDraft>

type Kept = {
  /** What the form says was seen. */
  opened: Opened
  /** What stands in the fields. */
  typed: Script
  /** The same once the hands rest, for the counts: a live number at each key is noise to read and to hear. */
  rested: Script
  /** What this form last sent, and the version it said was seen. */
  sent: { script: Script; version: number } | null
  /** Counts how often the fields were filled anew. */
  generation: number
}

/**
 * The draft under the person's hands. It lives above whatever the page shows: the page may be revalidated at any moment,
 * and neither a field being edited is replaced nor what was typed lost. `latest` is what is stored now; `before` is the
 * refused form that the page answers, where there is one.
 */
export function useKeptDraft(latest: Opened, before?: Opened) {
  const [stored, setKept] = useState(() => opening(latest, before))
  /** The person goes on knowing that what they typed is dropped. A ref: no render may come between an order and its answer. */
  const forsaken = useRef(false)
  const kept = follow(stored, latest, forsaken.current)
  if (kept !== stored) setKept(kept)
  const change = (part: Partial<Kept>) => setKept((now) => ({ ...now, ...part }))

  const form = useRef<HTMLFormElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => void (forsaken.current = false), [kept.generation])
  useEffect(() => {
    // What was typed before the scripts arrived is a draft too.
    if (form.current) change(inHand(form.current))
    return () => clearTimeout(pause.current)
  }, [])

  const { state, formData } = useNavigation()
  const saving = state !== 'idle' && formData?.has('script.accueil') === true
  return {
    ...kept,
    form,
    saving,
    /** What stands in the fields is stored nowhere. */
    dirty: !sameText(kept.typed, kept.opened.script),
    /** The request has moved on while this person was typing. */
    overtaken: latest.version > kept.opened.version,
    onInput(event: FormEvent<HTMLFormElement>) {
      forsaken.current = false
      change({ typed: scriptIn(event.currentTarget) })
      clearTimeout(pause.current)
      pause.current = setTimeout(() => setKept((now) => ({ ...now, rested: now.typed })), 400)
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      const [now, seen] = [inHand(event.currentTarget), seenIn(event.currentTarget)]
      // One at a time: a second save would say it saw the version before the first, and conflict with it.
      if (saving && seen.version === kept.sent?.version) return event.preventDefault()
      change({ ...now, sent: { script: now.typed, version: seen.version }, opened: { ...kept.opened, ...seen } })
    },
    /** Drops what was typed, at once. */
    discard: () => change({ ...opening(latest), generation: kept.generation + 1 }),
    /** Drops it with the next change of the request, unless something is typed again. */
    forsake: () => void (forsaken.current = true),
  }
}

/** A refused form is shown again as it was: with its text, and with the version it was written on. */
function opening(latest: Opened, before: Opened = latest): Kept {
  const typed = before.script
  const isOlder = before.version < latest.version
  const opened = isOlder ? { version: before.version, textHash: before.textHash, script: latest.script } : latest
  return { opened, typed, rested: typed, sent: null, generation: 0 }
}

/** `opened` moves on to `latest` only when nothing typed would be lost. */
function follow(kept: Kept, latest: Opened, forsaken: boolean): Kept {
  if (latest.version <= kept.opened.version) return kept
  const { opened, typed, sent, generation } = kept
  const moved = { ...kept, opened: latest, sent: null }
  // What is stored now came from here: whatever was typed since stays, and is new.
  if ([typed, sent?.script].some((text) => text !== undefined && sameText(text, latest.script))) return moved
  if (!forsaken && !sameText(typed, opened.script)) return kept
  return { ...moved, typed: latest.script, rested: latest.script, generation: generation + 1 }
}

function inHand(form: HTMLFormElement): Pick<Kept, 'typed' | 'rested'> {
  const typed = scriptIn(form)
  return { typed, rested: typed }
}

function scriptIn(form: HTMLFormElement): Script {
  const data = new FormData(form)
  return Object.fromEntries(sections.map(({ key }) => [key, String(data.get(`script.${key}`) ?? '')])) as Script
}

function seenIn(form: HTMLFormElement): Pick<Opened, 'version' | 'textHash'> {
  const data = new FormData(form)
  return { version: Number(data.get('version')), textHash: String(data.get('textHash') ?? '') || null }
}

/** Browsers submit line ends as CRLF and the desk may trim: neither is a change. */
export function sameText(a: Script, b: Script): boolean {
  return sections.every(({ key }) => plain(a[key]) === plain(b[key]))
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
