import { useRouteLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'

import type { Script } from '#events/script.ts'

import { ConflictPage } from './conflict-page.tsx'
import { ConflictWords } from './conflict-words.tsx'
import { sameText } from './draft-text.ts'
import { Hidden } from './hidden.tsx'
import { useKeptDraft, type Opened } from './kept-draft.ts'
import { useKeptWords } from './kept-words.ts'
import { LiveUpdates } from './live-updates.tsx'
import { RequestPage } from './request-page.tsx'
import type { ConflictShown, DraftedPageProps, Refused, RequestPageProps } from './request-props.ts'
import { blank, sections } from './speech.ts'

/** The page of a request, or the conflict that a decision ran into; the text being written is the same in both. */
export function RequestDesk({ page, refused }: RequestPageProps) {
  const { id, version, textHash, script, status } = page.request
  const latest = { version, textHash, script: script ?? blank }
  const before = (refused === null ? undefined : formBefore(refused, latest)) ?? draftOf(page, latest)
  const writer = useWriter()
  const draft = useKeptDraft(latest, before, keepingOf(page, writer))
  const words = useKeptWords(refused)
  const [text, setText] = useComingText(status === 'writing')
  const conflict = refused !== null && 'answer' in refused ? refused.answer.conflict : null
  if (refused !== null && conflict !== null) return <Conflict {...{ page, refused, conflict, draft, words }} />
  return (
    <>
      <LiveUpdates only={id} writing={status === 'writing'} onText={setText} />
      <RequestPage page={withText(page, text)} refused={refused} draft={draft} words={words} />
    </>
  )
}

type ConflictProps = DraftedPageProps & { refused: Refused; conflict: ConflictShown }

function Conflict({ page, refused, conflict, draft, words }: ConflictProps) {
  const requestUrl = `/admin/requests/${page.request.id}`
  const fields = page.forms.request
  // Goes along with the text, should that be refused once more.
  const reason = words.value('approveScript', 'overrideReason') ?? ''
  return (
    <ConflictPage
      conflict={conflict}
      draft={refused.typed.script === null ? null : draft}
      mayEdit={page.may.editScript}
      words={
        <ConflictWords {...{ page, refused, conflict, words, requestUrl }}>
          <Hidden fields={fields} />
        </ConflictWords>
      }
      requestUrl={requestUrl}
    >
      <Hidden fields={reason === '' ? fields : { ...fields, overrideReason: reason }} />
    </ConflictPage>
  )
}

type Page = RequestPageProps['page']

/** What a refused form held, and the version it was written on. */
function formBefore({ typed }: Refused, latest: Opened): Opened | undefined {
  if (typed.script === null) return undefined
  const version = Number(typed.values['version'])
  return {
    version: Number.isInteger(version) ? version : latest.version,
    textHash: typed.values['textHash'] || null,
    script: typed.script,
  }
}

/** A draft that has become the stored text is none any more. */
function draftOf({ draft }: Page, latest: Opened): Opened | undefined {
  return draft === null || sameText(draft.script, latest.script) ? undefined : draft
}

/** Who writes: what is kept in the tab must not come up before the next person who signs in there. */
const useWriter = (): string =>
  (useRouteLoaderData('root') as { person?: { id: string } | null } | undefined)?.person?.id ?? ''

function keepingOf({ request, draft, forms, may, now }: Page, writer: string) {
  const door = { requestId: request.id, copy: `${request.id}.${writer}`, save: forms.draft, discard: forms.request }
  return { door, held: draft, told: now, locked: !may.editScript }
}

/** What has come of the text since the page was made; nothing once the writing is over. */
function useComingText(writing: boolean) {
  const [text, setText] = useState<Script | null>(null)
  useEffect(() => (writing ? undefined : setText(null)), [writing])
  return [text, setText] as const
}

function withText(page: Page, text: Script | null): Page {
  if (text === null || page.request.status !== 'writing') return page
  const { n = 1, sections: asked = sections.map(({ key }) => key) } = page.progress ?? {}
  return { ...page, progress: { n, sections: asked, script: text } }
}
