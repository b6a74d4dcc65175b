import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Keeps a page current: the server says which requests changed, the page asks again. Closed while the tab is hidden.
 * Shows nothing; without JavaScript the page's own refresh does the same.
 */
export function LiveUpdates({ only }: { only?: string }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    let source: EventSource | null = null
    const open = () => {
      source = new EventSource('/admin/live')
      source.addEventListener('ready', revalidate)
      source.addEventListener('changes', (event: MessageEvent<string>) => {
        const ids = JSON.parse(event.data) as string[]
        if (only === undefined || ids.includes(only)) revalidate()
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
  }, [only, revalidate])
  return null
}
