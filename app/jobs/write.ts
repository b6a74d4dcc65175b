import type { Task } from 'graphile-worker'

import type { NightDesk } from '#app/desk/create-desk.ts'

import { errandOf } from './errand.ts'

/** OpenAI writes the script. */
export const write =
  (desk: NightDesk): Task =>
  (payload, { job, abortSignal }) =>
    desk.write(errandOf(payload, job), abortSignal ?? new AbortController().signal)
