import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/**
 * What a browser does by itself when it loads a page, for pages that come without a load: the heading takes the focus and
 * the new title is read out. On the same page the focus moves only where it was lost with the button that was pressed.
 */
export function Arrival() {
  const { key, pathname, hash } = useLocation()
  const [title, setTitle] = useState('')
  const last = useRef({ key, pathname })
  useEffect(() => {
    // Once it is read out, who looks around on the page need not find it there.
    const said = setTimeout(() => setTitle(''), 2_000)
    return () => clearTimeout(said)
  }, [title])
  useEffect(() => {
    const before = last.current
    last.current = { key, pathname }
    if (before.key === key || hash !== '') return
    if (before.pathname !== pathname) setTitle(document.title)
    if (before.pathname !== pathname || document.activeElement === document.body) focusHeading()
  }, [key, pathname, hash])
  return (
    <p className="hidden" role="status">
      {title}
    </p>
  )
}

/** Does not scroll: whoever moves the page decides that. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
