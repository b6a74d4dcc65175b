import { RemixBrowser } from '@remix-run/react'
import { StrictMode } from 'react'
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

/**
 * Remix suspends its first render, with no boundary around it, while it decodes what the server sent along. A key pressed
 * in that moment (Tab) makes React 18 finish the page at once, which it cannot: « Root did not complete », its error 345,
 * and a dead page. So the decoding is waited for here; it is the first thing that `RemixBrowser` does, before any hook.
 */
async function decodeFirst(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (pending) {
    await pending
  }
}

/** Somebody went back before the page was alive: the address changed, and nobody was there to follow it. */
function isElsewhere(): boolean {
  const [arrival] = performance.getEntriesByType('navigation')
  return arrival !== undefined && new URL(arrival.name, location.href).pathname !== location.pathname
}

async function wakeUp(): Promise<void> {
  if (isElsewhere()) return location.reload()
  await decodeFirst()
  const giveBack = keepTyping()
  // In one go, not in a transition: what a person does meanwhile waits for it instead of interrupting it.
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
  // Twice: after the first paint of the living page, and once its effects are through.
  requestAnimationFrame(() => requestAnimationFrame(giveBack))
}

void wakeUp()
