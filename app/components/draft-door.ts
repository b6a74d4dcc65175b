/**
 * The house's own door for what is being typed, asked straight from the browser and not through the router: a draft must
 * be able to go out while the page is being left, and an answer that never comes must not take the page away.
 */
import type { Finding } from '#events/lint/finding.ts'

import type { Away } from './away.ts'
import type { Opened } from './draft-text.ts'
import type { FormFields } from './request-props.ts'
import { sections } from './speech.ts'

export type DraftDoor = {
  requestId: string
  /** Names the copy that the browser keeps. */
  copy: string
  /** Of the door that saves, and of the page's own form, which discards. */
  save: FormFields
  discard: FormFields
}

/** `stale`: the form's token is no longer right. With the first three the server has the text. */
export type DraftAnswer =
  | { tag: 'saved'; savedAt: string; findings: Finding[] }
  | { tag: 'conflict'; by: string }
  | { tag: 'refused'; sentence: string }
  | { tag: 'signedOut' | 'stale' | 'invalid' | 'unknown' }
  | { tag: 'away'; away: Away }

export const holdsText = ({ tag }: DraftAnswer): boolean => ['saved', 'conflict', 'refused'].includes(tag)

/** `leaving`: the page may be gone before the answer comes. */
export async function sendDraft(door: DraftDoor, draft: Opened, leaving: boolean): Promise<DraftAnswer> {
  const { requestId, save } = door
  try {
    return await read(await post(`/admin/requests/${requestId}/draft`, { ...save, ...fieldsOf(draft) }, leaving))
  } catch {
    return { tag: 'away', away: 'line' }
  }
}

/** Lets go of what the server keeps. Nobody waits for it: at worst the draft is offered once more. */
export function discardDraft({ requestId, discard }: DraftDoor, version: number): void {
  const fields = { ...discard, intent: 'discardDraft', version: String(version) }
  post(`/admin/requests/${requestId}`, fields, true).catch(() => undefined)
}

const post = (url: string, fields: Record<string, string>, keepalive: boolean): Promise<Response> =>
  window.fetch(url, { method: 'POST', body: new URLSearchParams(fields), keepalive, redirect: 'manual' })

function fieldsOf({ version, textHash, script }: Opened): Record<string, string> {
  const texts = Object.fromEntries(sections.map(({ key }) => [`script.${key}`, script[key]]))
  return { version: String(version), textHash: textHash ?? '', ...texts }
}

/** The gate answers before the door does, and in JSON too: a refusal of its own says what it means by its status. */
async function read(response: Response): Promise<DraftAnswer> {
  if (response.status === 403) return { tag: 'stale' }
  if (response.status === 413) return { tag: 'invalid' }
  const said: unknown = await response.json().catch(() => null)
  return isAnswer(said) ? said : { tag: 'away', away: 'house' }
}

const known = ['saved', 'conflict', 'refused', 'signedOut', 'invalid', 'unknown']

const isAnswer = (said: unknown): said is DraftAnswer =>
  typeof said === 'object' && said !== null && 'tag' in said && known.includes(String(said.tag))
