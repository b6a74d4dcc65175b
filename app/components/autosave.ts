/** Sends what is typed to the server while it is typed, and says how that went. */
import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState, type RefObject } from 'react'

import type { Script } from '#events/script.ts'

import { dropCopy } from './draft-copy.ts'
import { discardDraft, holdsText, sendDraft, type DraftAnswer, type DraftDoor } from './draft-door.ts'
import { sameDraft, sameText, type Opened } from './draft-text.ts'
import type { Checked } from './findings.ts'

/** What the server holds of this person's, beside the stored text; `savedAt`: ISO 8601. */
export type Held = { version: number; script: Script; savedAt: string }

export type AutosaveOf = {
  /** Null where nothing is saved by itself. */
  door: DraftDoor | null
  /** The draft that came with the page, and when the server made that page: ISO 8601. */
  held: Held | null
  told: string
  opened: Opened
  typed: Script
  /** The form itself is on its way: it brings the text along. */
  saving: boolean
  /** Nobody may write now; what was typed is kept all the same. */
  locked: boolean
  /** The person goes on without what they typed. */
  forsaken: RefObject<boolean>
}

/** Milliseconds: of rest before a save, and before another try. */
const [rest, patience] = [2_000, 15_000]

/** `stale`: how many times on end the token was refused. */
type Tried = { answer: DraftAnswer; script: Script; version: number; csrf: string; stale: number }

export function useAutosave(of: AutosaveOf) {
  const { door, opened, typed, saving, locked } = of
  const { revalidate } = useRevalidator()
  const [held, setHeld] = useState<Pick<Held, 'version' | 'script'> | null>(of.held)
  const [tried, setTried] = useState<Tried | null>(of.held && arrived(of.held))
  const [checked, setChecked] = useState<Checked | null>(null)
  const [underWay, setUnderWay] = useState(false)
  const onServer = held?.version === opened.version ? held.script : opened.script
  const pending = door !== null && !sameText(typed, onServer)
  // A locked request would keep the very text that is to be let go.
  const wanted = pending && !(locked && sameText(typed, opened.script))
  const last = tried?.version === opened.version ? tried : null
  const failed = last !== null && !holdsText(last.answer)

  const now = useRef({ ...of, last, wanted })
  now.current = { ...of, last, wanted }
  /** What stood in the fields without being typed in this tab. */
  const came = useRef(of.held)
  /** The text on its way, if any; and whether one was on its way while the form was saved. */
  const sending = useRef<Script | null>(null)
  const raced = useRef(false)

  async function send(leaving = false): Promise<void> {
    const { door, opened, typed, forsaken, last } = now.current
    if (door === null || forsaken.current || (sending.current !== null && sameText(sending.current, typed))) return
    sending.current = typed
    setUnderWay(true)
    const answer = await sendDraft(door, { ...opened, script: typed }, leaving)
    sending.current = null
    setUnderWay(false)
    if (now.current.saving) raced.current = true
    // The form was saved meanwhile: what has just been laid down may be older than that, and is laid down anew.
    if (now.current.opened.version !== opened.version) return send()
    if (holdsText(answer)) setHeld({ version: opened.version, script: typed })
    if (answer.tag === 'saved') setChecked({ findings: answer.findings, of: typed })
    const stale = answer.tag === 'stale' ? (last?.stale ?? 0) + 1 : 0
    // Once, for a fresh token: the text goes out again as soon as that has come.
    if (stale === 1) revalidate()
    setTried({ answer, script: typed, version: opened.version, csrf: door.save.csrf, stale })
  }

  useEffect(() => {
    const delay = wanted && !underWay && !saving ? delayOf(failed ? last : null, typed, door) : null
    if (delay === null) return
    const timer = setTimeout(() => void send(), delay)
    return () => clearTimeout(timer)
  }, [typed, wanted, underWay, saving, failed, last, door?.save.csrf])

  // The same person may have let go of it in another tab, or have laid down another text there.
  useEffect(() => {
    if (held === null || (of.held !== null && sameDraft(of.held, held))) return
    const typedHere = came.current === null || !sameText(came.current.script, typed)
    if (of.held === null || typedHere) setHeld(of.held)
  }, [of.told])

  useEffect(() => {
    if (!raced.current) return
    raced.current = false
    void send()
  }, [opened.version])

  useEffect(() => {
    const flush = (leaving: boolean) => {
      if (now.current.wanted && !now.current.saving) void send(leaving)
    }
    const followTab = () => flush(document.visibilityState === 'hidden')
    const [leave, comeBack] = [() => flush(true), () => flush(false)]
    document.addEventListener('visibilitychange', followTab)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', comeBack)
    return () => {
      document.removeEventListener('visibilitychange', followTab)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', comeBack)
    }
  }, [])

  const flush = () => void (now.current.wanted && send())

  return {
    /** What was last answered, as long as it is true of what stands in the fields; null while somebody types. */
    answer: last !== null && last.stale !== 1 && (failed || !pending) ? last.answer : null,
    underWay,
    /** Stands in the fields, and not on the server. */
    pending,
    checked,
    /** At once, without waiting for a rest. */
    flush,
    /** The same, for who has just written into a field: what is typed is known once that event is over. */
    flushAfter: () => void setTimeout(flush),
    /** The person leaves knowing that it is lost. */
    abandon: () => void (door !== null && dropCopy(door.copy)),
    /** The server need not keep it any longer. */
    forget: () => setHeld(null),
    drop() {
      setHeld(null)
      if (door !== null) discardDraft(door, opened.version)
    },
  }
}

const arrived = ({ version, script, savedAt }: Held): Tried => ({
  answer: { tag: 'saved', savedAt, findings: [] },
  ...{ script, version, csrf: '', stale: 0 },
})

/** Null: not again until something else is typed. */
function delayOf(failed: Tried | null, typed: Script, door: DraftDoor | null): number | null {
  if (failed === null || !sameText(failed.script, typed)) return rest
  if (failed.answer.tag === 'invalid' || failed.answer.tag === 'unknown') return null
  return failed.csrf === door?.save.csrf ? patience : 0
}
