/** A text with what the linter found in it marked, and numbered as in the list below it. */
import { html, type Html } from './html.ts'
import type { RunFinding } from './run.ts'

/** `at` is the number in the list, from 1. */
export type Numbered = RunFinding & { at: number }

/** `findings` are those of this text; they may overlap. Of those that cover a piece, the gravest colours it. */
export function markedText(text: string, findings: readonly Numbered[]): Html[] {
  const marks = findings.filter(({ start, end }) => end > start && end <= text.length)
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length]
  const places = [...new Set(edges)].toSorted((a, b) => a - b)
  return places.slice(1).map((end, index) => pieceOf(text, { start: places[index] ?? 0, end }, marks))
}

function pieceOf(text: string, { start, end }: { start: number; end: number }, marks: readonly Numbered[]): Html {
  const over = marks.filter((mark) => mark.start <= start && mark.end >= end)
  const piece = text.slice(start, end)
  if (over.length === 0) return html`${piece}`
  const tone = over.some(({ severity }) => severity === 'block') ? 'red' : 'yellow'
  const ending = over.filter((mark) => mark.end === end).map(({ at }) => html`<sup>${at}</sup>`)
  return html`<mark data-tone="${tone}">${piece}</mark>${ending}`
}
