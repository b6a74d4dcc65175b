import { redirect, type ActionFunctionArgs } from '@remix-run/node'

import { requireCsrf } from '#app/gate/csrf.ts'
import { takeForm } from '#app/gate/form.ts'
import { findStaff, signOut } from '#app/gate/session.ts'

export const loader = () => redirect('/login', 303)

export async function action(args: ActionFunctionArgs) {
  const session = await findStaff(args)
  const form = await takeForm(args.request)
  if (session) requireCsrf(form, args, { purpose: 'logout', holder: session })
  return signOut(args)
}
