import { Notice } from './notice.tsx'

/** What a resource route answered a fetcher when it said no: the same words as its page. */
export function OrderRefused({ answer }: { answer: unknown }) {
  if (typeof answer !== 'object' || answer === null || !('text' in answer)) return null
  return (
    <Notice tone="orange" live="alert" title="Rien n’a été enregistré">
      <p>{String(answer.text)}</p>
    </Notice>
  )
}
