/** Six sample requests, brought to different states through the desk's own verbs, so that a first look has something to see. */
import { setTimeout as pause } from 'node:timers/promises'

import type { Status } from '#events/request.ts'
import { samples, type Sample } from '#demo/samples.ts'

import type { House } from './open-house.ts'

const patienceMs = 60_000

/** Only in full demonstration, on an empty desk. */
export async function seedSamples(house: House): Promise<void> {
  const { env, desk, rehearsal, context } = house
  if (!env.demo.openai || !env.demo.heygen || !rehearsal?.simulators) return
  const { all } = await desk.listRequests({ filter: null, search: '', sort: 'received', direction: 'desc', page: 1 })
  if (all > 0) return
  const admin = await context.archive.findStaff(house.keys.accounts.find(({ role }) => role === 'admin')?.email ?? '')
  if (!admin) return
  const ids = new Map<Sample, string>()
  for (const sample of samples) ids.set(sample, await book(house, sample))
  for (const [sample, id] of ids) await bring(house, sample, id, admin.id)
}

async function book({ desk, context }: House, sample: Sample): Promise<string> {
  const { firstNames, lastName, birthDate, email, theme, memories } = sample
  const consents = { ai: true, start: true } as const
  const answer = await desk.bookRequest(
    { commandId: context.ids() },
    { firstNames, lastName, birthDate, email, theme, memories: [...memories], consents },
  )
  if (answer.tag !== 'done') throw new Error(`sample refused: ${answer.tag}`)
  return answer.requestId
}

/** Stops where a step does not come in time: a worker may be switched off, and a half-way sample is one too. */
async function bring(
  house: House,
  { goal, plan, memories }: Sample,
  requestId: string,
  adminId: string,
): Promise<void> {
  const { desk, context, rehearsal } = house
  const command = () => ({ commandId: context.ids(), actor: { kind: 'admin' as const, id: adminId } })
  if (goal === 'requested') return
  rehearsal?.simulators?.openai.plan([...plan.openai])
  const chosen = memories.map(({ kind }) => kind)
  await desk.generateScript(command(), { requestId, instructions: null, memories: chosen })
  if (!(await reaches(house, requestId, adminId, ['drafted'])) || goal === 'drafted') return
  const page = await desk.findRequest(requestId, { kind: 'admin', id: adminId })
  if (!page) return
  const { version, textHash } = page.request
  const seen = { version, ...(textHash ? { textHash } : {}) }
  const approval = await desk.approveScript(command(), { requestId, seen })
  if (approval.tag !== 'done' || goal === 'approved') return
  rehearsal?.simulators?.heygen.plan([...plan.heygen])
  await desk.generateVideo(command(), { requestId, acceptsDoublePayment: false })
  // The plan is for this film: the next one must not be ordered before this one was taken.
  await reaches(house, requestId, adminId, ['ready', 'uncertain', 'approved'], goal === 'uncertain' ? 'any' : 'ended')
}

async function reaches(
  { desk }: House,
  requestId: string,
  adminId: string,
  wanted: Status[],
  how: 'ended' | 'any' = 'ended',
): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const page = await desk.findRequest(requestId, { kind: 'admin', id: adminId })
    if (page && wanted.includes(page.request.status)) return true
    if (how === 'any' && page?.request.heygenVideoId) return true
    await pause(250)
  }
  return false
}
