import type { LoaderFunctionArgs } from '@remix-run/node'

import { refusal } from '#app/gate/refusal.ts'
import { refuse } from '#app/gate/refusal-page.ts'
import { findStaff, sessionToken } from '#app/gate/session.ts'

/** Ids only. Listening does not prolong a session; without one there is nothing to hear. */
export async function loader(args: LoaderFunctionArgs) {
  const token = sessionToken(args)
  const session = await findStaff(args, { renew: false })
  if (!session || token === null) return refuse(args.request, refusal(403))
  return args.context.live.open(args.request, token, new URL(args.request.url).searchParams.get('writing'))
}
