import type { LoaderFunctionArgs } from '@remix-run/node'

import { serveMedia } from '#app/gate/media.ts'
import { requireStaff } from '#app/gate/session.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  return serveMedia(args, await args.context.desk.findMedia(args.params['id'] ?? ''))
}
