import type { Task } from 'graphile-worker'

import type { NightDesk } from '#app/desk/create-desk.ts'

import { errandOf } from './errand.ts'

/** The one paid call to HeyGen. */
export const film =
  (desk: NightDesk): Task =>
  (payload, { job }) =>
    desk.film(errandOf(payload, job))
