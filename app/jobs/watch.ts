import type { Task } from 'graphile-worker'

import type { NightDesk } from '#app/desk/create-desk.ts'

import { errandOf } from './errand.ts'

/** How is the film? Comes again by itself until the film has ended. */
export const watch =
  (desk: NightDesk): Task =>
  (payload, { job }) =>
    desk.watch(errandOf(payload, job))
