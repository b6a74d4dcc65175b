import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { LiveUpdates } from '#app/components/live-updates.tsx'
import { fullName } from '#app/components/request-words.ts'
import { showVersions } from '#app/components/told-version.ts'
import { VersionsPage } from '#app/components/versions-page.tsx'
import type { ScriptVersion } from '#app/desk/desk.ts'
import { formFields } from '#app/gate/csrf.ts'
import { refusal } from '#app/gate/refusal.ts'
import { refuse } from '#app/gate/refusal-page.ts'
import { requireStaff } from '#app/gate/session.ts'

/** Of all the texts only the two that are compared leave the house. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await requireStaff(args)
  const { id: viewer, role } = session.person
  const page = await args.context.desk.findVersions(args.params['id'] ?? '', { kind: role, id: viewer })
  if (!page)
    throw refuse(
      args.request,
      refusal(404, { text: 'Cette demande n’existe pas.', back: { href: '/admin', label: 'Revenir à la file' } }),
    )
  const { id, version, status, person, versions, mayRestore } = page
  // A restore is a form of the request's own page, and is answered there.
  const form = mayRestore ? formFields(args.context, { purpose: 'request', holder: session }) : null
  return {
    id,
    status,
    person,
    versions: showVersions(versions),
    compared: comparedIn(versions, new URL(args.request.url).searchParams),
    restore: form && { ...form, version },
  }
}

/** The two that were asked for, by the number of their step; else the last two. Null where there are not two. */
function comparedIn(versions: readonly ScriptVersion[], asked: URLSearchParams) {
  const find = (name: string) => versions.find(({ version }) => String(version) === asked.get(name))
  const [from, to] = [find('from'), find('to')]
  const [before, last] = from && to ? [from, to] : versions.slice(-2)
  if (!before || !last) return null
  const text = ({ version, script }: ScriptVersion) => ({ version, script })
  return { from: text(before), to: text(last) }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Versions du texte, ${fullName(page.person)} · Récit` : 'Récit' },
]

export default function Versions() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <LiveUpdates only={page.id} />
      <VersionsPage {...page} />
    </>
  )
}
