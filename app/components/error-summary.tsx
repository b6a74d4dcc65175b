import { useEffect, useRef } from 'react'

/** `field` is the id of the input to go to; `message` is the sentence shown beside it. */
export type Problem = { field: string; message: string }

/** Above the form after a refusal. It takes the focus, so that nobody has to look for what went wrong. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [problems])
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title" ref={box}>
      <h2 id="error-summary-title">{title(problems.length)}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function title(count: number): string {
  return count === 1 ? 'Une réponse est à corriger' : `${count} réponses sont à corriger`
}
