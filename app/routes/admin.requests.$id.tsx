import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { useEffect } from 'react'

import { awayOf, isAway } from '#app/components/away.ts'
import { RequestDesk } from '#app/components/request-desk.tsx'
import { fullName } from '#app/components/request-words.ts'
import { statusLabels } from '#app/components/status-badge.tsx'
import { tellAnswer } from '#app/components/told-answer.ts'
import { showFact, showFailure } from '#app/components/told-fact.ts'
import { bringsWords } from '#app/components/worded-forms.ts'
import type { Answer, Command } from '#app/desk/desk.ts'
import { answerPage } from '#app/gate/answer.ts'
import { formFields, requireCsrf } from '#app/gate/csrf.ts'
import { readForm, takeForm } from '#app/gate/form.ts'
import { refusal } from '#app/gate/refusal.ts'
import { refuse } from '#app/gate/refusal-page.ts'
import {
  commandFor,
  commentsOf,
  requestSchema,
  scriptOf,
  withIntent,
  type RequestForm,
} from '#app/gate/request-forms.ts'
import { requireAdmin, requireStaff } from '#app/gate/session.ts'

const purpose = 'request'

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireStaff(args)
  const { id, role } = session.person
  const page = await args.context.desk.findRequest(args.params['id'] ?? '', { kind: role, id })
  if (!page)
    throw refuse(
      args.request,
      refusal(404, { text: 'Cette demande n’existe pas.', back: { href: '/admin', label: 'Revenir à la file' } }),
    )
  const form = (of: string) => formFields(args.context, { purpose: of, holder: session })
  const forms = {
    request: form(purpose),
    draft: form('saveDraft'),
    generateScript: form('generateScript'),
    generateVideo: form('generateVideo'),
  }
  const request = { ...page.request, lastFailure: showFailure(page.request.lastFailure) }
  const facts = page.facts.map(showFact)
  return { ...page, request, facts, forms, waiting: isWaiting(request) && !refusing.has(args.context.visit) }
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireAdmin(args)
  const form = withIntent(await takeForm(args.request))
  requireCsrf(form, args, { purpose, holder: session })
  const reading = readForm(form, requestSchema)
  const typed = { script: scriptOf(form.values) ?? null, values: form.values }
  if (typed.script !== null || bringsWords(form.values)) refusing.add(args.context.visit)
  if (!reading.ok) return data({ errors: reading.errors, typed }, { status: 422 })
  const { intent } = reading.value
  const command = {
    commandId: commandFor(reading.commandId, intent, form.values),
    actor: { kind: 'admin' as const, id: session.person.id },
  }
  const requestId = args.params['id'] ?? ''
  const answer = await decide(args.context, command, requestId, reading.value)
  return answerPage(args.request, answer, { to: `/admin/requests/${requestId}`, typed, show: tellAnswer })
}

/** Visits whose answer, if it is a page at all, shows what was typed: it must not refresh itself away. */
const refusing = new WeakSet<House['visit']>()

/** A page that refreshes itself must show no field that somebody may be filling in. */
const isWaiting = ({ status, awaits }: { status: string; awaits: string | null }) =>
  status === 'writing' || status === 'filming' || awaits === 'archive'

type House = ActionFunctionArgs['context']

function decide({ desk }: House, command: Command, requestId: string, form: RequestForm): Promise<Answer> {
  const { intent, version, textHash, reason, comment, attempt, heygenVideoId = '', overrideReason } = form
  const seen = { version, ...(textHash === undefined ? {} : { textHash }) }
  const script = scriptOf(form)
  const film = { requestId, seen: { version }, ...(attempt === undefined ? {} : { attempt }) }
  switch (intent) {
    case 'editScript':
      if (!script) return Promise.resolve(noScript)
      return desk.editScript(command, { requestId, script, seen, why: form.merged ? 'merged' : 'edited' })
    case 'fixScript':
      if (!script) return Promise.resolve(noScript)
      return desk.fixScript(command, { requestId, script, seen, fix: form.fix ?? '' })
    case 'restoreScript':
      return desk.restoreScript(command, { requestId, version: form.restore ?? 0, seen: { version } })
    case 'requestCorrection':
      return desk.requestCorrection(command, { requestId, comments: commentsOf(form), seen })
    case 'discardDraft':
      return discard(desk, command, requestId, version)
    case 'approveScript':
      return desk.approveScript(command, {
        requestId,
        seen,
        script,
        overrideReason,
        overrides: form.blocking?.split(','),
      })
    case 'withdrawApproval':
      return desk.withdrawApproval(command, { requestId, reason, seen: { version } })
    case 'stopScript':
      return desk.stopScript(command, { requestId, writingId: form.writingId })
    case 'declineRequest':
      return desk.declineRequest(command, { requestId, reason, seen: { version } })
    case 'reopenRequest':
      return desk.reopenRequest(command, { requestId, seen: { version } })
    case 'attachVideo':
      return desk.attachVideo(command, { ...film, heygenVideoId })
    case 'declareVideoFailed':
      return desk.declareVideoFailed(command, { ...film, comment })
  }
}

async function discard(desk: House['desk'], { actor }: Command, requestId: string, version: number): Promise<Answer> {
  await desk.dropDraft({ requestId, actor })
  return { tag: 'done', requestId, version }
}

const noScript: Answer = { tag: 'invalid', problems: [{ field: 'script.accueil', code: 'script_empty' }] }

/** `Retry-After`, which Remix would leave behind. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? titleOf(page.request) : 'Récit' }]

const titleOf = ({ person, status }: Page['request']) =>
  `${fullName(person)}, ${statusLabels[status].label.toLowerCase()} · Récit`

type Page = Awaited<ReturnType<typeof loader>>

/** What nobody answered leaves the page as it is, with what was typed. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    const away = awayOf(error)
    if (away === null) throw error
    return { away, typed: { script: null, values: { intent: String(form.get('intent')) } } }
  }
}

/** What the page was last told. Somebody may be writing in it while the line is cut: then it stays as it was. */
let told: Page | null = null

export async function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return await serverLoader<typeof loader>()
  } catch (error) {
    if (told === null || told.request.id !== params['id'] || awayOf(error) === null) throw error
    return told
  }
}

/** A refusal for what has happened meanwhile tells what that was. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, actionStatus, defaultShouldRevalidate }) =>
  !isAway(actionResult) && (actionStatus === 409 || defaultShouldRevalidate)

export default function Request() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof clientAction>()
  useEffect(() => {
    told = page
    return () => void (told = null)
  }, [page])
  return <RequestDesk key={page.request.id} page={page} refused={refused ?? null} />
}
