import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { Script } from '#events/script.ts'

import { sections } from './speech.ts'

export type Opened = { version: number; textHash: string | null; script: Script }

/**
 * The draft under the person's hands. The page may be revalidated at any moment; a field being edited is never replaced.
 * `opened` is what the fields started from and what the form says was seen; it moves on to the `latest` only when
 * nothing typed would be lost: nothing was typed, or what was typed is what was just sent.
 */
export function useKeptDraft(latest: Opened) {
  const [opened, setOpened] = useState(latest)
  const [typed, setTyped] = useState(latest.script)
  const [sent, setSent] = useState<Script | null>(null)
  /** Whether `typed` is what stands in the fields: it follows them only when the hands rest. */
  const [settled, setSettled] = useState(true)

  const harmless = [opened.script, latest.script, ...(sent === null ? [] : [sent])]
  const safe = settled && harmless.some((text) => sameText(text, typed))
  if (latest.version !== opened.version && safe) {
    setOpened(latest)
    setTyped(latest.script)
    setSent(null)
  }

  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // What was typed before the scripts arrived is a draft too. (React 18 itself resets a filled textarea as it hydrates;
    // the client's entry must give that one its text back.)
    if (form.current) setTyped(scriptIn(form.current))
  }, [])

  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const settle = (now: Script) => {
    setTyped(now)
    setSettled(true)
  }
  const read = (event: FormEvent<HTMLFormElement>) => scriptIn(event.currentTarget)
  return {
    form,
    opened,
    typed,
    /** Somebody else moved the request on while this person was typing. */
    overtaken: latest.version !== opened.version && !safe,
    onInput(event: FormEvent<HTMLFormElement>) {
      const now = read(event)
      setSettled(false)
      clearTimeout(pause.current)
      // Counts follow when the hands rest: a live number at each key is noise to read and to hear.
      pause.current = setTimeout(() => settle(now), 400)
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      const now = read(event)
      clearTimeout(pause.current)
      settle(now)
      setSent(now)
    },
  }
}

function scriptIn(form: HTMLFormElement): Script {
  const data = new FormData(form)
  return Object.fromEntries(sections.map(({ key }) => [key, String(data.get(`script.${key}`) ?? '')])) as Script
}

/** Browsers submit line ends as CRLF and the desk may trim: neither is a change. */
function sameText(a: Script, b: Script): boolean {
  return sections.every(({ key }) => plain(a[key]) === plain(b[key]))
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
