import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { useAutosave, type Held } from './autosave.ts'
import { dropCopiesAtSignOut, dropCopy, findCopy, keepCopy } from './draft-copy.ts'
import type { DraftDoor } from './draft-door.ts'
import { follow, opening, sameText, scriptIn, seenIn, type Kept, type Opened } from './draft-text.ts'

export type { Opened } from './draft-text.ts'
export type KeptDraft = ReturnType<typeof useKeptDraft>

/** Where the draft is kept while it is typed; `held` is what the server gave with the page, `told` when that was. */
export type Keeping = { door: DraftDoor; held: Held | null; told: string; locked: boolean }

/**
 * The draft under the person's hands. It lives above whatever the page shows: the page may be revalidated at any moment,
 * and neither a field being edited is replaced nor what was typed lost. `latest` is what is stored now; `before` is the
 * refused form that the page answers, or the draft that the server keeps, where there is one.
 */
export function useKeptDraft(latest: Opened, before?: Opened, keeping?: Keeping) {
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
  const saving = state !== 'idle' && formData?.has('script.accueil') === true && formData.get('intent') !== discarding
  const dirty = !sameText(kept.typed, kept.opened.script)
  const [arrived, setArrived] = useState(keeping?.held ?? null)
  const { door = null, held = null, told = '', locked = false } = keeping ?? {}
  const autosave = useAutosave({ door, held, told, locked, forsaken, saving, opened: kept.opened, typed: kept.typed })
  /** What stands in the fields would be lost with the page. */
  const unsafe = dirty && (door === null || autosave.pending)
  useEffect(() => {
    // Saved while it was still on its way as a draft: it must not come up again once others have written on.
    if (held !== null && sameText(held.script, latest.script)) autosave.drop()
  }, [])
  useCopy(door?.copy ?? null, { ...kept.opened, script: kept.typed }, unsafe, (copy) =>
    change({ ...opening(latest, copy), generation: kept.generation + 1 }),
  )

  function discard(): void {
    change({ ...opening(latest), generation: kept.generation + 1 })
    autosave.forget()
    setArrived(null)
  }

  return {
    ...kept,
    form,
    saving,
    autosave,
    unsafe,
    /** The draft that the page came with, while it is what the text goes on from. */
    arrived: arrived?.version === kept.opened.version ? arrived : null,
    /** What stands in the fields is not the stored text. */
    dirty,
    /** The request has moved on while this person was typing. */
    overtaken: latest.version > kept.opened.version,
    onInput(event: FormEvent<HTMLFormElement>) {
      forsaken.current = false
      change({ typed: scriptIn(event.currentTarget) })
      clearTimeout(pause.current)
      pause.current = setTimeout(() => setKept((now) => ({ ...now, rested: now.typed })), 400)
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      if (isDiscarding(event)) return discard()
      const [now, seen] = [inHand(event.currentTarget), seenIn(event.currentTarget)]
      // One at a time: a second save would say it saw the version before the first, and conflict with it.
      if (saving && seen.version === kept.sent?.version) return event.preventDefault()
      change({ ...now, sent: { script: now.typed, version: seen.version }, opened: { ...kept.opened, ...seen } })
    },
    /** Drops what was typed, at once; what the server keeps of it is dropped by the form that does this. */
    discard,
    /** Drops it with the next change of the request, unless something is typed again. */
    forsake() {
      forsaken.current = true
      autosave.drop()
    },
  }
}

/** A text that only this page has is copied into the tab; on arrival, the copy of a page that went away is taken up. */
function useCopy(key: string | null, mine: Opened, unsafe: boolean, take: (copy: Opened) => void): void {
  const arrived = useRef(false)
  useEffect(() => {
    if (key === null) return
    const copy = arrived.current ? null : findCopy(key)
    arrived.current = true
    if (copy !== null && !sameText(copy.script, mine.script)) return take(copy)
    if (unsafe) keepCopy(key, mine)
    else dropCopy(key)
  }, [key, mine.version, mine.script, unsafe])
  useEffect(() => {
    document.addEventListener('submit', dropCopiesAtSignOut)
    return () => document.removeEventListener('submit', dropCopiesAtSignOut)
  }, [])
}

/** The intent of the button that gives up a draft. */
export const discarding = 'discardDraft'

function isDiscarding({ nativeEvent }: FormEvent): boolean {
  const { submitter } = nativeEvent as SubmitEvent
  return submitter instanceof HTMLButtonElement && submitter.value === discarding
}

function inHand(form: HTMLFormElement): Pick<Kept, 'typed' | 'rested'> {
  const typed = scriptIn(form)
  return { typed, rested: typed }
}
