/** Renders furniture to whole pages, the way Remix does on the server: without a browser, without a build. */
import {
  UNSAFE_RemixContext as RemixContext,
  type UNSAFE_RemixContextObject as RemixContextObject,
} from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'

export const markup = async (element: ReactElement, head: ReactElement | null = null): Promise<string> => {
  const routes = [{ id: 'page', path: '*', element: <Document head={head}>{element}</Document> }]
  const handler = createStaticHandler(routes)
  const context = await handler.query(new Request('http://127.0.0.1/admin'))
  if (context instanceof Response) throw new Error('a page, not a redirect')
  const router = createStaticRouter(routes, context)
  return `<!doctype html>${renderToStaticMarkup(
    <RemixContext.Provider value={remix}>
      <StaticRouterProvider router={router} context={context} hydrate={false} />
    </RemixContext.Provider>,
  )}`
}

/** What `Link` asks of Remix: whether to prefetch. Nothing else is read by furniture. */
const remix = { future: {}, isSpaMode: false, manifest: {}, routeModules: {} } as unknown as RemixContextObject

function Document({ head, children }: { head: ReactElement | null; children: ReactElement }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Essai · Récit</title>
        <link rel="stylesheet" href="/app.css" />
        {head}
      </head>
      <body>{children}</body>
    </html>
  )
}
