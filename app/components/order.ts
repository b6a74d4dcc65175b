import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, type FormEvent } from 'react'

/**
 * The form of an order with a door of its own, deaf while an order is on its way. Without JavaScript the command id is
 * enough; here a second submit, answered after the first answer has taken the form away, leaves Remix with the redirect of
 * a fetcher that is gone: it throws « Expected fetcher », then and at every live update after.
 */
export function useOrder() {
  const fetcher = useFetcher()
  // Not `fetcher.state`: it is rendered in a transition, later than the second click.
  const underWay = useRef(false)
  useEffect(() => {
    if (fetcher.state === 'idle') underWay.current = false
  })
  return {
    Form: fetcher.Form,
    answer: fetcher.data,
    onSubmit(event: FormEvent) {
      if (underWay.current) event.preventDefault()
      underWay.current = true
    },
  }
}
