/** What a text being typed is to the stored one: where it began, and when it may move on. Pure. */
import type { Script } from '#events/script.ts'

import { sections } from './speech.ts'

export type Opened = { version: number; textHash: string | null; script: Script }

export type Kept = {
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

/** A refused form, or a draft, is shown again as it was: with its text, and with the version it was written on. */
export function opening(latest: Opened, before: Opened = latest): Kept {
  const typed = before.script
  const isOlder = before.version < latest.version
  const opened = isOlder ? { version: before.version, textHash: before.textHash, script: latest.script } : latest
  return { opened, typed, rested: typed, sent: null, generation: 0 }
}

/** `opened` moves on to `latest` only when nothing typed would be lost. */
export function follow(kept: Kept, latest: Opened, forsaken: boolean): Kept {
  if (latest.version <= kept.opened.version) return kept
  const { opened, typed, sent, generation } = kept
  const moved = { ...kept, opened: latest, sent: null }
  // What is stored now came from here: whatever was typed since stays, and is new.
  if ([typed, sent?.script].some((text) => text !== undefined && sameText(text, latest.script))) return moved
  if (!forsaken && !sameText(typed, opened.script)) return kept
  return { ...moved, typed: latest.script, rested: latest.script, generation: generation + 1 }
}

export function scriptIn(form: HTMLFormElement): Script {
  const data = new FormData(form)
  return Object.fromEntries(sections.map(({ key }) => [key, String(data.get(`script.${key}`) ?? '')])) as Script
}

export function seenIn(form: HTMLFormElement): Pick<Opened, 'version' | 'textHash'> {
  const data = new FormData(form)
  return { version: Number(data.get('version')), textHash: String(data.get('textHash') ?? '') || null }
}

/** Browsers submit line ends as CRLF and the desk may trim: neither is a change. */
export function sameText(a: Script, b: Script): boolean {
  return sections.every(({ key }) => sameSection(a[key], b[key]))
}

type Draft = Pick<Opened, 'version' | 'script'>

export const sameDraft = (a: Draft, b: Draft): boolean => a.version === b.version && sameText(a.script, b.script)

export const sameSection = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
