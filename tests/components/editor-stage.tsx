/** The editor alive in a browser, with a desk of one variable behind it: `stored` is what the page was last told. */
import { UNSAFE_RemixContext as RemixContext, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'

import type { Script } from '#events/script.ts'

import type { Held } from '#app/components/autosave.ts'
import { Button, IntentButton } from '#app/components/button.tsx'
import { discarding, useKeptDraft } from '#app/components/kept-draft.ts'
import { Overtaken } from '#app/components/overtaken.tsx'
import { SaveState } from '#app/components/save-state.tsx'
import { ScriptEditor } from '#app/components/script-editor.tsx'

const empty: Script = { accueil: 'Bonjour.', portrait: '', elan: '', annee: '', cloture: '' }
let stored: { version: number; script: Script; held: Held | null } = { version: 1, script: empty, held: null }
let loads = 0
/** Each page that is made has a token of its own. */
const page = () => ({ ...stored, told: String((loads += 1)), csrf: loads === 1 ? 'token' : `token ${String(loads)}` })

function Stage() {
  const { version, script, held, told, csrf } = useLoaderData<typeof page>()
  const { revalidate } = useRevalidator()
  const fields = { csrf, commandId: 'command' }
  const door = { requestId: 'r1', copy: 'r1', save: fields, discard: fields }
  const draft = useKeptDraft({ version, textHash: null, script }, undefined, { door, held, told, locked: false })
  useEffect(() => {
    // The page is asked for again, and what the server holds is then what the test says.
    const follow = ({ detail }: CustomEvent<Held | null>) => {
      stored = { ...stored, held: detail }
      revalidate()
    }
    window.addEventListener('told', follow as EventListener)
    return () => window.removeEventListener('told', follow as EventListener)
  }, [])
  return (
    <main>
      <ScriptEditor
        draft={draft}
        checked={draft.autosave.checked ?? { findings: [], of: script }}
        notice={draft.overtaken ? <Overtaken news={[]} fate="choice" /> : null}
      >
        <IntentButton intent="editScript" />
        <Button name="intent" value={discarding}>
          Revenir
        </Button>
        <SaveState draft={draft} facts={[]} now="2026-11-23T14:12:00.000Z" />
      </ScriptEditor>
      <button
        id="someone-else"
        onClick={() => {
          stored = { ...stored, version: stored.version + 1, script: { ...empty, accueil: 'Le texte de Hugo.' } }
          revalidate()
        }}
      />
      <button id="forsake" onClick={draft.forsake} />
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
    loader: page,
    action: async ({ request }: { request: Request }) => {
      const form = await request.formData()
      if (form.get('intent') === discarding) return null
      const accueil = String(form.get('script.accueil')).trim()
      document.title = `saw ${String(form.get('version'))}`
      stored = { ...stored, version: stored.version + 1, script: { ...empty, accueil } }
      return null
    },
    element: <Stage />,
  },
]
const router = createMemoryRouter(routes, served ? { hydrationData: { loaderData: { page: page() } } } : {})

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
