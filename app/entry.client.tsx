import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * React puts a text area back to its first text when it wakes up. What a person typed before that, on a slow line, is
 * remembered here and given back once the page is alive.
 */
function keepTyping(): () => void {
  const typed = new Map(
    [...document.querySelectorAll('textarea')]
      .filter(({ id, value, defaultValue }) => id !== '' && value !== defaultValue)
      .map(({ id, value }) => [id, value]),
  )
  return () => {
    for (const [id, value] of typed) {
      const area = document.getElementById(id)
      if (!(area instanceof HTMLTextAreaElement) || area.value === value) continue
      area.value = value
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

startTransition(() => {
  const giveBack = keepTyping()
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
  // Twice: after the first paint of the living page, and once its effects are through.
  requestAnimationFrame(() => requestAnimationFrame(giveBack))
})
