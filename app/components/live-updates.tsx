import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

import type { Script } from '#events/script.ts'

export type LiveUpdatesProps = {
  /** The only request that the page is about. */
  only?: string
  /** Told with each change of the text that ChatGPT is writing for `only`; it is asked for while `writing`. */
  writing?: boolean
  onText?: (script: Script) => void
}

/**
 * Keeps a page current: the server says which requests changed, the page asks again. Closed while the tab is hidden.
 * Shows nothing; without JavaScript the page's own refresh does the same.
 */
export function LiveUpdates({ only, writing = false, onText }: LiveUpdatesProps) {
  const { revalidate } = useRevalidator()
  const tell = useRef(onText)
  tell.current = onText
  useEffect(() => {
    let source: EventSource | null = null
    const open = () => {
      source = new EventSource(writing && only !== undefined ? `/admin/live?writing=${only}` : '/admin/live')
      source.addEventListener('ready', revalidate)
      source.addEventListener('changes', (event: MessageEvent<string>) => {
        const ids = JSON.parse(event.data) as string[]
        if (only === undefined || ids.includes(only)) revalidate()
      })
      source.addEventListener('text', (event: MessageEvent<string>) => {
        tell.current?.(JSON.parse(event.data) as Script)
      })
    }
    const followTab = () => {
      source?.close()
      source = null
      if (document.visibilityState === 'visible') open()
    }
    followTab()
    document.addEventListener('visibilitychange', followTab)
    return () => {
      document.removeEventListener('visibilitychange', followTab)
      source?.close()
    }
  }, [only, writing, revalidate])
  return null
}
