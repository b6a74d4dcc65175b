/** The editor alive in a browser, with a desk of one variable behind it: `stored` is what the page was last told. */
import { UNSAFE_RemixContext as RemixContext, useLoaderData, useRevalidator } from '@remix-run/react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'

import type { Script } from '#events/script.ts'

import { IntentButton } from '#app/components/button.tsx'
import { useKeptDraft } from '#app/components/kept-draft.ts'
import { Overtaken } from '#app/components/overtaken.tsx'
import { ScriptEditor } from '#app/components/script-editor.tsx'

const empty: Script = { accueil: 'Bonjour.', portrait: '', elan: '', annee: '', cloture: '' }
let stored = { version: 1, script: empty }

function Stage() {
  const { version, script } = useLoaderData<typeof stored>()
  const { revalidate } = useRevalidator()
  const draft = useKeptDraft({ version, textHash: null, script })
  return (
    <main>
      <ScriptEditor draft={draft} notice={draft.overtaken ? <Overtaken news={[]} fate="choice" /> : null}>
        <IntentButton intent="editScript" />
      </ScriptEditor>
      <button
        id="someone-else"
        onClick={() => {
          stored = { version: stored.version + 1, script: { ...empty, accueil: 'Le texte de Hugo.' } }
          revalidate()
        }}
      />
    </main>
  )
}

const remix = { future: {}, isSpaMode: false, manifest: {}, routeModules: {} } as unknown as React.ContextType<
  typeof RemixContext
>
const place = typeof document === 'undefined' ? null : document.getElementById('stage')
/** A page that came with its markup, as from the server, is taken over; an empty one is filled. */
const served = place === null || place.firstChild !== null

const routes = [
  {
    id: 'page',
    path: '/',
    loader: () => stored,
    action: async ({ request }: { request: Request }) => {
      const form = await request.formData()
      const accueil = String(form.get('script.accueil')).trim()
      document.title = `saw ${String(form.get('version'))}`
      stored = { version: stored.version + 1, script: { ...empty, accueil } }
      return null
    },
    element: <Stage />,
  },
]
const router = createMemoryRouter(routes, served ? { hydrationData: { loaderData: { page: stored } } } : {})

/** Rendered by the test for the page that comes with its markup. */
export const app = (
  <RemixContext.Provider value={remix}>
    <RouterProvider router={router} />
  </RemixContext.Provider>
)
if (place) {
  if (served) hydrateRoot(place, app)
  else createRoot(place).render(app)
}
