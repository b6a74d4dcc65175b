import { useId } from 'react'

import type { Status } from '#events/request.ts'

import { boxes, edges, type Edge } from './state-map-plan.ts'
import { statusLabels } from './status-badge.tsx'
import { fr } from './typography.ts'

export type StateMapProps = {
  /** The status after each fact, in order. */
  statuses: readonly Status[]
  /** The step looked at, from 1. */
  step: number
}

/** Where the request has been up to this step, drawn, and told in words for whoever does not see the drawing. */
export function StateMap({ statuses, step }: StateMapProps) {
  const id = useId()
  const walked = statuses.slice(0, step)
  const current = walked.at(-1)
  return (
    <svg className="state-map" viewBox="0 0 420 404" role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{`Chemin de la demande à l’étape ${step}`}</title>
      <desc id={`${id}d`}>{told(walked)}</desc>
      <defs>
        <marker id={`${id}m`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {edges.map((edge) => (
        <Way key={edge.d} edge={edge} taken={isTaken(edge, walked)} tip={`url(#${id}m)`} />
      ))}
      {boxes.map(({ status, x, y, width }) => (
        <g key={status} className={status === current ? 'current' : walked.includes(status) ? 'taken' : undefined}>
          <rect x={x} y={y} width={width} height="34" rx="3" />
          <text x={x + 12} y={y + 22}>
            {statusLabels[status].label}
          </text>
          <text className="steps" x={x + width - 10} y={y + 23}>
            {shownSteps(stepsAt(status, walked))}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Way({ edge, taken, tip }: { edge: Edge; taken: boolean; tip: string }) {
  if (!taken && !edge.always) return null
  return <path className={taken ? 'taken' : undefined} d={edge.d} markerEnd={tip} />
}

function isTaken({ from, to }: Edge, walked: readonly Status[]): boolean {
  return walked.some((status, index) => status === to && walked[index - 1] === from)
}

function stepsAt(status: Status, walked: readonly Status[]): number[] {
  return walked.flatMap((there, index) => (there === status ? [index + 1] : []))
}

/** A box has room for a few steps: « 5 · 6 · 7 », beyond that « 5 … 12 ». */
function shownSteps(steps: number[]): string {
  return steps.length <= 3 ? steps.join(' · ') : `${steps[0] ?? ''} … ${steps.at(-1) ?? ''}`
}

function told(walked: readonly Status[]): string {
  const seen = boxes.filter(({ status }) => walked.includes(status))
  const unseen = boxes.filter(({ status }) => !walked.includes(status))
  const path = seen.map(({ status }) => `${statusLabels[status].label} ${atSteps(stepsAt(status, walked))}`).join(', ')
  const rest = unseen.map(({ status }) => statusLabels[status].label).join(', ')
  return unseen.length === 0 ? `${path}.` : fr`${path}. Pas atteints : ${rest}.`
}

function atSteps(steps: number[]): string {
  if (steps.length === 1) return `à l’étape ${steps[0] ?? ''}`
  return `aux étapes ${steps.slice(0, -1).join(', ')} et ${steps.at(-1) ?? ''}`
}
