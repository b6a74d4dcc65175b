import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import type { ReactNode } from 'react'

import { Arrival } from '#app/components/arrival.tsx'
import { awayOf, isAway } from '#app/components/away.ts'
import { Frame } from '#app/components/frame.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { WaitingRefresh } from '#app/components/waiting.tsx'
import { formFields } from '#app/gate/csrf.ts'
import { useNonce } from '#app/gate/nonce.tsx'
import { isRefusal, ownWords, tellRefusal, type Refusal } from '#app/gate/refusal-shape.ts'
import { RefusalView } from '#app/gate/refusal-view.tsx'
import { findStaff } from '#app/gate/session.ts'

import styles from './styles/app.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader(args: LoaderFunctionArgs) {
  const session = await findStaff(args)
  const logout = session ? formFields(args.context, { purpose: 'logout', holder: session }) : null
  return data({ demo: args.context.house.demo, person: session?.person ?? null, logout })
}

/** Who is there changes with a form, or on the way to the login page and back; not with the news of a request. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  if (!change.defaultShouldRevalidate || isAway(change.actionResult)) return false
  return change.formMethod !== undefined || [change.currentUrl, change.nextUrl].some((url) => url.pathname === '/login')
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
        <Arrival />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <House>
      <Outlet />
    </House>
  )
}

export function ErrorBoundary() {
  const staff = useRouteLoaderData<typeof loader>('root')?.person != null
  const refused = refusalOf(useRouteError(), staff)
  return (
    <House signedOut={typeof refused.stale?.signIn === 'string'}>
      <title>{`${refused.title} · Récit`}</title>
      <div className="lead">
        <RefusalView refusal={refused} />
      </div>
    </House>
  )
}

/**
 * The frame of every page. Where even its own loader failed, nobody knows who is there; `signedOut`: what it told is no
 * longer so.
 */
function House({ signedOut = false, children }: { signedOut?: boolean; children: ReactNode }) {
  const told = useRouteLoaderData<typeof loader>('root')
  const { pathname } = useLocation()
  const customer = pathname === '/' || pathname.startsWith('/merci')
  return (
    <Frame
      simulated={{ chatgpt: told?.demo.openai === true, heygen: told?.demo.heygen === true }}
      person={customer || signedOut ? undefined : (told?.person ?? undefined)}
      current={pathname.startsWith('/audit') ? 'journal' : pathname.startsWith('/admin') ? 'file' : undefined}
      logoutFields={told?.logout ? <Hidden fields={told.logout} /> : null}
      house={customer ? 'customer' : 'desk'}
    >
      {children}
    </Frame>
  )
}

function refusalOf(error: unknown, staff: boolean): Refusal {
  const home = staff ? { back: { href: '/admin', label: 'Revenir à la file' } } : {}
  if (isRouteErrorResponse(error)) {
    if (isRefusal(error.data)) return error.data.back?.href === '/' ? { ...error.data, ...home } : error.data
    const { status } = error
    return status === 404 || status === 405 ? tellRefusal(status, ownWords[status], home) : unexpected(home)
  }
  // What Remix sends instead of an error of the server, which the server has noted. Any other one happened here.
  if (error instanceof Error && error.message === 'Unexpected Server Error') return unexpected(home)
  return unexpected({ ...(awayOf(error) === 'line' ? cut : broken), ...home })
}

const unexpected = (parts: Partial<Refusal>) => tellRefusal(500, ownWords[500], parts)

const cut = {
  title: 'Pas de connexion',
  text: 'Le site ne répond pas. Vérifiez votre connexion, puis rechargez la page.',
}
const broken = { text: 'Quelque chose n’a pas fonctionné dans cette page. Rechargez-la.' }

const isWaiting = (page: unknown) =>
  typeof page === 'object' && page !== null && 'waiting' in page && page.waiting === true
