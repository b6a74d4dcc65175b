import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'

import { Frame } from '#app/components/frame.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { WaitingRefresh } from '#app/components/waiting.tsx'
import { formFields } from '#app/gate/csrf.ts'
import { useNonce } from '#app/gate/nonce.tsx'
import { isRefusal, refusal, type RefusalStatus } from '#app/gate/refusal.ts'
import { RefusalView } from '#app/gate/refusal-view.tsx'
import { findStaff } from '#app/gate/session.ts'

import styles from './styles/app.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader(args: LoaderFunctionArgs) {
  const session = await findStaff(args)
  const logout = session ? formFields(args.context, { purpose: 'logout', holder: session }) : null
  return data({ demo: args.context.house.demo, person: session?.person ?? null, logout })
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const waiting = useMatches().some((match) => isWaiting(match.data))
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {waiting ? <WaitingRefresh /> : null}
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { demo, person, logout } = useLoaderData<typeof loader>()
  const place = useMatches().at(-1)?.pathname ?? '/'
  const customer = place === '/' || place.startsWith('/merci')
  return (
    <Frame
      simulated={{ chatgpt: demo.openai, heygen: demo.heygen }}
      person={customer ? undefined : (person ?? undefined)}
      current={place.startsWith('/audit') ? 'journal' : place.startsWith('/admin') ? 'file' : undefined}
      logoutFields={logout ? <Hidden fields={logout} /> : null}
      house={customer ? 'customer' : 'desk'}
    >
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  const refused = refusalOf(useRouteError())
  return (
    <Frame>
      <title>{`${refused.title} · Récit`}</title>
      <div className="lead">
        <RefusalView refusal={refused} />
      </div>
    </Frame>
  )
}

function refusalOf(error: unknown) {
  if (!isRouteErrorResponse(error)) return refusal(500)
  if (isRefusal(error.data)) return error.data
  return refusal(known.find((status) => status === error.status) ?? 500)
}

const known: readonly RefusalStatus[] = [400, 403, 404, 405, 409, 413, 415, 422, 429, 503]

const isWaiting = (page: unknown) =>
  typeof page === 'object' && page !== null && 'waiting' in page && page.waiting === true
