/** A request on its way, brought to a status by the desk's own verbs while the app's night shift does its part. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { RequestView } from '#app/desk/desk.ts'
import { samples } from '#demo/samples.ts'

import type { Web } from './web.ts'

const patienceMs = 30_000

export type Who = { firstNames: string; lastName: string }

/** A new request; its birth date is that of the first sample unless the name is a sample's own. */
export async function book({ desk }: Web, { firstNames, lastName }: Who): Promise<string> {
  const sample = samples.find((one) => one.firstNames === firstNames && one.lastName === lastName) ?? samples[0]
  const answer = await desk.bookRequest(
    { commandId: randomUUID() },
    {
      firstNames,
      lastName,
      birthDate: sample?.birthDate ?? { day: 9, month: 12, year: 2001 },
      email: sample?.email ?? 'une.personne@exemple.fr',
      theme: sample?.theme ?? null,
      memories: [...(sample?.memories ?? [])],
      consents: { ai: true, start: true },
    },
  )
  if (answer.tag !== 'done') throw new Error(`not booked: ${answer.tag}`)
  return answer.requestId
}

/** Asks ChatGPT for the script; `scenario` is what the simulator plays. */
export async function order(web: Web, requestId: string, scenario: string[] = []): Promise<void> {
  web.simulators.openai.plan(scenario)
  await web.desk.generateScript(command(web), { requestId, instructions: null })
}

export async function draft(web: Web, who: Who): Promise<string> {
  const id = await book(web, who)
  await order(web, id)
  await until(web, id, ({ status }) => status === 'drafted')
  return id
}

export async function approve(web: Web, who: Who): Promise<string> {
  const id = await draft(web, who)
  const { version, textHash } = await look(web, id)
  await web.desk.approveScript(command(web), { requestId: id, seen: { version, ...(textHash ? { textHash } : {}) } })
  return id
}

/** Approved, and ordered from HeyGen; `scenario` is what the simulator plays. */
export async function launch(web: Web, who: Who, scenario: string[] = []): Promise<string> {
  const id = await approve(web, who)
  const ordered = web.simulators.heygen.calls().length
  web.simulators.heygen.plan(scenario)
  await web.desk.generateVideo(command(web), { requestId: id, acceptsDoublePayment: false })
  // The plan is for this film: the next one must not be ordered before this one was taken.
  await until(web, id, () => web.simulators.heygen.calls().length > ordered)
  return id
}

export async function look({ desk, actors }: Web, requestId: string): Promise<RequestView> {
  const page = await desk.findRequest(requestId, actors.admin)
  if (!page) throw new Error(`no request ${requestId}`)
  return page.request
}

export async function until(web: Web, requestId: string, wanted: (view: RequestView) => boolean): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!wanted(await look(web, requestId))) {
    if (performance.now() > deadline) throw new Error(`${requestId} is still ${(await look(web, requestId)).status}`)
    await pause(50)
  }
}

export const command = ({ actors }: Web) => ({ commandId: randomUUID(), actor: actors.admin })
