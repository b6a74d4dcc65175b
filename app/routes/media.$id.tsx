import type { LoaderFunctionArgs } from '@remix-run/node'

import { requestNumber } from '#app/components/request-words.ts'
import { serveMedia } from '#app/gate/media.ts'
import { requireStaff } from '#app/gate/session.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  const id = args.params['id'] ?? ''
  const film = await args.context.desk.findMedia(id)
  // The number that people know the request by, and nobody's name: a download folder is read by others.
  return serveMedia(args, film, film === null ? undefined : `recit-${requestNumber(id)}`)
}
