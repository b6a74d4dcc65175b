/** The desk: the only room that knows law, archive and telephones. Web and night shift are built from the same parts. */
import { archiveVideo } from './archive-video.ts'
import { createBookRequest } from './book-request.ts'
import { createChanges } from './changes.ts'
import type { DeskContext } from './context.ts'
import { decideDeliveries } from './decide-deliveries.ts'
import type { Desk } from './desk.ts'
import { createDrafts } from './drafts.ts'
import { createEditScript } from './edit-script.ts'
import { filmVideo } from './film-video.ts'
import type { Errand } from './night.ts'
import { createReadHistory } from './read-history.ts'
import { createReadQueue } from './read-queue.ts'
import { createReadRequest } from './read-request.ts'
import { createReadiness } from './readiness.ts'
import { createReceiveWebhook } from './receive-webhook.ts'
import { reconcile } from './reconcile.ts'
import { createScriptVerbs } from './script-verbs.ts'
import { createSignIn } from './sign-in.ts'
import { createVersions } from './versions.ts'
import { createVideoVerbs } from './video-verbs.ts'
import { watchVideo } from './watch-video.ts'
import { writeScript } from './write-script.ts'

export function createDesk(context: DeskContext): Desk {
  return {
    ...createSignIn(context),
    ...createBookRequest(context),
    ...createScriptVerbs(context),
    ...createEditScript(context),
    ...createDrafts(context),
    ...createVersions(context),
    ...createVideoVerbs(context),
    ...createReceiveWebhook(context),
    ...createReadQueue(context),
    ...createReadRequest(context),
    ...createReadHistory(context),
    ...createChanges(context),
    ...createReadiness(context),
  }
}

/** The verbs of the night shift: one an effect, and the two sweeps. */
export function createNightDesk(context: DeskContext) {
  return {
    write: (errand: Errand, signal: AbortSignal) => writeScript(context, errand, signal),
    film: (errand: Errand) => filmVideo(context, errand),
    watch: (errand: Errand) => watchVideo(context, errand),
    archive: (errand: Errand) => archiveVideo(context, errand),
    decideDeliveries: () => decideDeliveries(context),
    reconcile: () => reconcile(context),
  }
}

export type NightDesk = ReturnType<typeof createNightDesk>
