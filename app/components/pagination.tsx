import { Link } from '@remix-run/react'

export type PaginationProps = { page: number; pages: number; href: (page: number) => string }

export function Pagination({ page, pages, href }: PaginationProps) {
  if (pages < 2) return null
  return (
    <nav aria-label="Pagination">
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <Link to={href(page - 1)} rel="prev">
              Page précédente
            </Link>
          </li>
        ) : null}
        {shownPages(page, pages).map((n, index) => (
          <li key={n ?? `gap-${index}`}>
            {n === null ? <span>…</span> : <PageLink n={n} here={n === page} to={href(n)} />}
          </li>
        ))}
        {page < pages ? (
          <li>
            <Link to={href(page + 1)} rel="next">
              Page suivante
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** First, last, and the neighbours of the current one; `null` is a gap. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const kept = [...new Set(near)].sort((a, b) => a - b)
  return kept.flatMap((n, index) => {
    const missing = n - (kept[index - 1] ?? 0) - 1
    // A gap of one page is that page: « 1 … 3 » would hide as much as it shows.
    return missing === 0 ? [n] : missing === 1 ? [n - 1, n] : [null, n]
  })
}

function PageLink({ n, here, to }: { n: number; here: boolean; to: string }) {
  return (
    <Link to={to} aria-label={`Page ${n}`} aria-current={here ? 'page' : undefined}>
      {n}
    </Link>
  )
}
