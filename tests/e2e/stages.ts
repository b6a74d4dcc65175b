/** A desk with a request in every state that its page can show. */
import { approve, book, command, draft, launch, look, order, until } from './request.ts'
import type { Web } from './web.ts'

export type Stages = Awaited<ReturnType<typeof setStages>>

/** Ids by state. What is slow on purpose (a doubtful film, a script that never comes) goes on in the background. */
export async function setStages(web: Web) {
  const uncertain = await launch(web, person('Linh', 'Nguyễn'), ['accepted_without_video_id+unlisted+webhook_lost'])
  const failed = await launch(web, person('Inès', 'Cœurdevey'), ['failed_rendering'])
  const ready = await launch(web, person('Zoé', 'L’Hermitte-Cœur'))
  const copying = await launch(web, person('Éléonore', 'Maréchal'), ['file_truncated:99'])
  const filming = await launch(web, person('Gaël', 'Le Bihan'), ['never_ends'])
  const requested = await book(web, person('Maëlys', 'Lebœuf'))
  const drafted = await draft(web, person('Jean-Noël', 'D’Aubigné'))
  const approved = await approve(web, person('Søren', 'Weiß'))
  const declined = await decline(web, await draft(web, person('Wolfeschlegelsteinhausen', 'Bergerdorff')))
  const unwritten = await book(web, person('Noé', 'Çelik'))
  await order(web, unwritten, ['refusal'])
  await until(web, unwritten, ({ lastFailure }) => lastFailure !== null)
  const writing = await book(web, person('Aïcha', 'Ben Saïd'))
  await order(web, writing, ['slow:300000'])
  await until(web, writing, ({ status }) => status === 'writing')
  await until(web, failed, ({ lastFailure }) => lastFailure !== null)
  await until(web, ready, ({ videoUrl }) => videoUrl !== null)
  await until(web, copying, ({ lastFailure }) => lastFailure !== null)
  return { requested, writing, drafted, approved, filming, uncertain, copying, ready, failed, unwritten, declined }
}

const person = (firstNames: string, lastName: string) => ({ firstNames, lastName })

async function decline(web: Web, requestId: string): Promise<string> {
  const { version } = await look(web, requestId)
  await web.desk.declineRequest(command(web), { requestId, reason: 'Deux fois la même demande.', seen: { version } })
  return requestId
}
