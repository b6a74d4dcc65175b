import { useBlocker } from '@remix-run/react'
import { useEffect, useRef } from 'react'

import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** Asks before a text that is stored nowhere is left behind: by a link here, by a reload in the browser's own words. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  useReloadWarning(unsaved)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  const box = useRef<HTMLDivElement>(null)
  const asks = blocker.state === 'blocked'
  useEffect(() => {
    if (asks) box.current?.focus()
  }, [asks])
  if (!asks) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="orange" live="alert" title="Votre texte n’est pas enregistré">
        <p>Si vous quittez cette page, il est perdu.</p>
        <div className="row">
          <Button type="button" onClick={() => blocker.reset()}>
            Rester ici
          </Button>
          <Button type="button" kind="plain" onClick={() => blocker.proceed()}>
            Quitter sans enregistrer
          </Button>
        </div>
      </Notice>
    </div>
  )
}

/** Listens only while there is something to lose: such a listener keeps a page out of the browser's back cache. */
function useReloadWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}
