/** Charts drawn here and now, as SVG that needs nothing any more. */
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

import { holdable, html, trusted, type Html } from './html.ts'

type Single = Extract<TopLevelSpec, { layer: unknown[] }>
export type Layers = Single['layer']

export type Chart = {
  /** Each with the `run` that it belongs to. */
  rows: readonly { run: string }[]
  /** One above the other. */
  runs: readonly string[]
  /** Pixels, of one run; `step` is one line of a chart that has lines. */
  height: number | { step: number }
  /** Half of the page unless it is said. */
  width?: number
  layers: Layers
  /** For who cannot see it. */
  description: string
}

export async function draw({ rows, runs, height, width = 380, layers, description }: Chart): Promise<Html> {
  const panel = { width, height, layer: layers }
  const row = { field: 'run', type: 'nominal' as const, title: null, sort: [...runs] }
  const shape = runs.length > 1 ? { facet: { row }, spec: panel } : panel
  const spec = { ...shape, data: { values: [...rows] }, config: look } as TopLevelSpec
  const view = new View(parse(compile(spec).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  // Vega tells its description to a live page only; its many inner labels are English.
  return html`<div role="img" aria-label="${description}">${trusted(holdable(svg))}</div>`
}

const sans = "'Radio Canada Variable', system-ui, 'Segoe UI', Arial, sans-serif"

/** Colours are the house's own variables, so that a chart turns dark with its page. */
const look = {
  background: 'transparent',
  font: sans,
  locale: {
    number: { decimal: ',', thousands: '\u202f', grouping: [3], currency: ['', '\u00a0$'] },
  },
  view: { stroke: null },
  bar: { color: 'var(--line-strong)' },
  tick: { color: 'var(--ink)' },
  point: { color: 'var(--garance)' },
  axis: {
    ...{ labelColor: 'var(--ink-soft)', titleColor: 'var(--ink-soft)', labelFontSize: 12, titleFontSize: 12 },
    ...{ titleFontWeight: 400, domainColor: 'var(--line-strong)', tickColor: 'var(--line)', gridColor: 'var(--line)' },
  },
  axisX: { grid: false },
  axisY: { labelLimit: 220 },
  header: { labelColor: 'var(--ink)', labelFontSize: 12, labelFontWeight: 600 },
  legend: { labelColor: 'var(--ink)', labelFontSize: 12, title: null, orient: 'top' },
}
