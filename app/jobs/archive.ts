import type { Task } from 'graphile-worker'

import type { NightDesk } from '#app/desk/create-desk.ts'

import { errandOf } from './errand.ts'

/** Our own copy of the film. */
export const archive =
  (desk: NightDesk): Task =>
  (payload, { job }) =>
    desk.archive(errandOf(payload, job))
