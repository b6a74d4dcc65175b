/** A request in each status, brought there by the verbs that lead there. */
import type { Status } from '#events/request.ts'

import type { TestDesk } from '../setup/desk.ts'
import { approve, book, by, done, draft, film, finish, launch, seen, work } from './requests.ts'

type Stage = Exclude<Status, 'delivered'>

export const stages: Record<Stage, (house: TestDesk) => Promise<string>> = {
  requested: (house) => book(house),
  writing: async (house) => {
    const requestId = await book(house)
    return done(await house.desk.generateScript(by(house), { requestId, instructions: null }))
  },
  drafted: (house) => draft(house),
  approved: (house) => approve(house),
  filming: (house) => film(house),
  uncertain,
  ready: (house) => finish(house),
  declined: async (house) => {
    const requestId = await book(house)
    return done(
      await house.desk.declineRequest(by(house), { requestId, reason: null, seen: await seen(house, requestId) }),
    )
  },
}

/** HeyGen took the order, said no id, and lists nothing: nobody knows. */
export async function uncertain(house: TestDesk): Promise<string> {
  const requestId = await launch(house)
  house.simulators.heygen.plan(['accepted_without_video_id+unlisted'])
  await work(house, 'film', requestId, { tries: 3 })
  return requestId
}
