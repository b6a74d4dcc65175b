import { useBlocker } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

export type LeaveGuardProps = {
  unsaved: boolean
  /** Saves by itself: who leaves a moment after the last key is let go once that is done, and asked only if it fails. */
  save?: { flush: () => void; underWay: boolean; abandon: () => void }
}

/** Asks before a text that is stored nowhere is left behind: by a link here, by a reload in the browser's own words. */
export function LeaveGuard({ unsaved, save }: LeaveGuardProps) {
  useReloadWarning(unsaved)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  const box = useRef<HTMLDivElement>(null)
  const blocked = blocker.state === 'blocked'
  const [tried, setTried] = useState(false)
  const asks = blocked && unsaved && tried && save?.underWay !== true
  useEffect(() => {
    if (blocked) save?.flush()
    setTried(blocked)
  }, [blocked])
  useEffect(() => {
    if (blocked && !unsaved) blocker.proceed?.()
  }, [blocked, unsaved])
  useEffect(() => {
    if (asks) box.current?.focus()
  }, [asks])
  function leave(): void {
    save?.abandon()
    blocker.proceed?.()
  }
  if (!asks) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="orange" live="alert" title="Votre texte n’est pas enregistré">
        <p>Si vous quittez cette page, il est perdu.</p>
        <div className="row">
          <Button type="button" onClick={() => blocker.reset?.()}>
            Rester ici
          </Button>
          <Button type="button" kind="plain" onClick={leave}>
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
